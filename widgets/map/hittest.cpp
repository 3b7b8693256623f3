// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/hittest.h"

#include "widgets/map/scenemeshes.h"

#include <cmath>

namespace Doorstep {

namespace {
constexpr double driverReach = 14.0;
constexpr double boxReach = 10.0;
constexpr double dotReach = 7.0;
constexpr double depotReach = 12.0;

/// Keeps the nearest candidate that is within its own reach.
class Nearest
{
public:
    explicit Nearest(QPointF pixel)
        : m_pixel(pixel)
    {
    }

    bool offer(QPointF at, double reach)
    {
        const auto distance = std::hypot(at.x() - m_pixel.x(), at.y() - m_pixel.y());
        if (distance > reach || distance >= m_least)
            return false;
        m_least = distance;
        return true;
    }

private:
    QPointF m_pixel;
    double m_least = 1e9;
};

MapHit hitCluster(const ProjectedScene &scene, const MapProjection &projection, double zoom, QPointF pixel)
{
    MapHit hit;
    Nearest nearest(pixel);
    for (const auto &cluster : scene.clusters(int(std::floor(zoom)))) {
        const auto reach = cluster.count == 1 ? boxReach : clusterRadius(cluster.count) + 2.0;
        if (!nearest.offer(projection.toScreen(cluster.centre), reach))
            continue;
        if (cluster.count == 1)
            hit = scene.stops().at(qsizetype(cluster.first)).id;
        else
            hit = cluster;
    }
    return hit;
}

MapHit hitStop(const ProjectedScene &scene, const MapProjection &projection, QPointF pixel)
{
    MapHit hit;
    Nearest nearest(pixel);
    const auto a = projection.fromScreen(pixel - QPointF(boxReach, boxReach) * 1.5);
    const auto b = projection.fromScreen(pixel + QPointF(boxReach, boxReach) * 1.5);
    const auto bounds = QRectF(QPointF(a.x, a.y), QPointF(b.x, b.y)).normalized();
    scene.stopGrid().visit(bounds, [&](size_t index) {
        const auto &stop = scene.stops().at(qsizetype(index));
        if (!scene.shows(stop))
            return;
        const auto isBox = stop.shape == StopMarker::Shape::Open || stop.exception;
        if (nearest.offer(projection.toScreen(scene.stopPlaces()[index]), isBox ? boxReach : dotReach))
            hit = stop.id;
    });
    return hit;
}
} // namespace

MapHit hitAt(const ProjectedScene &scene, const MapProjection &projection, double zoom, QPointF pixel,
             DriverGlides::Time now)
{
    MapHit hit;
    Nearest nearest(pixel);
    for (const auto &driver : scene.drivers())
        if (scene.shows(MapLayer::Drivers)
            && nearest.offer(projection.toScreen(scene.driverPlace(driver, now)), driverReach))
            hit = driver.id;
    if (hit.index() != 0)
        return hit;

    if (zoom >= clusteringEndsAtZoom)
        hit = hitStop(scene, projection, pixel);
    else if (scene.shows(MapLayer::OpenStops))
        hit = hitCluster(scene, projection, zoom, pixel);
    if (hit.index() != 0)
        return hit;

    for (const auto &depot : scene.depots())
        if (nearest.offer(projection.toScreen(depot.where), depotReach))
            hit = depot.marker.id;
    return hit;
}

RouteId lineAt(const ProjectedScene &scene, const MapProjection &projection, QPointF pixel)
{
    constexpr double reach = 9.0;
    double least = reach;
    RouteId found;
    const auto look = [&](const std::vector<WorldPoint> &points, const RouteId &route) {
        for (size_t i = 1; i < points.size(); ++i) {
            const auto a = projection.toScreen(points[i - 1]);
            const auto along = projection.toScreen(points[i]) - a;
            const auto length = QPointF::dotProduct(along, along);
            const auto share =
                length > 0.0 ? std::clamp(QPointF::dotProduct(pixel - a, along) / length, 0.0, 1.0) : 0.0;
            const auto off = pixel - (a + along * share);
            if (const auto distance = std::hypot(off.x(), off.y()); distance < least) {
                least = distance;
                found = route;
            }
        }
    };
    for (const auto &line : scene.lines()) {
        look(line.open, line.id);
        look(line.done, line.id);
    }
    return found;
}

MapSelection markersIn(const ProjectedScene &scene, const MapProjection &projection, const QRectF &box,
                       DriverGlides::Time now)
{
    MapSelection inside;
    for (const auto &driver : scene.drivers())
        if (scene.shows(MapLayer::Drivers) && box.contains(projection.toScreen(scene.driverPlace(driver, now))))
            inside.drivers.insert(driver.id);
    for (size_t i = 0; i < scene.stopPlaces().size(); ++i)
        if (scene.shows(scene.stops().at(qsizetype(i))) && box.contains(projection.toScreen(scene.stopPlaces()[i])))
            inside.stops.insert(scene.stops().at(qsizetype(i)).id);
    return inside;
}

QList<QGeoCoordinate> placesOf(const ProjectedScene &scene, const MapSelection &selection)
{
    QList<QGeoCoordinate> places;
    for (const auto &driver : scene.drivers())
        if (selection.drivers.contains(driver.id) || selection.routes.contains(driver.route))
            places.append(driver.where);
    for (const auto &stop : scene.stops())
        if (selection.stops.contains(stop.id) || selection.routes.contains(stop.route))
            places.append(stop.where);
    return places;
}

} // namespace Doorstep
