// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/httpconnection.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep::Test {

QByteArray request(const QByteArray &verb, const QByteArray &path, const QByteArray &contentType,
                   const QByteArray &body, const QByteArray &token)
{
    QByteArray text = verb + ' ' + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + contentType
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    if (!token.isEmpty())
        text += "Authorization: Bearer " + token + "\r\n";
    return text + "\r\n" + body;
}

HttpConnection::HttpConnection(const QUrl &server, Next next, Answered answered)
    : m_next(std::move(next))
    , m_answered(std::move(answered))
{
    QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { read(); });
    m_socket.connectToHost(server.host(), static_cast<quint16>(server.port()));
    m_socket.waitForConnected();
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

void HttpConnection::sendNext()
{
    if (const auto text = m_next(); !text.isEmpty())
        m_socket.write(text);
}

void HttpConnection::read()
{
    m_buffer += m_socket.readAll();
    const auto headEnd = m_buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    constexpr QByteArrayView key = "content-length: ";
    const auto head = m_buffer.first(headEnd).toLower() + "\r\n";
    const auto at = head.indexOf(key);
    const auto from = at + key.size();
    const auto length = at < 0 ? 0 : head.sliced(from, head.indexOf("\r\n", at) - from).trimmed().toLongLong();
    if (m_buffer.size() < headEnd + 4 + length)
        return;
    const auto status = m_buffer.sliced(9, 3).toInt();
    const auto body = m_buffer.sliced(headEnd + 4, length);
    m_buffer.clear(); // never two answers at once: nothing is pipelined
    m_answered(status, body);
    sendNext();
}

QByteArray ask(const QUrl &server, const QByteArray &text)
{
    QEventLoop loop;
    QByteArray answer;
    bool sent = false;
    HttpConnection connection(
        server, [&] { return std::exchange(sent, true) ? QByteArray() : text; },
        [&](int status, const QByteArray &body) {
            if (status / 100 == 2)
                answer = body;
            else
                QTextStream(stderr) << "HTTP " << status << ' ' << body << '\n';
            loop.quit();
        });
    QTimer::singleShot(30s, &loop, &QEventLoop::quit);
    connection.sendNext();
    loop.exec();
    return answer;
}

QByteArray tokenOf(const QUrl &server, const char *user, const char *password)
{
    const QJsonObject who{{u"user"_s, QString::fromLatin1(user)}, {u"password"_s, QString::fromLatin1(password)}};
    const auto session = ask(server, request("POST", "/v1/session", "application/json", QJsonDocument(who).toJson()));
    return QJsonDocument::fromJson(session)["token"_L1].toString().toLatin1();
}

} // namespace Doorstep::Test
