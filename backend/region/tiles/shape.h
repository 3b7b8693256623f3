// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>
#include <optional>
#include <vector>

namespace Doorstep {

/// A place on the world's Web Mercator square, from -2^31 (west, south) to 2^31 - 1 (east, north): a unit is 0.93 cm at
/// the equator.
struct GridPoint
{
    std::int32_t x = 0;
    std::int32_t y = 0;

    /// WGS 84 in degrees; latitudes past the square's edge (85.05°) are put on it.
    [[nodiscard]] static GridPoint fromDegrees(double longitude, double latitude);

    /// Grid units in one metre of the projection (not of the ground, which is shorter away from the equator).
    static constexpr double unitsPerMeter = 4294967296.0 / 40075016.685578488;

    bool operator==(const GridPoint &) const = default;
};

/// What both corners belong to.
struct GridBox
{
    GridPoint min{.x = INT32_MAX, .y = INT32_MAX};
    GridPoint max{.x = INT32_MIN, .y = INT32_MIN};

    void add(GridPoint point);
    [[nodiscard]] bool isEmpty() const { return min.x > max.x || min.y > max.y; }

    bool operator==(const GridBox &) const = default;
};

/// One thing to draw. Of an area every ring is a part, closed (last point = first), holes turning against the outer
/// rings.
struct Shape
{
    enum class Type : std::uint8_t { Point = 1, Line = 2, Area = 3 };
    using Part = std::vector<GridPoint>;

    Type type = Type::Point;
    std::vector<Part> parts;

    [[nodiscard]] GridBox box() const;
    /// As stored in a region: type, parts, points as differences in variable-length integers.
    [[nodiscard]] QByteArray packed() const;
    /// Empty when the bytes are not what packed() writes.
    [[nodiscard]] static std::optional<Shape> unpacked(QByteArrayView bytes);
    /// With the points left out that are nearer than \a tolerance (grid units) to the line without them. Rings that
    /// vanish are dropped; an area may end up without parts.
    [[nodiscard]] Shape simplified(double tolerance) const;
    /// Of an area: what it covers, in square grid units, holes subtracted.
    [[nodiscard]] double area() const;
    /// Of a line: from end to end over all parts, in grid units.
    [[nodiscard]] double length() const;

    bool operator==(const Shape &) const = default;
};

} // namespace Doorstep
