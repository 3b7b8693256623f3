// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/archive/appendlog.h"
#include "models/archive/database.h"
#include "models/archive/outboxrecord.h"

#include <QLockFile>
#include <QSet>

#include <memory>
#include <optional>

namespace Doorstep {

/// The commands of a console on disk: `outbox.db`, and each of its rows once more as a line of `outbox.log`. What
/// add() returned is there after any crash, once.
///
/// It may never be deleted. A damaged file is moved aside and made anew from its log and from what can still be read; a
/// newer program's file is Refused and never touched. Errors are Storage: then nothing has changed. One thread at a
/// time.
class Outbox
{
public:
    struct Opened;
    struct New
    {
        Command command;
        QString text;
    };

    /// Opens or makes \a path; its folder must exist. A second program on the same file gets Refused. An empty path
    /// keeps everything in memory. \a mayWrite is asked before each write to the log, for tests.
    [[nodiscard]] static Result<Opened> open(const QString &path, const Disk::AppendLog::MayWrite &mayWrite = {});

    Outbox(Outbox &&) noexcept = default;
    Outbox &operator=(Outbox &&) = delete;
    Outbox(const Outbox &) = delete;
    Outbox &operator=(const Outbox &) = delete;
    ~Outbox();

    /// All commands, in their order.
    [[nodiscard]] const QList<OutboxCommand> &commands() const noexcept { return m_commands; }
    [[nodiscard]] const OutboxCommand *find(const CommandId &id) const;

    /// Keeps all of \a commands for \a user, or none.
    [[nodiscard]] Result<> add(const UserId &user, const QList<New> &commands);
    /// Writes down what became of them; whoever is not here is not meant. \a confirmedIn: the history of the feed.
    [[nodiscard]] Result<QList<OutboxCommand>> settle(const QList<Verdict> &verdicts, const QDateTime &now,
                                                      const QHash<FeedId, quint64> &epochs);
    /// Numbers what waits of \a user from \a first on.
    [[nodiscard]] Result<> renumber(const UserId &user, qint64 first);
    /// What was applied in \a feed in another history than \a epoch waits again: those commands.
    [[nodiscard]] Result<QList<OutboxCommand>> waitAgain(const UserId &user, const FeedId &feed, quint64 epoch);
    /// The replica shows \a ids. Written with what is written next: nobody waits for it, and nothing is lost without.
    void markPassed(const QList<CommandId> &ids);
    [[nodiscard]] Result<> remove(const QList<CommandId> &ids);
    /// Removes what was applied before \a before and is shown.
    [[nodiscard]] Result<> prune(const QDateTime &before);

    /// What \a user's console calls itself; made when there is none.
    [[nodiscard]] Result<DeviceId> device(const UserId &user);
    /// A new one; what waits is numbered from 1 on.
    [[nodiscard]] Result<DeviceId> renewDevice(const UserId &user);

    /// Small facts: who was signed in last.
    [[nodiscard]] QString fact(const QString &name) const { return m_facts.value(name); }
    [[nodiscard]] Result<> setFact(const QString &name, const QString &value);

private:
    /// What one transaction writes.
    struct Draft
    {
        QList<OutboxCommand> commands;
        QList<CommandId> gone;
        QHash<QString, QString> facts;
    };
    struct Statements
    {
        Disk::Statement put, remove, putFact;
    };

    explicit Outbox(std::unique_ptr<Disk::Database> database);
    [[nodiscard]] Result<> prepare();
    [[nodiscard]] Result<> store(const Draft &all);
    [[nodiscard]] Draft draftOf(const OutboxHistory &history);
    [[nodiscard]] Result<> begin(const OutboxHistory &history, bool isRebuilt, const QString &path,
                                 const Disk::AppendLog::MayWrite &mayWrite);
    [[nodiscard]] Result<> write(Draft draft);
    [[nodiscard]] Result<QByteArrayList> put(const Draft &draft);
    void take(const Draft &draft);
    [[nodiscard]] QByteArrayList everything() const;

    std::unique_ptr<QLockFile> m_lock; ///< Goes last.
    std::unique_ptr<Disk::Database> m_database;
    std::unique_ptr<Disk::AppendLog> m_log; ///< None in memory.
    std::unique_ptr<Statements> m_statements; ///< Null before it is open, and once moved from.
    QList<OutboxCommand> m_commands; ///< By number.
    QSet<CommandId> m_unwritten; ///< Passed, and not on disk as such.
    QHash<QString, QString> m_facts;
    qint64 m_lastNumber = 0;
    qint64 m_lastRevision = 0;
};

struct Outbox::Opened
{
    Outbox outbox;
    QString movedAside; ///< Where a damaged file went; empty when it was fine.
    QString reason; ///< Why, in English, for the log.
    int recovered = 0; ///< Commands that were saved from it.
};

} // namespace Doorstep
