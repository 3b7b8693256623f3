// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/mapscenes.h"

#include "models/store/concerns.h"
#include "models/store/fleet.h"
#include "models/store/overlay.h"

namespace Doorstep {

namespace {
constexpr double slowestWithHeading = 0.5; // m/s; a standing phone's heading is noise

StopMarker::Shape shapeOf(Stop::Status status)
{
    switch (status) {
    case Stop::Status::Planned:
    case Stop::Status::Arrived:
        return StopMarker::Shape::Open;
    case Stop::Status::Delivered:
        return StopMarker::Shape::Delivered;
    case Stop::Status::Failed:
        return StopMarker::Shape::Failed;
    case Stop::Status::Cancelled:
        return StopMarker::Shape::Cancelled;
    }
    return StopMarker::Shape::Open;
}

/// Stops that will miss their window: the "!" on the map. A failed one already has its own mark.
QSet<StopId> stopsThatNeedSomebody(const Concerns &concerns)
{
    QSet<StopId> stops;
    for (const auto &concern : concerns.all())
        if (concern.kind == Concern::Kind::WillMissWindow)
            stops.insert(concern.stop);
    return stops;
}

/// How many stops of \a route are behind the driver: those before the next one.
int doneLegs(const Fleet &fleet, const Route &route)
{
    if (const auto *forecast = fleet.forecastOf(route.id); forecast && forecast->nextStop.isValid())
        if (const auto position = route.stops.indexOf(forecast->nextStop); position >= 0)
            return int(position);
    const auto firstOpen = std::ranges::find_if(route.stops, [&fleet](const StopId &id) {
        const auto *stop = fleet.stops().find(id);
        return stop && stop->isOpen();
    });
    return int(firstOpen - route.stops.begin());
}

Forecast::State stateOf(const Fleet &fleet, const Route *route)
{
    const auto *forecast = route == nullptr ? nullptr : fleet.forecastOf(route->id);
    return forecast == nullptr ? Forecast::State::OnTime : forecast->state;
}

QHash<StopId, Fleet::Place> placesOf(const PlannedLists &planned)
{
    QHash<StopId, Fleet::Place> places;
    for (const auto &[route, stops] : planned.asKeyValueRange()) {
        for (qsizetype i = 0; i < stops.size(); ++i)
            places.insert(stops[i], {.route = route, .position = i});
    }
    return places;
}

/// Where one is that no plan drives to: nowhere, when its route is planned without it.
Fleet::Place placeOf(const StopId &stop, const Fleet &fleet, const PlannedLists &planned)
{
    const auto place = fleet.placeOf(stop);
    return planned.contains(place.route) ? Fleet::Place() : place;
}

/// The legs that \a stops would make of \a path: along roads, or straight where nobody has told them yet.
QList<PackedLine> linesOf(const Fleet &fleet, const Route &route, const PackedPath &path, const QList<StopId> &stops,
                          const PlannedRoads &roads)
{
    QList<PackedLine> lines;
    lines.reserve(stops.size() + 1);
    for (const auto &leg : plannedLegs(route, stops, fleet)) {
        if (leg.as >= 0)
            lines.append(path.legs[leg.as]);
        else if (const auto *line = roads.find(leg.drive); line != nullptr && !line->isEmpty())
            lines.append(*line);
        else if (leg.drive.to.isValid())
            lines.append(PackedLine{leg.drive.from, leg.drive.to});
        else
            lines.append(PackedLine());
    }
    return lines;
}

} // namespace

QList<StopMarker> stopMarkers(const Fleet &fleet, const Concerns &concerns, const Overlay *overlay,
                              const PlannedLists &planned)
{
    const auto plannedPlaces = placesOf(planned);
    const auto needSomebody = stopsThatNeedSomebody(concerns);
    QSet<StopId> next;
    for (const auto &forecast : fleet.forecasts())
        next.insert(forecast.nextStop);

    QList<StopMarker> markers;
    markers.reserve(fleet.stops().size());
    for (const auto &stop : fleet.stops()) {
        if (!stop.where.isValid() || !fleet.isOfTheDay(stop))
            continue;
        const auto place = plannedPlaces.value(stop.id, placeOf(stop.id, fleet, planned));
        StopMarker marker{.id = stop.id,
                          .route = place.route,
                          .where = stop.where,
                          .entrance = stop.entrance,
                          .number = place.isValid() ? int(place.position) + 1 : 0,
                          .shape = shapeOf(stop.status),
                          .next = next.contains(stop.id),
                          .exception = needSomebody.contains(stop.id),
                          .waiting = overlay != nullptr && overlay->isWaiting(Subject::of(stop.id)),
                          .colour = fleet.colourOf(place.route)};
        if (marker.exception)
            marker.outlook = Forecast::State::Late;
        else if (concerns.atRisk().contains(stop.id))
            marker.outlook = Forecast::State::AtRisk;
        markers.append(marker);
    }
    return markers;
}

QList<RouteLine> routeLines(const Fleet &fleet, const PlannedLists &planned, const PlannedRoads &roads)
{
    QList<RouteLine> lines;
    for (const auto &path : fleet.paths()) {
        const auto *route = fleet.routes().find(path.route);
        if (!route || !fleet.isOfTheDay(*route))
            continue;
        const auto isUnderway = route->status == Route::Status::Underway;
        const auto *fix = fleet.trails().last(route->driver);
        lines.append(
            {.id = route->id,
             .legs = planned.contains(route->id) ? linesOf(fleet, *route, path, planned.value(route->id), roads)
                                                 : path.legs,
             .doneLegs = route->status == Route::Status::Finished ? int(path.legs.size()) : doneLegs(fleet, *route),
             .reached = fix && isUnderway ? fix->where : QGeoCoordinate(),
             .colour = fleet.colourOf(route->id)});
    }
    return lines;
}

QList<DriverMarker> driverMarkers(const Fleet &fleet)
{
    QList<DriverMarker> markers;
    for (const auto &driver : fleet.drivers()) {
        const auto *fix = fleet.trails().last(driver.id);
        if (!fix)
            continue;
        const auto *route = fleet.routeOf(driver.id);
        if (route && !fleet.isOfTheDay(*route))
            continue;
        const auto isMoving = fix->speedMetersPerSecond.value_or(slowestWithHeading) >= slowestWithHeading;
        markers.append({.id = driver.id,
                        .route = route ? route->id : RouteId(),
                        .initials = driver.initials(),
                        .name = driver.name,
                        .where = fix->where,
                        .headingDegrees = isMoving ? fix->headingDegrees : std::nullopt,
                        .state = stateOf(fleet, route),
                        .seenAt = fix->clockSuspect ? fix->receivedAt : fix->fixedAt,
                        .mocked = fix->mocked});
    }
    return markers;
}

QList<DepotMarker> depotMarkers(const Fleet &fleet)
{
    QList<DepotMarker> markers;
    for (const auto &depot : fleet.depots())
        markers.append({.id = depot.id, .name = depot.name, .where = depot.where});
    return markers;
}

QList<QGeoCoordinate> trailOf(const Fleet &fleet, const DriverId &driver)
{
    QList<QGeoCoordinate> trail;
    const auto points = fleet.trails().trail(driver);
    trail.reserve(points.size());
    for (const auto &point : points)
        trail.append({point.latitude, point.longitude});
    return trail;
}

QList<ClosureArea> closureAreas(const Fleet &fleet, const QDateTime &now)
{
    using Look = ClosureArea::Look;
    QList<ClosureArea> areas;
    for (const auto &closure : fleet.closures()) {
        if (closure.isOver(now))
            continue;
        const auto effect = closure.effect == Closure::Effect::Slow ? Look::Slow : Look::Closed;
        const auto look = closure.isActive(now) ? effect : Look::Inactive;
        for (const auto &polygon : closure.area.polygons)
            areas.append({.id = closure.id,
                          .name = closure.name,
                          .outline = polygon.value(0),
                          .holes = polygon.sliced(std::min<qsizetype>(1, polygon.size())),
                          .look = look});
    }
    return areas;
}

} // namespace Doorstep
