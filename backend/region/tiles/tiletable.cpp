// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/tiles/tiletable.h"

#include "backend/region/tiles/tilekinds.h"

#include <algorithm>
#include <cmath>

namespace Doorstep {

Result<TileTable> TileTable::create(Sqlite::Database &database, const std::string &name)
{
    const auto sql = "CREATE TABLE " + name
        + "(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, rank INTEGER NOT NULL, flags INTEGER NOT "
          "NULL,"
          " shape BLOB NOT NULL);"
          "CREATE VIRTUAL TABLE "
        + name + "_index USING rtree_i32(id, minx, maxx, miny, maxy, minz, maxz)";
    if (auto made = database.exec(sql.c_str()); !made)
        return std::unexpected(std::move(made.error()));
    auto row = database.prepare("INSERT INTO " + name + "(kind, name, rank, flags, shape) VALUES(?, ?, ?, ?, ?)");
    if (!row)
        return std::unexpected(std::move(row.error()));
    auto index = database.prepare("INSERT INTO " + name + "_index VALUES(?, ?, ?, ?, ?, ?, ?)");
    if (!index)
        return std::unexpected(std::move(index.error()));
    return TileTable(database, std::move(*row), std::move(*index));
}

TileTable::TileTable(Sqlite::Database &database, Sqlite::Statement row, Sqlite::Statement index)
    : m_database(&database)
    , m_row(std::move(row))
    , m_index(std::move(index))
{
}

void TileTable::insert(const TileRow &row)
{
    const auto box = row.shape.box();
    if (!m_state || box.isEmpty() || row.minZoom > row.maxZoom)
        return;
    m_state = m_row.run(std::string_view(row.kind), std::string_view(row.name), row.rank, row.flags,
                        QByteArrayView(row.shape.packed()));
    if (m_state)
        m_state = m_index.run(m_database->lastInsertId(), box.min.x, box.max.x, box.min.y, box.max.y, row.minZoom,
                              row.maxZoom);
}

void TileTable::insertAtAllZooms(TileRow row)
{
    struct Band
    {
        int minZoom;
        int maxZoom;
    };
    constexpr std::array bands{Band{.minZoom = 0, .maxZoom = 10}, Band{.minZoom = 11, .maxZoom = 12},
                               Band{.minZoom = 13, .maxZoom = 14}, Band{.minZoom = 15, .maxZoom = maxTileZoom}};
    const int minZoom = row.minZoom;
    const auto shape = std::move(row.shape);
    for (const auto band : bands) {
        row.minZoom = std::max(minZoom, band.minZoom);
        row.maxZoom = band.maxZoom;
        if (row.minZoom > row.maxZoom)
            continue;
        row.shape = shape.simplified(std::ldexp(0.25, 24 - band.maxZoom));
        insert(row);
    }
}

Result<> TileTable::finish()
{
    return std::exchange(m_state, {});
}

} // namespace Doorstep
