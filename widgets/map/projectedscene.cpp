// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/projectedscene.h"

#include <algorithm>
#include <cmath>

namespace Doorstep {

namespace {
/// Of a list of places or a PackedLine.
template <typename Line>
std::vector<WorldPoint> projected(const Line &places)
{
    std::vector<WorldPoint> points;
    points.reserve(size_t(places.size()));
    for (qsizetype i = 0; i < places.size(); ++i)
        if (const auto point = toWorld(places.at(i)))
            points.push_back(*point);
    return points;
}

struct Foot
{
    size_t after = 0; // index of the point before it
    WorldPoint where;
};

/// The point of \a line that is nearest to \a place.
Foot nearestOn(const std::vector<WorldPoint> &line, WorldPoint place)
{
    Foot nearest{.after = 0, .where = line.front()};
    auto least = std::hypot(line.front().x - place.x, line.front().y - place.y);
    for (size_t i = 0; i + 1 < line.size(); ++i) {
        const auto dx = line[i + 1].x - line[i].x;
        const auto dy = line[i + 1].y - line[i].y;
        const auto length2 = dx * dx + dy * dy;
        if (length2 <= 0.0)
            continue;
        const auto share = std::clamp(((place.x - line[i].x) * dx + (place.y - line[i].y) * dy) / length2, 0.0, 1.0);
        const WorldPoint foot{.x = line[i].x + share * dx, .y = line[i].y + share * dy};
        const auto distance = std::hypot(foot.x - place.x, foot.y - place.y);
        if (distance < least) {
            least = distance;
            nearest = {.after = i, .where = foot};
        }
    }
    return nearest;
}

void append(std::vector<WorldPoint> &to, const std::vector<WorldPoint> &from)
{
    to.insert(to.end(), from.begin(), from.end());
}

ProjectedScene::Line projected(const RouteLine &route)
{
    ProjectedScene::Line line{.id = route.id, .colour = route.colour};
    for (int i = 0; i < route.legs.size(); ++i) {
        auto leg = projected(route.legs.at(i));
        if (leg.empty())
            continue;
        const auto reached = i == route.doneLegs ? toWorld(route.reached) : std::nullopt;
        if (reached) {
            const auto foot = nearestOn(leg, *reached);
            line.done.insert(line.done.end(), leg.begin(), leg.begin() + std::ptrdiff_t(foot.after) + 1);
            line.done.push_back(foot.where);
            line.open.push_back(foot.where);
            line.open.insert(line.open.end(), leg.begin() + std::ptrdiff_t(foot.after) + 1, leg.end());
        } else {
            append(i < route.doneLegs ? line.done : line.open, leg);
        }
    }
    line.done.shrink_to_fit(); // there may be tens of thousands of legs
    line.open.shrink_to_fit();
    return line;
}
} // namespace

void ProjectedScene::setStops(const QList<StopMarker> &stops)
{
    m_stops.clear();
    m_stops.reserve(stops.size());
    m_stopPlaces.clear();
    m_stopPlaces.reserve(size_t(stops.size()));
    for (const auto &stop : stops) {
        if (const auto point = toWorld(stop.where)) {
            m_stops.append(stop);
            m_stopPlaces.push_back(*point);
        }
    }
    m_stopGrid = WorldGrid(m_stopPlaces);
    m_clusters.clear();
    findFocus();
    findEntrances();
}

const std::vector<StopCluster> &ProjectedScene::clusters(int zoom) const
{
    const auto found = m_clusters.find(zoom);
    if (found != m_clusters.end())
        return found->second;
    return m_clusters.emplace(zoom, clusterStops(m_stops, m_stopPlaces, zoom)).first->second;
}

void ProjectedScene::setDrivers(const QList<DriverMarker> &drivers, DriverGlides::Time now)
{
    QSet<DriverId> present;
    m_drivers.clear();
    for (const auto &driver : drivers) {
        const auto point = toWorld(driver.where);
        if (!point)
            continue;
        m_glides.moveTo(driver.id, *point, now);
        present.insert(driver.id);
        m_drivers.append(driver);
    }
    m_glides.keepOnly(present);
    findFocus();
}

WorldPoint ProjectedScene::driverPlace(const DriverMarker &driver, DriverGlides::Time now) const
{
    return m_glides.at(driver.id, now).value_or(WorldPoint{});
}

void ProjectedScene::setRoutes(const QList<RouteLine> &routes)
{
    m_lines.clear();
    m_lines.reserve(size_t(routes.size()));
    for (const auto &route : routes)
        m_lines.push_back(projected(route));
}

void ProjectedScene::setDepots(const QList<DepotMarker> &depots)
{
    m_depots.clear();
    for (const auto &depot : depots)
        if (const auto point = toWorld(depot.where))
            m_depots.push_back({depot, *point});
}

void ProjectedScene::setClosures(const QList<ClosureArea> &closures)
{
    m_closures.clear();
    for (const auto &closure : closures) {
        Closure shown{.marker = closure, .outline = projected(closure.outline), .isRoad = closure.isRoad};
        for (const auto &hole : closure.holes)
            shown.holes.push_back(projected(hole));
        m_closures.push_back(std::move(shown));
    }
}

void ProjectedScene::setSketch(const QList<QGeoCoordinate> &corners)
{
    m_sketch = projected(corners);
}

void ProjectedScene::setTrail(const QList<QGeoCoordinate> &trail)
{
    m_trail = projected(trail);
}

void ProjectedScene::setSelection(const MapSelection &selection)
{
    m_selection = selection;
    findFocus();
    findEntrances();
}

bool ProjectedScene::shows(const StopMarker &stop) const
{
    const auto isOpen = stop.shape == StopMarker::Shape::Open || stop.exception;
    return shows(isOpen ? MapLayer::OpenStops : MapLayer::DoneStops);
}

void ProjectedScene::findFocus()
{
    m_focus = m_selection.routes;
    if (!m_selection.drivers.isEmpty())
        for (const auto &driver : std::as_const(m_drivers))
            if (m_selection.drivers.contains(driver.id) && driver.route.isValid())
                m_focus.insert(driver.route);
    if (!m_selection.stops.isEmpty())
        for (const auto &stop : std::as_const(m_stops))
            if (m_selection.stops.contains(stop.id) && stop.route.isValid())
                m_focus.insert(stop.route);
}

void ProjectedScene::findEntrances()
{
    m_entrances.clear();
    if (m_selection.stops.isEmpty())
        return;
    for (qsizetype i = 0; i < m_stops.size(); ++i) {
        const auto &stop = m_stops.at(i);
        const auto entrance =
            m_selection.stops.contains(stop.id) && stop.entrance.isValid() ? toWorld(stop.entrance) : std::nullopt;
        if (entrance)
            m_entrances.emplace_back(*entrance, m_stopPlaces[size_t(i)]);
    }
}

bool ProjectedScene::isInFocus(const RouteId &route) const
{
    return m_focus.isEmpty() || m_focus.contains(route);
}

} // namespace Doorstep
