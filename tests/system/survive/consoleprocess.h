// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QProcess>

namespace Doorstep::Test {

/// `survive-console` in a process of its own, which decides without end. Blocks.
class ConsoleProcess
{
public:
    /// \a program with its words: URL, directory, user, password.
    ConsoleProcess(const QString &program, const QStringList &words);
    ~ConsoleProcess();
    Q_DISABLE_COPY_MOVE(ConsoleProcess)

    /// Until it has shown \a count more as saved; whether it did within 20 s.
    [[nodiscard]] bool decide(int count);
    void suspend(); ///< As a laptop that is closed.
    void resume();
    void kill(); ///< As kill -9 does.
    /// All that it has shown as saved, in its order.
    [[nodiscard]] QList<CommandId> saved() const;

private:
    QProcess m_process;
    QByteArray m_said;
};

} // namespace Doorstep::Test
