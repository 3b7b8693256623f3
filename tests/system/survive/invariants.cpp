// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/system/survive/invariants.h"

#include "models/archive/archive.h"
#include "models/archive/outbox.h"
#include "models/wire/rawjson.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Doorstep::Test {
namespace {

QString keyOfDocument(const Document &document)
{
    return document.kind + u'/' + document.id;
}

template <typename T>
QString differenceIn(const Table<T> &one, const Table<T> &other)
{
    if (one.size() != other.size())
        return u"%1 and %2 things"_s.arg(one.size()).arg(other.size());
    for (const auto &thing : one) {
        const auto *twin = other.find(keyOf(thing));
        if (twin == nullptr || !(*twin == thing))
            return keyOf(thing).toString();
    }
    return {};
}

Result<> readCommands(Disk::Database &database, Evidence &evidence)
{
    auto rows = database.prepare("SELECT id, device, seq, feed, epoch, first_seq, last_seq, refusal = '' FROM command "
                                 "ORDER BY rowid");
    if (!rows)
        return std::unexpected(rows.error());
    while (rows->step().value_or(false)) {
        evidence.commands.append({.id = CommandId(rows->text(0)),
                                  .device = DeviceId(rows->text(1)),
                                  .sequence = rows->integer(2),
                                  .feed = FeedId(rows->text(3)),
                                  .epoch = static_cast<quint64>(rows->integer(4)),
                                  .from = rows->integer(5),
                                  .to = rows->integer(6),
                                  .isApplied = rows->integer(7) != 0});
    }
    return {};
}

Result<> readFixes(Disk::Database &database, Evidence &evidence)
{
    auto rows = database.prepare("SELECT id, at FROM fix JOIN tracked_driver ON no = driver");
    if (!rows)
        return std::unexpected(rows.error());
    while (rows->step().value_or(false))
        evidence.fixes[rows->text(0)].insert(rows->integer(1) / 1'000);
    return {};
}

Result<> readLogs(Disk::Database &database, Evidence &evidence)
{
    auto rows = database.prepare("SELECT id, last_seq, horizon, (SELECT count(*) FROM change_log WHERE feed = no), "
                                 "(SELECT coalesce(min(seq), 0) FROM change_log WHERE feed = no), "
                                 "(SELECT coalesce(max(seq), 0) FROM change_log WHERE feed = no) FROM feed");
    if (!rows)
        return std::unexpected(rows.error());
    while (rows->step().value_or(false)) {
        const auto head = rows->integer(1);
        const auto horizon = rows->integer(2);
        if (rows->integer(3) != head - horizon || (head > horizon && rows->integer(4) != horizon + 1)
            || (head > horizon && rows->integer(5) != head)) {
            evidence.logProblems.append(u"%1: head %2, horizon %3, %4 rows from %5 to %6"_s.arg(rows->text(0))
                                            .arg(head)
                                            .arg(horizon)
                                            .arg(rows->integer(3))
                                            .arg(rows->integer(4))
                                            .arg(rows->integer(5)));
        }
    }
    return {};
}

} // namespace

Leftover leftoverIn(const QString &directory)
{
    Leftover left;
    auto outbox = Outbox::open(directory + "/outbox.db"_L1);
    if (!outbox) {
        left.problem = outbox.error().detail;
        return left;
    }
    left.outbox = outbox->outbox.commands();
    auto archive = Archive::open(directory + "/cache.db"_L1);
    if (!archive) {
        left.problem = archive.error().detail;
        return left;
    }
    for (const auto &feed : archive->archive.feeds().keys()) {
        auto &documents = left.replica[feed];
        if (const auto state = archive->archive.state(feed))
            left.cursors.insert(feed, state->cursor);
        const auto read = archive->archive.read(
            feed, [&documents](const Document &document) { documents.insert(keyOfDocument(document), document); });
        if (!read)
            left.problem = read.error().detail;
    }
    return left;
}

Evidence evidenceIn(const QString &databasePath)
{
    Evidence evidence;
    auto database = Disk::Database::open(databasePath);
    if (!database) {
        evidence.problem = database.error().detail;
        return evidence;
    }
    evidence.integrity = database->text("PRAGMA integrity_check").value_or(u"unreadable"_s);
    evidence.auditedCommands = database->integer("SELECT count(*) FROM audit WHERE device <> ''").value_or(-1);
    const auto read =
        readCommands(*database, evidence).and_then([&] { return readLogs(*database, evidence); }).and_then([&] {
            return readFixes(*database, evidence);
        });
    if (!read)
        evidence.problem = read.error().detail;
    return evidence;
}

Result<Truth> truthFrom(const QByteArray &snapshot)
{
    Truth truth;
    qsizetype count = -1;
    for (const auto &line : snapshot.split('\n')) {
        const auto json = QJsonDocument::fromJson(line).object();
        if (json.contains("seq"_L1))
            truth.seq = json["seq"_L1].toInteger();
        if (json.contains("end"_L1))
            count = json["count"_L1].toInteger();
        if (!json.contains("kind"_L1))
            continue;
        const Document document{.kind = json["kind"_L1].toString(),
                                .id = json["id"_L1].toString(),
                                .version = json["version"_L1].toInteger(),
                                .body = Wire::rawMember(line, "body"_L1).toByteArray()};
        truth.documents.insert(keyOfDocument(document), document);
    }
    if (count != truth.documents.size())
        return failure(Error::Kind::Malformed, u"a snapshot that is not whole"_s);
    return truth;
}

namespace {

QSet<CommandId> appliedIn(const Evidence &evidence)
{
    QSet<CommandId> applied;
    for (const auto &command : evidence.commands) {
        if (command.isApplied)
            applied.insert(command.id);
    }
    return applied;
}

QSet<CommandId> inState(const Leftover &leftover, OutboxCommand::State state)
{
    QSet<CommandId> commands;
    for (const auto &command : leftover.outbox) {
        if (command.state == state)
            commands.insert(command.id);
    }
    return commands;
}

/// Each piece of a log was written by one command only. Counts those that were not; says which.
QString piecesWrittenTwice(const Evidence &evidence, qint64 &doubled)
{
    QString problem;
    QMap<std::pair<QString, quint64>, QMap<qint64, qint64>> pieces;
    for (const auto &command : evidence.commands) {
        if (command.isApplied && command.from <= command.to)
            pieces[{command.feed.toString(), command.epoch}].insert(command.from, command.to);
    }
    for (const auto &[feed, of] : pieces.asKeyValueRange()) {
        qint64 last = 0;
        for (const auto &[from, to] : of.asKeyValueRange()) {
            if (from <= last) {
                ++doubled;
                problem = u"I2: two commands wrote %1 of %2"_s.arg(from).arg(feed.first);
            }
            last = to;
        }
    }
    return problem;
}

} // namespace

QString everyCommandIsSomewhere(const Ledger &ledger, const Leftover &leftover, const Evidence &evidence, qint64 &lost)
{
    const auto applied = appliedIn(evidence);
    const auto waiting = inState(leftover, OutboxCommand::State::Waiting);
    const auto attention = inState(leftover, OutboxCommand::State::Attention);
    QStringList wrong;
    for (const auto &id : ledger.saved) {
        const int places = (applied.contains(id) ? 1 : 0) + (waiting.contains(id) ? 1 : 0)
            + (attention.contains(id) || ledger.dealtWith.contains(id) ? 1 : 0);
        if (places == 1)
            continue;
        if (places == 0)
            ++lost;
        wrong.append(u"%1 is in %2 places"_s.arg(id.toString()).arg(places));
    }
    return wrong.isEmpty() ? QString() : u"I1: "_s + wrong.join(u", "_s);
}

QString nothingIsAppliedTwice(const Evidence &evidence, qint64 &doubled)
{
    QSet<CommandId> seen;
    qint64 applied = 0;
    QString problem;
    for (const auto &command : evidence.commands) {
        applied += command.isApplied ? 1 : 0;
        if (seen.contains(command.id)) {
            ++doubled;
            problem = u"I2: %1 was decided twice"_s.arg(command.id.toString());
        }
        seen.insert(command.id);
    }
    if (const auto twice = piecesWrittenTwice(evidence, doubled); !twice.isEmpty())
        problem = twice;
    if (evidence.auditedCommands != applied)
        problem = u"I2: %1 commands were applied and %2 are in the audit"_s.arg(applied).arg(evidence.auditedCommands);
    return problem;
}

QString logsHaveNoGap(const Evidence &evidence)
{
    return evidence.logProblems.isEmpty() ? QString() : u"I3: "_s + evidence.logProblems.join(u", "_s);
}

QString replicaIsEqual(const FeedId &feed, const Documents &replica, const Documents &truth)
{
    for (const auto &[key, document] : truth.asKeyValueRange()) {
        const auto mine = replica.constFind(key);
        if (mine == replica.cend())
            return u"I4: %1 lacks %2"_s.arg(feed.toString(), key);
        if (mine->version != document.version || mine->body != document.body)
            return u"I4: %1 %2 is version %3 %4 and should be %5 %6"_s.arg(feed.toString(), key)
                .arg(mine->version)
                .arg(QString::fromUtf8(mine->body))
                .arg(document.version)
                .arg(QString::fromUtf8(document.body));
    }
    return replica.size() == truth.size() ? QString() : u"I4: %1 has things that are no more"_s.arg(feed.toString());
}

QString fleetsAreEqual(const Fleet &one, const Fleet &other)
{
    for (const auto &[name, difference] :
         {std::pair("stops", differenceIn(one.stops(), other.stops())),
          std::pair("routes", differenceIn(one.routes(), other.routes())),
          std::pair("drivers", differenceIn(one.drivers(), other.drivers())),
          std::pair("notes", differenceIn(one.notes(), other.notes())),
          std::pair("exceptions", differenceIn(one.exceptions(), other.exceptions()))}) {
        if (!difference.isEmpty())
            return u"I4: two consoles show other %1: %2"_s.arg(QString::fromLatin1(name), difference);
    }
    return {};
}

QString nothingWasBrokenOnTheWay(const Ledger &ledger)
{
    return ledger.broken.join(u", "_s);
}

QString notesAreThere(const Ledger &ledger, const Documents &truth)
{
    for (const auto &note : ledger.notes) {
        if (!truth.contains(u"note/"_s + note))
            return u"I6: the note %1 is not there"_s.arg(note);
    }
    return {};
}

QString devicesAreInOrder(const Evidence &evidence)
{
    QHash<DeviceId, qint64> last;
    for (const auto &command : evidence.commands) {
        auto &before = last[command.device];
        if (command.sequence != before + 1)
            return u"I7: %1 of %2 was decided after %3"_s.arg(command.sequence)
                .arg(command.device.toString())
                .arg(before);
        before = command.sequence;
    }
    return {};
}

QString appliedInTheOrderOfSaving(const Ledger &ledger, const Evidence &evidence)
{
    QHash<CommandId, qsizetype> places;
    for (qsizetype i = 0; i < ledger.saved.size(); ++i)
        places.insert(ledger.saved.at(i), i);
    qsizetype last = -1;
    for (const auto &command : evidence.commands) {
        const auto place = command.isApplied ? places.value(command.id, last) : last;
        if (place < last)
            return u"I7: %1 was applied after %2, which was saved later"_s.arg(ledger.saved.at(place).toString(),
                                                                               ledger.saved.at(last).toString());
        last = place;
    }
    return {};
}

QString fixesAreThere(const QHash<QString, QList<qint64>> &stored, const Evidence &evidence)
{
    for (const auto &[driver, times] : stored.asKeyValueRange()) {
        const auto there = evidence.fixes.value(driver);
        for (const auto time : times) {
            if (!there.contains(time))
                return u"a fix of %1 that was stored is not there"_s.arg(driver);
        }
    }
    return {};
}

} // namespace Doorstep::Test
