// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/sqlite/schema.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Doorstep::StoreFile {
namespace {

constexpr qint64 applicationId = 0x44535450; // "DSTP"

// migrations[n] leads from version n to n + 1. Never change one that was released: add another.
constexpr std::array<const char *, schemaVersion> migrations{
    R"(
CREATE TABLE feed(
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    epoch INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    horizon INTEGER NOT NULL -- the log holds the changes after it
) STRICT;
CREATE TABLE document(
    feed INTEGER NOT NULL REFERENCES feed(no),
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY(feed, kind, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE change_log(
    feed INTEGER NOT NULL REFERENCES feed(no),
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    deleted INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY(feed, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE claim(
    space TEXT NOT NULL,
    key TEXT NOT NULL,
    holder TEXT NOT NULL,
    PRIMARY KEY(space, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE tracked_driver(
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE fix(
    driver INTEGER NOT NULL REFERENCES tracked_driver(no),
    at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    lon REAL NOT NULL,
    lat REAL NOT NULL,
    accuracy REAL,
    speed REAL,
    heading REAL,
    battery REAL,
    flags INTEGER NOT NULL,
    PRIMARY KEY(driver, at)
) STRICT, WITHOUT ROWID;
CREATE TABLE account(
    name TEXT NOT NULL PRIMARY KEY,
    user TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE session(
    token_hash TEXT NOT NULL PRIMARY KEY,
    user TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE kept_answer(
    key TEXT NOT NULL PRIMARY KEY,
    request_hash TEXT NOT NULL,
    body TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_answer_at ON kept_answer(at);
)",
    R"(
CREATE TABLE device(
    id TEXT NOT NULL PRIMARY KEY,
    user TEXT NOT NULL,
    last_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE command(
    id TEXT NOT NULL PRIMARY KEY,
    device TEXT NOT NULL REFERENCES device(id),
    seq INTEGER NOT NULL,
    digest TEXT NOT NULL,
    feed TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    refusal TEXT NOT NULL, -- the verdict unless it was applied
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX command_at ON command(at);
CREATE TABLE audit(
    feed INTEGER NOT NULL REFERENCES feed(no),
    n INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    device TEXT NOT NULL,
    action TEXT NOT NULL,
    about TEXT NOT NULL, -- one a line
    body TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY(feed, n)
) STRICT;
CREATE TABLE audit_subject(
    feed INTEGER NOT NULL,
    subject TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY(feed, subject, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit_head( -- the last entry, so that it cannot be dropped either
    feed INTEGER NOT NULL PRIMARY KEY REFERENCES feed(no),
    n INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;
ALTER TABLE account ADD COLUMN disabled INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN began_at INTEGER NOT NULL DEFAULT 0;
)"};

Result<> migrate(Database &database, const QString &path, qint64 from)
{
    if (from > 0) {
        Statement copy(database, "VACUUM INTO ?1");
        if (auto done = copy.with(u"%1.before-%2"_s.arg(path).arg(schemaVersion)).run(); !done)
            return done;
    }
    QByteArray script = "BEGIN EXCLUSIVE;";
    for (auto version = from; version < schemaVersion; ++version)
        script += migrations.at(static_cast<std::size_t>(version));
    script += "PRAGMA application_id=" + QByteArray::number(applicationId) + ";";
    script += "PRAGMA user_version=" + QByteArray::number(schemaVersion) + ";COMMIT;";
    auto done = database.execute(script);
    if (!done)
        static_cast<void>(database.execute("ROLLBACK"));
    return done;
}

} // namespace

Result<qint64> ownedVersion(Database &database, const QString &path)
{
    const auto owner = database.integer("PRAGMA application_id");
    const auto version = database.integer("PRAGMA user_version");
    const auto tables = database.integer("SELECT count(*) FROM sqlite_schema");
    if (!owner || !version || !tables)
        return failure(Error::Kind::Refused,
                       u"%1 is not a Doorstep database, or it is damaged: %2"_s.arg(path, database.error().detail));
    const bool isNew = *tables == 0 && *owner == 0 && *version == 0;
    if (!isNew && *owner != applicationId)
        return failure(Error::Kind::Refused,
                       u"%1 belongs to another program, not to Doorstep: give another path"_s.arg(path));
    if (*version > schemaVersion)
        return failure(
            Error::Kind::Refused,
            u"%1 was written by a newer Doorstep (schema %2, this program knows %3): update this program"_s.arg(path)
                .arg(*version)
                .arg(schemaVersion));
    return *version;
}

Result<> prepareSchema(Database &database, const QString &path)
{
    const auto version = ownedVersion(database, path);
    if (!version)
        return std::unexpected(version.error());
    return *version == schemaVersion ? Result<>() : migrate(database, path, *version);
}

} // namespace Doorstep::StoreFile
