// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/ownport.h"

#include <QDeadlineTimer>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>

namespace Doorstep::Test {

/// The real doorstepd as a process of its own on a free port, with an admin "admin" and a data directory that goes when
/// this goes. Blocks; for tests and benchmarks.
class BackendProcess
{
public:
    static constexpr auto user = "admin";
    static constexpr auto password = "a long enough password";

    /// \a programs is where doorstepd is. What went wrong is in `problem()`.
    explicit BackendProcess(QString programs);
    ~BackendProcess();
    Q_DISABLE_COPY_MOVE(BackendProcess)

    /// Starts it with \a more arguments after `serve --data DIR --listen …`; false when it does not answer within a
    /// minute. Each time it listens on the same port, which nobody else gets meanwhile.
    bool start(const QStringList &more = {}, std::chrono::seconds patience = std::chrono::minutes(1));
    /// Adds somebody with `password`, running or not; \a roles as "dispatcher,support". A running one knows them soon.
    bool addUser(const QString &name, const QString &roles);
    void kill(); ///< As kill -9 does.
    void stop(); ///< As SIGTERM does.

    /// From the next start on, the program that is there: another version.
    void setPrograms(const QString &programs) { m_programs = programs; }
    [[nodiscard]] const QString &programs() const noexcept { return m_programs; }
    [[nodiscard]] const QUrl &url() const noexcept { return m_url; }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }
    [[nodiscard]] QString dataDirectory() const { return m_data.path(); }
    [[nodiscard]] qint64 processId() const { return m_server.processId(); }

private:
    [[nodiscard]] bool answers(QDeadlineTimer patience) const;

    QString m_programs;
    QTemporaryDir m_data;
    OwnPort m_port;
    QProcess m_server;
    QUrl m_url;
    QString m_problem;
    bool m_hasAdmin = false;
};

} // namespace Doorstep::Test
