// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/archive/outbox.h"

#include "models/archive/outboxfile.h"
#include "models/archive/renewedfile.h"
#include "models/domain/uuid.h"

#include <QCryptographicHash>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr qint64 largestLog = 4'194'304; // then it is written anew when the outbox is opened
const auto outboxClosedWell = u"closed_well"_s;

QString logPathOf(const QString &path)
{
    const QFileInfo info(path);
    return info.path() + u'/' + info.completeBaseName() + u".log"_s;
}

QString sequenceFact(const UserId &user)
{
    return u"sequence/"_s + user.toString();
}

QString deviceFact(const UserId &user)
{
    return u"device/"_s + user.toString();
}

} // namespace

Outbox::Outbox(std::unique_ptr<Disk::Database> database)
    : m_database(std::move(database))
{
}

Outbox::~Outbox()
{
    if (!m_database || !m_statements)
        return;
    (void)setFact(outboxClosedWell, u"1"_s);
    m_statements.reset();
    (void)m_database->execute("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);");
}

namespace {

/// \a history, and what \a lines of the log say beyond it.
OutboxHistory withLines(OutboxHistory history, const QByteArrayList &lines)
{
    for (const auto &line : lines)
        history.take(line);
    return history;
}

} // namespace

Result<Outbox::Opened> Outbox::open(const QString &path, const Disk::AppendLog::MayWrite &mayWrite)
{
    auto lock = Disk::lockFor(path, "outbox"_L1);
    if (!lock)
        return std::unexpected(lock.error());
    if (auto known = path.isEmpty() ? Result<>() : checkOutboxVersion(path); !known)
        return std::unexpected(known.error());
    const auto log = path.isEmpty() ? QByteArrayList() : Disk::AppendLog(logPathOf(path)).read();
    OutboxHistory saved;
    std::unique_ptr<Outbox> outbox;
    int recovered = 0;
    const auto prepare = [&](std::unique_ptr<Disk::Database> database, bool isRenewed) -> Result<> {
        Outbox one(std::move(database));
        const bool isSuspect =
            one.m_database->text("SELECT value FROM fact WHERE name = 'closed_well'").value_or(QString()) != "1"_L1;
        auto history =
            prepareOutbox(*one.m_database, isSuspect).and_then([&one] { return readOutbox(*one.m_database); });
        // Somebody has deleted or emptied it: each outbox that was ever opened has a fact in it.
        const bool isRebuilt = isRenewed || (history && history->facts.isEmpty() && !log.isEmpty());
        if (!history)
            return std::unexpected(history.error());
        if (isRebuilt) {
            history = withLines(std::move(saved), log);
            recovered = static_cast<int>(history->commands.size());
        }
        auto begun = one.begin(*history, isRebuilt, path, mayWrite);
        if (begun)
            outbox = std::make_unique<Outbox>(std::move(one));
        return begun;
    };
    auto renewal = Disk::openOrRenew(path, prepare, [&] { saved = salvageOutbox(path); });
    if (!renewal)
        return std::unexpected(renewal.error());
    outbox->m_lock = *std::move(lock);
    return Opened{.outbox = std::move(*outbox),
                  .movedAside = renewal->movedAside,
                  .reason = renewal->reason,
                  .recovered = recovered};
}

Result<> Outbox::prepare()
{
    Statements statements;
    const std::pair<Disk::Statement *, const char *> texts[] = {
        {&statements.put,
         "INSERT INTO command (n, id, record, hash) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET record = "
         "excluded.record, hash = excluded.hash"},
        {&statements.remove, "DELETE FROM command WHERE id = ?"},
        {&statements.putFact,
         "INSERT INTO fact (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"},
    };
    for (const auto &[statement, text] : texts) {
        auto prepared = m_database->prepare(text);
        if (!prepared)
            return std::unexpected(prepared.error());
        *statement = *std::move(prepared);
    }
    m_statements = std::make_unique<Statements>(std::move(statements));
    return {};
}

/// All of \a history. Counts on from it.
Outbox::Draft Outbox::draftOf(const OutboxHistory &history)
{
    Draft all{.commands = history.inOrder(), .facts = history.facts};
    qint64 number = 0;
    for (auto &command : all.commands) {
        m_lastRevision = std::max(m_lastRevision, command.revision);
        command.number = number = std::max(command.number, number + 1); // two may claim one after a salvage
    }
    for (const auto revision : history.gone)
        m_lastRevision = std::max(m_lastRevision, revision);
    return all;
}

Result<> Outbox::store(const Draft &all)
{
    auto transaction = Disk::Transaction::begin(*m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    if (auto written = put(all); !written)
        return std::unexpected(written.error());
    return transaction->commit();
}

/// \a history is what there is; of a rebuilt outbox the file has nothing yet.
Result<> Outbox::begin(const OutboxHistory &history, bool isRebuilt, const QString &path,
                       const Disk::AppendLog::MayWrite &mayWrite)
{
    if (auto prepared = prepare(); !prepared)
        return prepared;
    const bool wasClosedWell = history.facts.value(outboxClosedWell) == "1"_L1;
    const auto all = draftOf(history);
    if (isRebuilt) {
        if (auto stored = store(all); !stored)
            return stored;
    }
    take(all);
    if (path.isEmpty())
        return {};
    m_log = std::make_unique<Disk::AppendLog>(logPathOf(path), mayWrite);
    // A crash may have left lines there of what was never kept.
    if (isRebuilt || !wasClosedWell || m_log->size() > largestLog || m_log->size() == 0) {
        if (auto rewritten = m_log->rewrite(everything()); !rewritten && isRebuilt)
            return rewritten;
    }
    // On a full disk, what waits can still be sent.
    if (auto noted = setFact(outboxClosedWell, u"0"_s); !noted && isRebuilt)
        return noted;
    return {};
}

const OutboxCommand *Outbox::find(const CommandId &id) const
{
    const auto found = std::ranges::find(m_commands, id, &OutboxCommand::id);
    return found == m_commands.cend() ? nullptr : &*found;
}

QByteArrayList Outbox::everything() const
{
    QByteArrayList lines;
    for (const auto &command : m_commands)
        lines.append(recordOf(command));
    for (const auto &[name, value] : m_facts.asKeyValueRange())
        lines.append(factRecord(name, value));
    return lines;
}

Result<QByteArrayList> Outbox::put(const Draft &draft)
{
    QByteArrayList lines;
    for (const auto &command : draft.commands) {
        const auto record = recordOf(command);
        auto done = m_statements->put.bind(1, command.number)
                        .bind(2, command.id.toString())
                        .bind(3, record)
                        .bind(4, QCryptographicHash::hash(record, QCryptographicHash::Sha256))
                        .run();
        if (!done)
            return std::unexpected(done.error());
        lines.append(record);
    }
    for (const auto &id : draft.gone) {
        if (auto done = m_statements->remove.bind(1, id.toString()).run(); !done)
            return std::unexpected(done.error());
        lines.append(goneRecord(id, m_lastRevision + 1));
    }
    for (const auto &[name, value] : draft.facts.asKeyValueRange()) {
        if (auto done = m_statements->putFact.bind(1, name).bind(2, value).run(); !done)
            return std::unexpected(done.error());
        lines.append(factRecord(name, value));
    }
    return lines;
}

Result<> Outbox::write(Draft draft)
{
    if (draft.commands.isEmpty() && draft.gone.isEmpty() && draft.facts.isEmpty())
        return {};
    for (const auto &id : std::as_const(m_unwritten)) {
        const auto *known = find(id);
        if (known != nullptr && !draft.gone.contains(id)
            && !std::ranges::contains(draft.commands, id, &OutboxCommand::id))
            draft.commands.append(*known);
    }
    for (auto &command : draft.commands)
        command.revision = m_lastRevision + 1;
    auto transaction = Disk::Transaction::begin(*m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    const auto lines = put(draft);
    if (!lines)
        return std::unexpected(lines.error());
    // The log before the commit: what was committed is surely in it. What was not is taken out again, or, after a
    // crash, when the outbox is opened.
    if (m_log) {
        if (auto logged = m_log->append(*lines); !logged)
            return logged;
    }
    if (auto committed = transaction->commit(); !committed) {
        if (m_log)
            m_log->takeBack();
        return committed;
    }
    take(draft);
    return {};
}

void Outbox::take(const Draft &draft)
{
    for (const auto &command : draft.commands) {
        const auto known = std::ranges::find(m_commands, command.id, &OutboxCommand::id);
        if (known == m_commands.end())
            m_commands.append(command);
        else
            *known = command;
        m_lastNumber = std::max(m_lastNumber, command.number);
    }
    m_commands.removeIf([&draft](const OutboxCommand &command) { return draft.gone.contains(command.id); });
    m_facts.insert(draft.facts);
    m_unwritten.clear();
    ++m_lastRevision;
}

Result<> Outbox::add(const UserId &user, const QList<New> &commands)
{
    Draft draft;
    auto sequence = fact(sequenceFact(user)).toLongLong();
    auto number = m_lastNumber;
    for (const auto &[command, text] : commands) {
        if (find(command.id) != nullptr)
            continue; // asked for twice
        OutboxCommand kept{.user = user,
                           .id = command.id,
                           .feed = command.feed,
                           .sequence = ++sequence,
                           .text = text,
                           .command = command,
                           .line = lineOf(command)};
        kept.command->sequence = sequence;
        kept.number = ++number;
        draft.commands.append(kept);
    }
    if (!draft.commands.isEmpty())
        draft.facts.insert(sequenceFact(user), QString::number(sequence));
    return write(std::move(draft));
}

Result<QList<OutboxCommand>> Outbox::settle(const QList<Verdict> &verdicts, const QDateTime &now,
                                            const QHash<FeedId, quint64> &epochs)
{
    Draft draft;
    for (const auto &verdict : verdicts) {
        const auto *known = find(verdict.command);
        if (known == nullptr || known->state != OutboxCommand::State::Waiting)
            continue;
        auto settled = *known;
        const bool isApplied = verdict.kind == Verdict::Kind::Applied;
        settled.state = isApplied ? OutboxCommand::State::Applied : OutboxCommand::State::Attention;
        settled.verdict = verdict;
        settled.settledAt = now;
        settled.confirmedIn = verdict.again ? epochs.value(settled.feed, verdict.epoch) : verdict.epoch;
        draft.commands.append(settled);
    }
    auto settled = draft.commands;
    return write(std::move(draft)).transform([&settled] { return settled; });
}

Result<> Outbox::renumber(const UserId &user, qint64 first)
{
    Draft draft;
    auto sequence = first - 1;
    for (const auto &command : std::as_const(m_commands)) {
        if (command.user != user || command.state != OutboxCommand::State::Waiting)
            continue;
        auto numbered = command;
        numbered.sequence = ++sequence;
        draft.commands.append(numbered);
    }
    draft.facts.insert(sequenceFact(user), QString::number(sequence));
    return write(std::move(draft));
}

Result<QList<OutboxCommand>> Outbox::waitAgain(const UserId &user, const FeedId &feed, quint64 epoch)
{
    Draft draft;
    for (const auto &command : std::as_const(m_commands)) {
        if (command.user != user || command.feed != feed || command.state != OutboxCommand::State::Applied
            || command.confirmedIn == epoch)
            continue;
        auto again = command;
        again.state = OutboxCommand::State::Waiting;
        again.isPassed = false;
        draft.commands.append(again);
    }
    auto commands = draft.commands;
    return write(std::move(draft)).transform([&commands] { return commands; });
}

void Outbox::markPassed(const QList<CommandId> &ids)
{
    for (auto &command : m_commands) {
        if (command.isPassed || !ids.contains(command.id))
            continue;
        command.isPassed = true;
        m_unwritten.insert(command.id);
    }
}

Result<> Outbox::remove(const QList<CommandId> &ids)
{
    Draft draft;
    for (const auto &id : ids) {
        if (find(id) != nullptr)
            draft.gone.append(id);
    }
    return write(std::move(draft));
}

Result<> Outbox::prune(const QDateTime &before)
{
    QList<CommandId> old;
    for (const auto &command : std::as_const(m_commands)) {
        if (command.state == OutboxCommand::State::Applied && command.settledAt < before)
            old.append(command.id);
    }
    return remove(old);
}

Result<DeviceId> Outbox::device(const UserId &user)
{
    const DeviceId known(fact(deviceFact(user)));
    return known.isValid() ? Result<DeviceId>(known) : renewDevice(user);
}

Result<DeviceId> Outbox::renewDevice(const UserId &user)
{
    DeviceId made(newUuid(QDateTime::currentDateTimeUtc()));
    return setFact(deviceFact(user), made.toString()).and_then([&] { return renumber(user, 1); }).transform([&] {
        return made;
    });
}

Result<> Outbox::setFact(const QString &name, const QString &value)
{
    if (fact(name) == value)
        return {};
    return write({.facts = {{name, value}}});
}

} // namespace Doorstep
