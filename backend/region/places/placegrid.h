// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTypes>

#include <cmath>

namespace Doorstep::Places {

/// A point in WGS 84 degrees, without QGeoCoordinate's indirection: there are millions.
struct Spot
{
    double lat = 0.0;
    double lon = 0.0;

    bool operator==(const Spot &) const = default;
};

inline constexpr double metersPerDegree = 111'195.0; ///< Of latitude.

/// Metres between two spots a city apart at most: the earth taken as flat there, good to 0.1 %.
[[nodiscard]] inline double metersBetween(const Spot &a, const Spot &b)
{
    const double east = (b.lon - a.lon) * std::cos((a.lat + b.lat) * 0.5 * 0.017453292519943295);
    return std::hypot(b.lat - a.lat, east) * metersPerDegree;
}

/// The cell of a spot in a grid of \a degrees: columns in the low 32 bits, rows above. Add gridRow to go north.
inline constexpr qint64 gridRow = qint64{1} << 32;
[[nodiscard]] inline qint64 gridCell(const Spot &spot, double degrees)
{
    const auto row = static_cast<qint64>(std::floor((spot.lat + 90.0) / degrees));
    const auto column = static_cast<qint64>(std::floor((spot.lon + 180.0) / degrees));
    return row * gridRow + column;
}

inline constexpr double nearCellDegrees = 0.002; ///< Of the columns `cell` in the tables: some 200 m.

} // namespace Doorstep::Places
