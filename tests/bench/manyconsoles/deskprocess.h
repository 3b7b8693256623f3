// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"
#include "tests/support/workingconsole.h"

#include <QProcess>

namespace Doorstep::Test {

/// A console without windows in a process of its own, and this end of the talk with it: a line each.
class DeskProcess
{
public:
    struct Options
    {
        QUrl server;
        QString directory; ///< Its cache and outbox; is made.
        int stops = 0; ///< It is ready when it shows so many.
    };

    explicit DeskProcess(const Options &options);
    ~DeskProcess();
    Q_DISABLE_COPY_MOVE(DeskProcess)

    /// What the process itself does, given the words after `--console`; its exit code.
    [[nodiscard]] static int run(const QStringList &words);

    [[nodiscard]] bool isReady() const { return m_isReady; }
    /// When it showed note(1), note(2), …: steadyNanoseconds().
    [[nodiscard]] const QList<qint64> &seen() const { return m_seen; }
    /// Decides about a stop of its own, one thing after the other, each when the one before was answered.
    void decide(std::chrono::milliseconds duration);
    [[nodiscard]] bool hasDecided() const { return m_hasDecided; }
    /// How long each took until the backend had said yes, in milliseconds.
    [[nodiscard]] const QList<double> &confirmed() const { return m_confirmed; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

    [[nodiscard]] static NoteId note(int n);
    [[nodiscard]] static FeedId feed();
    /// The same clock in all processes.
    [[nodiscard]] static qint64 steadyNanoseconds();

private:
    void take(const QByteArrayList &words);

    QProcess m_process;
    QList<qint64> m_seen;
    QList<double> m_confirmed;
    bool m_isReady = false;
    bool m_hasDecided = false;
};

} // namespace Doorstep::Test
