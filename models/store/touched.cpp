// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/touched.h"

#include "models/store/fleet.h"

#include <algorithm>

namespace Doorstep {
namespace {

bool isToBeServed(const Stop &stop)
{
    return stop.isOpen() && !stop.held && stop.status != Stop::Status::Arrived;
}

QDateTime arrivalAt(const Stop &stop, const Fleet &fleet)
{
    const auto *ahead = fleet.forecastOf(stop.id);
    return ahead != nullptr ? ahead->expectedArrival : stop.scheduledArrival;
}

bool isTouched(const Stop &stop, const Closure &closure, const Fleet &fleet, const QDateTime &now)
{
    const auto arrival = arrivalAt(stop, fleet);
    return arrival.isValid() ? closure.isThereBetween(arrival, arrival) : !closure.isOver(now);
}

/// Whether a way of \a path that is still to be driven leads through it or around it.
bool isOnTheWay(const PackedPath &path, const Closure &closure, const AreaShape &shape, const Fleet &fleet,
                const QDateTime &now)
{
    const auto *route = fleet.routes().find(path.route);
    if (route == nullptr || route->depot != closure.depot || route->status == Route::Status::Finished)
        return false;
    const auto count = std::min(path.legs.size(), route->stops.size()); // the way home waits for nobody
    for (qsizetype i = 0; i < count; ++i) {
        const auto *stop = fleet.stops().find(route->stops.at(i));
        if (stop == nullptr || !isToBeServed(*stop) || !isTouched(*stop, closure, fleet, now))
            continue;
        if (path.avoids.value(i).contains(closure.id) || shape.meets(path.legs.at(i).places()))
            return true;
    }
    return false;
}

} // namespace

Touched touchedBy(const Closure &closure, const Fleet &fleet, const QDateTime &now)
{
    Touched touched;
    if (closure.isOver(now))
        return touched;
    const AreaShape shape(closure.area);
    for (const auto &stop : fleet.stops()) {
        if (stop.depot != closure.depot || !isToBeServed(stop) || !shape.contains(stop.driveTo())
            || !isTouched(stop, closure, fleet, now))
            continue;
        touched.stops.append(stop.id);
        const auto route = fleet.placeOf(stop.id).route;
        if (route.isValid() && !touched.routes.contains(route))
            touched.routes.append(route);
    }
    std::ranges::stable_sort(touched.stops, {},
                             [&fleet](const StopId &id) { return arrivalAt(*fleet.stops().find(id), fleet); });
    for (const auto &path : fleet.paths()) {
        if (!touched.routes.contains(path.route) && isOnTheWay(path, closure, shape, fleet, now))
            touched.routes.append(path.route);
    }
    return touched;
}

} // namespace Doorstep
