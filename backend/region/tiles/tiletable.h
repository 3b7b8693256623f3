// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/sqlite.h"
#include "backend/region/tiles/shape.h"

#include <array>
#include <string>

namespace Doorstep {

/// The tables of a region that tiles are drawn from. All have the same columns: `kind` and
/// `name` as text, `rank` (drawn from low to high), `flags`, `shape` (Shape::packed), and beside each an R-tree
/// TABLE_index over x, y and zoom.
inline constexpr std::array tileTables{"tile_ground", "tile_line",   "tile_building", "tile_road",
                                       "tile_label",  "tile_street", "tile_number"};

/// One row: something that is drawn at zooms `minZoom` to `maxZoom`.
struct TileRow
{
    enum Flag : std::uint8_t { Link = 1, Bridge = 2, Tunnel = 4, Oneway = 8 };

    std::string kind;
    std::string name;
    qint64 rank = 0;
    int flags = 0;
    int minZoom = 0;
    int maxZoom = 0;
    Shape shape;
};

/// Writes one of those tables.
class TileTable
{
public:
    /// Makes the table \a name.
    [[nodiscard]] static Result<TileTable> create(Sqlite::Database &database, const std::string &name);

    /// Keeps the first error for finish(): an import cannot stop in the middle of a file anyway. Rows without points or
    /// zooms are left out.
    void insert(const TileRow &row);
    /// The same in up to four rows, of which those for smaller zooms are coarser: nothing is lost that is larger than a
    /// quarter of a pixel.
    void insertAtAllZooms(TileRow row);
    [[nodiscard]] Result<> finish();

private:
    TileTable(Sqlite::Database &database, Sqlite::Statement row, Sqlite::Statement index);

    Sqlite::Database *m_database;
    Sqlite::Statement m_row;
    Sqlite::Statement m_index;
    Result<> m_state;
};

} // namespace Doorstep
