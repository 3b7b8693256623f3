// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QGeoCoordinate>
#include <QList>
#include <QObject>

#include <vector>

namespace Doorstep {

/// A part of the ground: polygons of rings, as in GeoJSON. Of each polygon the first ring is its outline, the others
/// are holes; a ring's last corner is not its first one again. What lies in an odd number of rings is inside, so the
/// direction of a ring does not matter.
struct Area
{
    Q_GADGET
public:
    using Ring = QList<QGeoCoordinate>;
    using Polygon = QList<Ring>;

    /// Why an area cannot be used.
    enum class Fault : quint8 {
        None,
        Empty, ///< No polygon, or one without a ring.
        TooFewCorners, ///< A ring of less than three different places.
        TooManyCorners,
        TooManyRings,
        OffTheGlobe,
        TooLarge, ///< Wider or higher than five degrees: somebody's country, not a closure.
        CrossesItself, ///< Two edges of one ring cross.
    };
    Q_ENUM(Fault)

    static constexpr qsizetype mostCorners = 2'000; ///< Of all rings.
    static constexpr qsizetype mostRings = 100;
    static constexpr double largestDegrees = 5.0;

    QList<Polygon> polygons;

    [[nodiscard]] bool isEmpty() const { return polygons.isEmpty(); }
    [[nodiscard]] qsizetype cornerCount() const;
    [[nodiscard]] Fault fault() const;

    bool operator==(const Area &) const = default;
};

/// An area made for asking often: no heap behind a place, and what is far away is known to be so at once. On a flat map
/// of degrees, which is true enough within a city.
class AreaShape
{
public:
    AreaShape() = default;
    explicit AreaShape(const Area &area);

    [[nodiscard]] bool isEmpty() const noexcept { return m_edges.empty(); }
    [[nodiscard]] bool contains(const QGeoCoordinate &place) const;
    /// Whether any of \a line lies inside, even between two of its places.
    [[nodiscard]] bool meets(const QList<QGeoCoordinate> &line) const;
    /// How much of the way from \a a to \a b lies inside, 0 to 1.
    [[nodiscard]] double shareInside(const QGeoCoordinate &a, const QGeoCoordinate &b) const;
    /// Of the box around it; invalid when it is empty.
    [[nodiscard]] QGeoCoordinate centre() const;
    [[nodiscard]] QGeoCoordinate southWest() const { return {m_south, m_west}; }
    [[nodiscard]] QGeoCoordinate northEast() const { return {m_north, m_east}; }

private:
    struct Edge
    {
        double x1 = 0.0; ///< Longitude and latitude.
        double y1 = 0.0;
        double x2 = 0.0;
        double y2 = 0.0;
    };
    [[nodiscard]] bool contains(double x, double y) const;
    [[nodiscard]] bool isFar(const QGeoCoordinate &a, const QGeoCoordinate &b) const;

    std::vector<Edge> m_edges;
    double m_west = 0.0;
    double m_east = 0.0;
    double m_south = 0.0;
    double m_north = 0.0;
};

} // namespace Doorstep
