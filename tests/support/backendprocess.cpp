// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/backendprocess.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep::Test {

BackendProcess::BackendProcess(QString programs)
    : m_programs(std::move(programs))
{
    m_server.setProcessChannelMode(QProcess::SeparateChannels);
    m_server.setStandardErrorFile(m_data.filePath(u"stderr.log"_s));
}

BackendProcess::~BackendProcess()
{
    stop();
}

bool BackendProcess::addUser(const QString &name, const QString &roles)
{
    QProcess add;
    add.start(m_programs + u"/doorstepd"_s,
              {u"user"_s, u"add"_s, name, u"--data"_s, m_data.path(), u"--role"_s, roles, u"--password-stdin"_s});
    add.write(QByteArray(password) + '\n');
    add.closeWriteChannel();
    if (add.waitForFinished(30'000) && add.exitCode() == 0)
        return true;
    m_problem = u"doorstepd user add: "_s + QString::fromUtf8(add.readAllStandardError()) + add.errorString();
    return false;
}

bool BackendProcess::start(const QStringList &more, std::chrono::seconds patienceTime)
{
    if (!m_hasAdmin && !addUser(QString::fromLatin1(user), u"admin,dispatcher"_s))
        return false;
    m_hasAdmin = true;
    const auto listen = u"127.0.0.1:%1"_s.arg(m_port.number());
    m_server.start(m_programs + u"/doorstepd"_s,
                   QStringList{u"serve"_s, u"--data"_s, m_data.path(), u"--listen"_s, listen} + more);
    constexpr QByteArrayView hello = "listening on ";
    for (const QDeadlineTimer patience(patienceTime); !patience.hasExpired();) {
        while (m_server.canReadLine()) {
            const auto line = m_server.readLine().trimmed();
            if (line.startsWith(hello)) {
                m_url = QUrl(QString::fromUtf8(line.sliced(hello.size())));
                return answers(patience);
            }
        }
        if (!m_server.waitForReadyRead(1'000) && m_server.state() == QProcess::NotRunning)
            break;
    }
    m_problem = u"doorstepd serve did not say that it listens; its log is %1/stderr.log"_s.arg(m_data.path());
    return false;
}

/// Its threads may take a moment more until all of them listen.
bool BackendProcess::answers(QDeadlineTimer patience) const
{
    while (!patience.hasExpired()) {
        QTcpSocket socket;
        socket.connectToHost(m_url.host(), static_cast<quint16>(m_url.port()));
        if (socket.waitForConnected(200)) {
            socket.write("GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            if (socket.waitForReadyRead(1'000) && socket.readAll().startsWith("HTTP/1.1 200"))
                return true;
        }
    }
    return false;
}

void BackendProcess::kill()
{
    m_server.kill();
    m_server.waitForFinished();
}

void BackendProcess::stop()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    m_server.terminate();
    if (!m_server.waitForFinished(10'000))
        kill();
}

} // namespace Doorstep::Test
