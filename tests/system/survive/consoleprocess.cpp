// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/system/survive/consoleprocess.h"

#include <csignal>

namespace Doorstep::Test {

ConsoleProcess::ConsoleProcess(const QString &program, const QStringList &words)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program, words);
    m_process.waitForStarted();
}

ConsoleProcess::~ConsoleProcess()
{
    kill();
}

bool ConsoleProcess::decide(int count)
{
    m_said += m_process.readAll();
    const auto wanted = m_said.count('\n') + count;
    while (m_said.count('\n') < wanted && m_process.waitForReadyRead(20'000))
        m_said += m_process.readAll();
    return m_said.count('\n') >= wanted;
}

void ConsoleProcess::suspend()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP);
}

void ConsoleProcess::resume()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
}

void ConsoleProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
    m_said += m_process.readAll();
}

QList<CommandId> ConsoleProcess::saved() const
{
    QList<CommandId> ids;
    for (const auto &line : m_said.first(m_said.lastIndexOf('\n') + 1).trimmed().split('\n')) {
        if (line.startsWith("saved "))
            ids.append(CommandId(QString::fromLatin1(line.sliced(6))));
    }
    return ids;
}

} // namespace Doorstep::Test
