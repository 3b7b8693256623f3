// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/tiles/mapfonts.h"
#include "backend/region/tiles/tileservice.h"

#include <QString>

#include <memory>

namespace Doorstep {

/// How MapnikTiles draws and keeps.
struct TileSettings
{
    QString databasePath; ///< A compiled region.
    QString cacheFolder; ///< For tiles-STYLE[@2x].mbtiles; empty: nothing is kept.
    qint64 maxCacheBytes = qint64{256} << 20; ///< Of each of the four files.
    int renderers =
        2; ///< How many metatiles are drawn at once; each takes two threads, two database connections and some 30 MB.
    QStringList fontFolders = Doorstep::fontFolders();
};

/// Draws a region with Mapnik, several tiles at a time, and keeps what it drew.
///
/// However many threads ask for tiles of one metatile at once, it is drawn once and all are answered. A caller waits
/// while all renderers are busy, so give it no more threads than may wait.
class MapnikTiles
{
public:
    /// How many tiles a metatile of \a zoom has on a side: as many as leave room for the names of streets, and fewer
    /// where so much is on them that a person would wait.
    [[nodiscard]] static constexpr int tilesAcross(int zoom) noexcept { return zoom < 16 ? 2 : 4; }

    /// Fails with NotFound without region or fonts (`detail` says what to install), Malformed or Refused when the
    /// region is none or of another version.
    [[nodiscard]] static Result<std::unique_ptr<TileService>> open(const TileSettings &settings);
};

} // namespace Doorstep
