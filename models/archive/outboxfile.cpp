// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/archive/outboxfile.h"

#include "models/archive/renewedfile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr int versionAt = 60; // in the header of a SQLite file
constexpr int applicationAt = 68;

std::unexpected<Error> newer()
{
    return failure(Error::Kind::Refused, u"outbox: a newer program wrote it; use that one"_s);
}

/// A disk that says no is not a damaged file.
Error damage(const Error &error)
{
    const auto isDiskFull = error.detail.startsWith("sqlite 13:"_L1);
    const auto code = error.detail.section(u' ', 1, 1).chopped(1).toInt();
    const bool isDisk = isDiskFull || (code & 0xff) == 10 || (code & 0xff) == 5 || (code & 0xff) == 14;
    return {.kind = isDisk ? Error::Kind::Storage : Error::Kind::Malformed, .detail = error.detail};
}

Result<> readFacts(Disk::Database &database, OutboxHistory &history)
{
    auto facts = database.prepare("SELECT name, value FROM fact");
    if (!facts)
        return std::unexpected(facts.error());
    for (;;) {
        const auto row = facts->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return {};
        history.facts.insert(facts->text(0), facts->text(1));
    }
}

Result<> readInto(Disk::Database &database, OutboxHistory &history, bool isStrict)
{
    auto rows = database.prepare("SELECT record, hash FROM command ORDER BY n");
    if (!rows)
        return std::unexpected(rows.error());
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            break;
        const auto record = rows->blob(0);
        const bool isWhole = QCryptographicHash::hash(record, QCryptographicHash::Sha256) == rows->blob(1);
        auto command = isWhole ? outboxCommandFromRecord(record)
                               : failure(Error::Kind::Malformed, u"outbox: a row is not what was written"_s);
        if (command)
            history.take(*command);
        else if (isStrict)
            return std::unexpected(command.error());
    }
    return readFacts(database, history);
}

} // namespace

Result<> checkOutboxVersion(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto header = file.read(100);
    if (header.size() < 100)
        return {};
    const auto application = qFromBigEndian<quint32>(header.constData() + applicationAt);
    const auto version = qFromBigEndian<quint32>(header.constData() + versionAt);
    if (application == outboxApplicationId && version > outboxSchemaVersion)
        return newer();
    return {};
}

Result<> prepareOutbox(Disk::Database &database, bool isSuspect)
{
    const auto application = database.integer("PRAGMA application_id");
    if (!application)
        return std::unexpected(damage(application.error()));
    const auto version = database.integer("PRAGMA user_version").value_or(0);
    const auto tables = database.integer("SELECT count(*) FROM sqlite_schema").value_or(0);
    if (*application == outboxApplicationId && version > outboxSchemaVersion)
        return newer();
    if (*application != outboxApplicationId && (*application != 0 || tables > 0))
        return failure(Error::Kind::Malformed, u"outbox: another program's file"_s);
    if (isSuspect) {
        const auto checked = database.text("PRAGMA quick_check(1)");
        if (!checked)
            return std::unexpected(damage(checked.error()));
        if (*checked != "ok"_L1)
            return failure(Error::Kind::Malformed, u"outbox: "_s + *checked);
    }
    const auto pragmas =
        database.execute(Disk::safePragmas).and_then([&] { return database.execute("PRAGMA synchronous = FULL"); });
    if (!pragmas)
        return std::unexpected(damage(pragmas.error()));
    if (version == outboxSchemaVersion)
        return {};
    return database
        .execute("BEGIN EXCLUSIVE;"
                 "CREATE TABLE command (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, record BLOB NOT NULL, hash "
                 "BLOB NOT NULL) STRICT;"
                 "CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"
                 "PRAGMA application_id = 0x44536f62; PRAGMA user_version = 1; COMMIT;")
        .transform_error(damage);
}

Result<OutboxHistory> readOutbox(Disk::Database &database)
{
    OutboxHistory history;
    auto read = readInto(database, history, true);
    if (!read)
        return std::unexpected(damage(read.error()));
    return history;
}

OutboxHistory salvageOutbox(const QString &path)
{
    OutboxHistory history;
    if (auto database = Disk::Database::open(path))
        (void)readInto(*database, history, false);
    return history;
}

} // namespace Doorstep
