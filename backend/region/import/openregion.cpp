// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/import/openregion.h"

#include "backend/region/places/placessink.h"
#include "backend/region/roads/roadsink.h"
#include "backend/region/tiles/tilesink.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

bool isCompiled(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(15) == "SQLite format 3";
}

/// Size and time decide; when only the time differs (a fresh checkout, a copy) the content does.
bool isMadeFrom(const Region &region, const QFileInfo &extract)
{
    if (region.sourceSize != extract.size())
        return false;
    if (region.sourceModifiedAt.toSecsSinceEpoch() == extract.lastModified().toSecsSinceEpoch())
        return true;
    QFile content(extract.filePath());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return content.open(QIODevice::ReadOnly) && hash.addData(&content) && hash.result().toHex() == region.sourceSha256;
}

QString cachedPath(const QFileInfo &extract, const QString &cacheFolder)
{
    const auto hash = QCryptographicHash::hash(extract.absoluteFilePath().toUtf8(), QCryptographicHash::Sha256);
    const auto folder = extract.completeBaseName() + u'-' + QString::fromLatin1(hash.toHex().first(12));
    return QDir(cacheFolder).filePath(folder + "/region.sqlite"_L1);
}

} // namespace

RegionSinks regionSinks()
{
    RegionSinks sinks;
    sinks.push_back(std::make_unique<RoadSink>());
    sinks.push_back(std::make_unique<PlacesSink>());
    sinks.push_back(makeTileSink());
    return sinks;
}

Result<Region> openRegion(const QString &path, const QString &cacheFolder, const Progress &progress)
{
    const QFileInfo file(path);
    if (!file.exists())
        return failure(Error::Kind::NotFound, u"There is no file %1."_s.arg(path));
    if (isCompiled(path))
        return readRegion(path);

    const auto beside = file.absoluteDir().filePath(u"region.sqlite"_s);
    const auto cached = cachedPath(file, cacheFolder);
    bool besideIsTaken = false;
    for (const auto &candidate : {beside, cached}) {
        const auto region = readRegion(candidate);
        if (region && region->sourceName == file.fileName() && isMadeFrom(*region, file))
            return region;
        // Another extract's region is left alone; one of another version could be anybody's and is made anew.
        if (region && candidate == beside && region->sourceName != file.fileName())
            besideIsTaken = true;
    }
    const bool canWriteBeside = QFileInfo(file.absolutePath()).isWritable() && !besideIsTaken;
    return importRegion(path, canWriteBeside ? beside : cached, regionSinks(), progress);
}

Result<Region> openRegion(const QString &path, const Progress &progress)
{
    const auto caches = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return openRegion(path, caches + "/doorstep/regions"_L1, progress);
}

} // namespace Doorstep
