// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/nearroutes.h"

#include "models/store/fleet.h"

#include <algorithm>
#include <limits>

namespace Doorstep {

QList<QGeoCoordinate> openPlaces(const RouteId &route, const Fleet &fleet)
{
    QList<QGeoCoordinate> places;
    const auto *known = fleet.routes().find(route);
    if (known == nullptr)
        return places;
    for (const auto &id : known->stops) {
        const auto *stop = fleet.stops().find(id);
        if (stop != nullptr && stop->isOpen() && stop->where.isValid())
            places.append(stop->where);
    }
    return places;
}

QList<RouteId> withNearRoutes(const QList<RouteId> &wanted, const QList<QGeoCoordinate> &places, const DepotId &depot,
                              const Fleet &fleet, qsizetype most)
{
    struct Near
    {
        RouteId route;
        double meters = std::numeric_limits<double>::max();
    };
    QList<Near> near;
    for (const auto &route : fleet.routes()) {
        const auto next = openPlaces(route.id, fleet);
        const bool isOnTheRoad = route.status == Route::Status::Underway && fleet.isOfTheDay(route) && !next.isEmpty();
        if (!isOnTheRoad || route.depot != depot || wanted.contains(route.id))
            continue;
        Near one{.route = route.id};
        for (const auto &place : places)
            one.meters = std::min(one.meters, place.distanceTo(next.constFirst()));
        near.append(one);
    }
    std::ranges::stable_sort(near, {}, &Near::meters);
    auto routes = wanted;
    for (const auto &one : near) {
        if (routes.size() >= most)
            break;
        routes.append(one.route);
    }
    return routes;
}

} // namespace Doorstep
