// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/archive/cacheschema.h"

#include "models/archive/renewedfile.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

// They only take before the first table, and write each time: a full disk must not keep anybody from reading. A row of
// a table without row ids spills to a page of its own from a quarter of a page on, which a stop of 1 kB does in the
// usual 4 kB page: it is then written and read as four times its size.
constexpr auto firstPragmas = "PRAGMA page_size = 8192; PRAGMA auto_vacuum = INCREMENTAL";
constexpr auto lastPragmas = R"(
PRAGMA synchronous = NORMAL;
PRAGMA foreign_keys = ON;
PRAGMA wal_autocheckpoint = 2000;
PRAGMA cache_size = -4000;
)";

// Entry n brings schema n to n + 1.
constexpr std::array<const char *, cacheSchemaVersion> migrations{
    R"(
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE feed (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    epoch TEXT NOT NULL,
    seq INTEGER NOT NULL,
    checksum TEXT NOT NULL
);
CREATE TABLE document (
    feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (feed, kind, id)
) WITHOUT ROWID;
)",
    // When a feed was last known to be whole, and which snapshot a document was last seen in.
    R"(
ALTER TABLE feed ADD COLUMN current_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;
)",
    // What a body comes to; 0 for one that was written before.
    R"(
ALTER TABLE document ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;
)",
};

Result<> migrate(Disk::Database &database, qint64 from)
{
    auto transaction = Disk::Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    for (auto version = from; version < cacheSchemaVersion; ++version) {
        if (auto done = database.execute(migrations[static_cast<std::size_t>(version)]); !done)
            return done;
    }
    const auto stamp = QByteArray("PRAGMA application_id = ") + QByteArray::number(cacheApplicationId)
        + "; PRAGMA user_version = " + QByteArray::number(cacheSchemaVersion);
    return database.execute(stamp.constData()).and_then([&transaction] { return transaction->commit(); });
}

std::unexpected<Error> unusable(const QString &why)
{
    return failure(Error::Kind::Malformed, u"cache: "_s + why);
}

Result<> check(Disk::Database &database, bool isSuspect)
{
    const auto tables = database.integer("SELECT count(*) FROM sqlite_schema");
    if (!tables)
        return unusable(tables.error().detail); // "file is not a database"
    const auto application = database.integer("PRAGMA application_id").value_or(-1);
    const auto version = database.integer("PRAGMA user_version").value_or(-1);
    if (*tables > 0 && application != cacheApplicationId)
        return unusable(u"the file belongs to another program"_s);
    if (version < 0 || version > cacheSchemaVersion)
        return unusable(u"the file is of a newer Doorstep (schema %1)"_s.arg(version));
    if (isSuspect && database.text("PRAGMA quick_check(1)").value_or(u"unreadable"_s) != "ok"_L1)
        return unusable(u"the file is damaged"_s);
    return {};
}

} // namespace

Result<> prepareCache(Disk::Database &database, bool isSuspect)
{
    auto set = database.execute("PRAGMA locking_mode = EXCLUSIVE");
    if (set && database.integer("PRAGMA page_count") == 0)
        set = database.execute(firstPragmas);
    for (const auto *pragmas : {Disk::safePragmas, lastPragmas}) {
        if (set)
            set = database.execute(pragmas);
    }
    if (!set)
        return unusable(set.error().detail);
    if (auto checked = check(database, isSuspect); !checked)
        return checked;
    const auto version = database.integer("PRAGMA user_version");
    if (!version)
        return std::unexpected(version.error());
    return *version == cacheSchemaVersion ? Result<>() : migrate(database, *version);
}

} // namespace Doorstep
