// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/import/regionsink.h"

#include <QByteArray>
#include <QDateTime>

#include <memory>
#include <vector>

namespace Doorstep {

/// Raise this whenever a table of roads, places or tiles changes its columns or meaning: compiled regions of another
/// version are refused by readRegion() and made again by openRegion().
inline constexpr int regionSchemaVersion = 2;

inline constexpr QStringView regionAttribution(u"© OpenStreetMap contributors");

/// WGS 84 degrees; west > east never happens.
struct RegionBox
{
    double west = 0.0;
    double south = 0.0;
    double east = 0.0;
    double north = 0.0;

    bool operator==(const RegionBox &) const = default;
};

/// A compiled region: where it is and what it was made from. Open `databasePath` with Sqlite::Database::Mode::Read.
struct Region
{
    QString databasePath;
    QString sourceName; ///< File name of the extract, without the folder.
    qint64 sourceSize = 0; ///< Bytes.
    QDateTime sourceModifiedAt; ///< UTC, whole seconds.
    QByteArray sourceSha256; ///< Hexadecimal.
    QDateTime importedAt; ///< UTC.
    RegionBox box; ///< Around all roads, or around everything where there is no road.
    QString attribution; ///< To be shown wherever anything of the region is shown.

    bool operator==(const Region &) const = default;
};

using RegionSinks = std::vector<std::unique_ptr<RegionSink>>;

/// Compiles the OpenStreetMap extract (.osm.pbf, also .osm, .osm.gz, .osm.bz2, .opl) into \a databasePath, overwriting
/// it.
///
/// All or nothing: it writes a file of another name beside it, syncs and renames, so that a kill at any moment leaves
/// what was there. Takes memory for all node locations (12 bytes each at best) and what the sinks keep. Fails with
/// NotFound when there is no such file, Malformed when it is broken, cut short, empty or has places off the globe,
/// Storage when writing fails; `detail` is one sentence for a person.
[[nodiscard]] Result<Region> importRegion(const QString &extract, const QString &databasePath, const RegionSinks &sinks,
                                          const Progress &progress);

/// What the compiled file at \a databasePath says of itself. Fails with NotFound, Malformed when it is no region,
/// Refused when another version of Doorstep compiled it.
[[nodiscard]] Result<Region> readRegion(const QString &databasePath);

} // namespace Doorstep
