// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/sqlite.h"
#include "backend/region/tiles/mapstyle.h"

#include <map>
#include <mapnik/image.hpp>
#include <memory>
#include <utility>

namespace mapnik {
class Map;
}

namespace Doorstep {

/// A rectangle of the world's pixels at one zoom: the world is 256 · 2^zoom pixels wide, (0, 0) is its north-west
/// corner.
struct PixelBox
{
    int zoom = 0;
    qint64 x = 0;
    qint64 y = 0;
    int width = 0;
    int height = 0;
};

/// Some layers of the map's style, drawn with Mapnik. Belongs to one thread at a time; holds one read connection.
class TileSheet
{
public:
    enum class Layers : quint8 {
        Ground, ///< All that has no letters, on the land's colour.
        Lettering, ///< All that has, on nothing. No other layer keeps room for it or takes any from it.
    };

    /// Styles must outlive the sheet.
    [[nodiscard]] static Result<TileSheet> open(const QString &databasePath, Layers layers, const MapStyle &light,
                                                const MapStyle &dark);
    TileSheet(TileSheet &&) noexcept;
    TileSheet(const TileSheet &) = delete;
    TileSheet &operator=(const TileSheet &) = delete;
    TileSheet &operator=(TileSheet &&) = delete;
    ~TileSheet();

    /// \a box with `scale` times its pixels in each direction, not premultiplied. No label that follows a line crosses
    /// the box's edge.
    [[nodiscard]] Result<mapnik::image_rgba8> draw(TileStyle style, const PixelBox &box, int scale);

private:
    TileSheet(std::shared_ptr<Sqlite::Database> database, Layers layers, const MapStyle &light, const MapStyle &dark);

    [[nodiscard]] const MapStyle &styleOf(TileStyle style) const;
    [[nodiscard]] Result<mapnik::Map *> map(TileStyle style, int scale);

    std::shared_ptr<Sqlite::Database> m_database;
    Layers m_layers;
    const MapStyle &m_light;
    const MapStyle &m_dark;
    std::map<std::pair<TileStyle, int>, std::unique_ptr<mapnik::Map>> m_maps;
};

} // namespace Doorstep
