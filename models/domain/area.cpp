// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/area.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Doorstep {
namespace {

/// On which side of the line from a to b the place c is: positive is left.
double side(const QGeoCoordinate &a, const QGeoCoordinate &b, const QGeoCoordinate &c)
{
    return (b.longitude() - a.longitude()) * (c.latitude() - a.latitude())
        - (b.latitude() - a.latitude()) * (c.longitude() - a.longitude());
}

bool cross(const QGeoCoordinate &a, const QGeoCoordinate &b, const QGeoCoordinate &c, const QGeoCoordinate &d)
{
    return side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0;
}

bool crossesItself(const Area::Ring &ring)
{
    const auto count = ring.size();
    for (qsizetype i = 0; i < count; ++i) {
        for (qsizetype j = i + 2; j < count; ++j) {
            if (i == 0 && j == count - 1)
                continue; // neighbours, too
            if (cross(ring.at(i), ring.at(i + 1), ring.at(j), ring.at((j + 1) % count)))
                return true;
        }
    }
    return false;
}

/// Those that are not where the one before them is.
qsizetype differentCorners(const Area::Ring &ring)
{
    qsizetype count = 0;
    for (qsizetype i = 0; i < ring.size(); ++i)
        count += ring.at(i) != ring.at((i + 1) % ring.size()) ? 1 : 0;
    return count;
}

Area::Fault faultOf(const Area::Ring &ring)
{
    const auto isOffTheGlobe = [](const QGeoCoordinate &place) { return !place.isValid(); };
    if (std::ranges::any_of(ring, isOffTheGlobe))
        return Area::Fault::OffTheGlobe;
    if (differentCorners(ring) < 3)
        return Area::Fault::TooFewCorners;
    const auto [west, east] = std::ranges::minmax(ring, {}, &QGeoCoordinate::longitude);
    const auto [south, north] = std::ranges::minmax(ring, {}, &QGeoCoordinate::latitude);
    if (east.longitude() - west.longitude() > Area::largestDegrees
        || north.latitude() - south.latitude() > Area::largestDegrees)
        return Area::Fault::TooLarge;
    return crossesItself(ring) ? Area::Fault::CrossesItself : Area::Fault::None;
}

} // namespace

qsizetype Area::cornerCount() const
{
    qsizetype count = 0;
    for (const auto &polygon : polygons) {
        for (const auto &ring : polygon)
            count += ring.size();
    }
    return count;
}

Area::Fault Area::fault() const
{
    if (polygons.isEmpty() || std::ranges::any_of(polygons, [](const Polygon &polygon) { return polygon.isEmpty(); }))
        return Fault::Empty;
    if (cornerCount() > mostCorners)
        return Fault::TooManyCorners; // before anything that takes the square of their number
    qsizetype rings = 0;
    for (const auto &polygon : polygons)
        rings += polygon.size();
    if (rings > mostRings)
        return Fault::TooManyRings;
    for (const auto &polygon : polygons) {
        for (const auto &ring : polygon) {
            if (const auto fault = faultOf(ring); fault != Fault::None)
                return fault;
        }
    }
    return Fault::None;
}

AreaShape::AreaShape(const Area &area)
{
    constexpr double far = std::numeric_limits<double>::max();
    m_west = m_south = far;
    m_east = m_north = -far;
    for (const auto &polygon : area.polygons) {
        for (const auto &ring : polygon) {
            for (qsizetype i = 0; i < ring.size(); ++i) {
                const auto &a = ring.at(i);
                const auto &b = ring.at((i + 1) % ring.size());
                m_edges.push_back({.x1 = a.longitude(), .y1 = a.latitude(), .x2 = b.longitude(), .y2 = b.latitude()});
                m_west = std::min(m_west, a.longitude());
                m_east = std::max(m_east, a.longitude());
                m_south = std::min(m_south, a.latitude());
                m_north = std::max(m_north, a.latitude());
            }
        }
    }
}

bool AreaShape::contains(double x, double y) const
{
    if (x < m_west || x > m_east || y < m_south || y > m_north)
        return false;
    bool isInside = false;
    for (const auto &[x1, y1, x2, y2] : m_edges) {
        if ((y1 > y) != (y2 > y) && x < x1 + (y - y1) / (y2 - y1) * (x2 - x1))
            isInside = !isInside;
    }
    return isInside;
}

bool AreaShape::contains(const QGeoCoordinate &place) const
{
    return !isEmpty() && place.isValid() && contains(place.longitude(), place.latitude());
}

bool AreaShape::isFar(const QGeoCoordinate &a, const QGeoCoordinate &b) const
{
    return isEmpty() || !a.isValid() || !b.isValid() || std::max(a.longitude(), b.longitude()) < m_west
        || std::min(a.longitude(), b.longitude()) > m_east || std::max(a.latitude(), b.latitude()) < m_south
        || std::min(a.latitude(), b.latitude()) > m_north;
}

double AreaShape::shareInside(const QGeoCoordinate &a, const QGeoCoordinate &b) const
{
    if (isFar(a, b))
        return 0.0;
    const double dx = b.longitude() - a.longitude();
    const double dy = b.latitude() - a.latitude();
    // Where it meets an edge, it goes in or out.
    std::vector<double> turns{0.0, 1.0};
    for (const auto &[x1, y1, x2, y2] : m_edges) {
        const double ex = x2 - x1;
        const double ey = y2 - y1;
        const double across = dx * ey - dy * ex;
        if (across == 0.0)
            continue; // beside each other
        const double along = ((x1 - a.longitude()) * ey - (y1 - a.latitude()) * ex) / across;
        const double onEdge = ((x1 - a.longitude()) * dy - (y1 - a.latitude()) * dx) / across;
        if (along > 0.0 && along < 1.0 && onEdge >= 0.0 && onEdge <= 1.0)
            turns.push_back(along);
    }
    std::ranges::sort(turns);
    double inside = 0.0;
    for (std::size_t i = 1; i < turns.size(); ++i) {
        const double middle = (turns[i - 1] + turns[i]) / 2.0;
        if (contains(a.longitude() + middle * dx, a.latitude() + middle * dy))
            inside += turns[i] - turns[i - 1];
    }
    return inside;
}

bool AreaShape::meets(const QList<QGeoCoordinate> &line) const
{
    if (line.size() == 1)
        return contains(line.constFirst());
    for (qsizetype i = 1; i < line.size(); ++i) {
        if (shareInside(line.at(i - 1), line.at(i)) > 0.0)
            return true;
    }
    return false;
}

QGeoCoordinate AreaShape::centre() const
{
    return isEmpty() ? QGeoCoordinate() : QGeoCoordinate((m_south + m_north) / 2.0, (m_west + m_east) / 2.0);
}

} // namespace Doorstep

#include "moc_area.cpp"
