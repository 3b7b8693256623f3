// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/archive/outboxcommand.h"
#include "models/domain/result.h"
#include "models/domain/user.h"
#include "models/sync/uplinktimings.h"
#include "models/verbs/command.h"

#include <QObject>
#include <QThread>
#include <QUrl>

#include <optional>

namespace Doorstep {

class UplinkEngine;

struct UplinkOptions
{
    QUrl server;
    QString outboxPath; ///< Of outbox.db, beside cache.db; its folder is made. Empty: kept in memory only.
    QByteArray trustedCertificate; ///< SHA-256 of one that no authority vouches for; see ServerTrust.
    UplinkTimings timings = {};
};

/// A command with what the person is told it does.
struct Submission
{
    Command command; ///< Its sequence does not matter yet.
    QString text;
};

/// The way of commands to the backend: on disk first, then sent in order until there is a verdict. Lives in the GUI
/// thread; an UplinkEngine does the work on a thread of its own.
class Uplink : public QObject
{
    Q_OBJECT
public:
    explicit Uplink(UplinkOptions options, QObject *parent = nullptr);
    /// Waits for what is being written, never for the network.
    ~Uplink() override;
    Q_DISABLE_COPY_MOVE(Uplink)

    /// Opens the outbox; loaded() or unusable() follows.
    void start();
    /// Who is signed in, and their token. Commands of others wait until they sign in again.
    void setPerson(const std::optional<User> &user, const QString &token);
    /// Whether the live connection is up: each time it comes back, what waits is sent at once.
    void setConnected(bool isConnected);
    /// The replica of \a feed is in \a epoch: what was applied in an older history is sent again.
    void feedReached(const FeedId &feed, quint64 epoch);
    /// The replica shows these: they need not be predicted after a restart.
    void passed(const QList<CommandId> &commands);

    /// Keeps all of them or none: kept() or notKept() follows with exactly these.
    void submit(const QList<Submission> &commands);
    /// Forgets one that was disputed or rejected.
    void clear(const CommandId &command);

    /// Commands without a verdict; those that need the person.
    [[nodiscard]] int waiting() const noexcept { return m_waiting; }
    [[nodiscard]] int attention() const noexcept { return m_attention; }
    /// Who was signed in last, for a start without a network.
    [[nodiscard]] const std::optional<User> &lastPerson() const noexcept { return m_lastPerson; }

Q_SIGNALS:
    /// What the outbox has of the person: at the start, and when somebody else signs in.
    void loaded(const QList<Doorstep::OutboxCommand> &commands);
    void kept(const QList<Doorstep::CommandId> &commands);
    void notKept(const QList<Doorstep::CommandId> &commands, const Doorstep::Error &error);
    /// It has its verdict, and that is on disk.
    void answered(const Doorstep::OutboxCommand &command);
    /// They were applied in a history that the backend has lost, and wait again.
    void resent(const QList<Doorstep::OutboxCommand> &commands);
    void cleared(const Doorstep::CommandId &command);
    void countsChanged();
    void lastPersonKnown(); ///< At the start: see lastPerson().
    void tokenRefused(); ///< Nothing is sent until there is a new one.
    /// The outbox was damaged: \a path is where it went, \a recovered commands were saved from it.
    void rebuilt(const QString &path, int recovered);
    /// There is no outbox: nothing can be decided. Kind Refused: another program uses it, or a newer one wrote it.
    void unusable(const Doorstep::Error &error);

private:
    template <typename Call>
    void ask(Call call);
    void listen();

    QThread m_thread;
    UplinkEngine *m_engine; ///< Lives on m_thread.
    std::optional<User> m_lastPerson;
    int m_waiting = 0;
    int m_attention = 0;
};

} // namespace Doorstep
