// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/import/regionimport.h"

#include "backend/region/import/extractreader.h"
#include "backend/region/import/regiontable.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTimeZone>

#include <fcntl.h>
#include <unistd.h>

namespace Doorstep {

using namespace Qt::StringLiterals;

namespace {

/// Puts \a from in the place of \a to so that after a power cut there is the whole old file or the whole new one.
Result<> replaceFile(const QString &from, const QString &to)
{
    const auto sync = [](const QString &path, int flags) {
        const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
        if (descriptor < 0)
            return false;
        const bool synced = ::fsync(descriptor) == 0;
        ::close(descriptor);
        return synced;
    };
    if (!sync(from, O_RDWR) || ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return failure(Error::Kind::Storage, u"%1 could not be written: %2."_s.arg(to, qt_error_string()));
    sync(QFileInfo(to).absolutePath(), O_RDONLY | O_DIRECTORY); // some file systems cannot; the file itself is safe
    return {};
}

Result<Region> describe(const QString &extract)
{
    const QFileInfo file(extract);
    if (!file.exists())
        return failure(Error::Kind::NotFound, u"There is no file %1."_s.arg(extract));
    QFile content(extract);
    if (!file.isFile() || !content.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Malformed, u"%1 cannot be read."_s.arg(extract));
    if (file.size() == 0)
        return failure(Error::Kind::Malformed, u"%1 is empty."_s.arg(extract));

    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(&content);
    Region region;
    region.sourceName = file.fileName();
    region.sourceSize = file.size();
    region.sourceModifiedAt = QDateTime::fromSecsSinceEpoch(file.lastModified().toSecsSinceEpoch(), QTimeZone::UTC);
    region.sourceSha256 = hash.result().toHex();
    region.importedAt = QDateTime::fromSecsSinceEpoch(QDateTime::currentSecsSinceEpoch(), QTimeZone::UTC);
    region.attribution = regionAttribution.toString();
    return region;
}

Result<> compile(Sqlite::Database &database, const QString &extract, Region &region, const RegionSinks &sinks,
                 const Progress &progress)
{
    // The file is thrown away unless everything succeeds, so SQLite need not guard against a crash.
    if (auto set = database.exec("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                                 "PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536");
        !set)
        return set;
    if (auto begun = database.exec("BEGIN"); !begun)
        return begun;
    for (const auto &sink : sinks) {
        if (auto begun = sink->begin(database); !begun)
            return begun;
    }
    auto box = readExtract(extract, sinks, progress);
    if (!box)
        return std::unexpected(std::move(box.error()));
    region.box = *box;
    for (const auto &sink : sinks) {
        if (auto finished = sink->finish(database, progress); !finished)
            return finished;
    }
    if (auto written = writeRegionTable(database, region); !written)
        return written;
    return database.exec("COMMIT; ANALYZE");
}

} // namespace

Result<Region> importRegion(const QString &extract, const QString &databasePath, const RegionSinks &sinks,
                            const Progress &progress)
{
    auto region = describe(extract);
    if (!region)
        return region;

    const auto folder = QFileInfo(databasePath).absolutePath();
    if (!QDir().mkpath(folder))
        return failure(Error::Kind::Storage, u"The folder %1 cannot be made."_s.arg(folder));
    const auto temporary = u"%1.tmp-%2"_s.arg(databasePath).arg(QCoreApplication::applicationPid());
    QFile::remove(temporary);
    const auto cleanUp = qScopeGuard([&temporary] { QFile::remove(temporary); });
    {
        auto database = Sqlite::Database::open(temporary, Sqlite::Database::Mode::Create);
        if (!database)
            return failure(Error::Kind::Storage, u"%1 cannot be written."_s.arg(databasePath));
        if (auto compiled = compile(*database, extract, *region, sinks, progress); !compiled)
            return std::unexpected(std::move(compiled.error()));
    }
    if (auto replaced = replaceFile(temporary, databasePath); !replaced)
        return std::unexpected(std::move(replaced.error()));
    region->databasePath = databasePath;
    return region;
}

Result<Region> readRegion(const QString &databasePath)
{
    if (!QFileInfo::exists(databasePath))
        return failure(Error::Kind::NotFound, u"There is no file %1."_s.arg(databasePath));
    auto database = Sqlite::Database::open(databasePath, Sqlite::Database::Mode::Read);
    if (!database)
        return failure(Error::Kind::Malformed, u"%1 is not a compiled region."_s.arg(databasePath));
    auto region = readRegionTable(*database);
    if (!region) {
        region.error().detail = databasePath + u' ' + region.error().detail;
        return region;
    }
    region->databasePath = databasePath;
    return region;
}

} // namespace Doorstep
