// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/trafficahead.h"

#include "backend/watchhost/watchhost.h"

namespace Doorstep::Api {

TrafficByVehicle trafficAhead(const Services &services, const Depot &depot, const QList<Planning::RouteToday> &routes,
                              const QList<Closure> &closures, const QDateTime &now)
{
    auto end = now;
    for (const auto &route : routes) {
        for (const auto &stop : route.ahead.forecasts)
            end = std::max(end, stop.expectedDeparture);
    }
    const QTimeZone zone(depot.timeZone.toLatin1());
    TrafficByVehicle traffic;
    for (const auto kind : Planning::DayProblem::kinds) {
        const auto paces =
            services.watch ? services.watch->paces(depot.id, kind) : Watch::ByRoadKind{1.0, 1.0, 1.0, 1.0};
        traffic.emplace(kind, Planning::trafficBetween(now, end, zone, paces, closures));
    }
    return traffic;
}

} // namespace Doorstep::Api
