// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/cases/track.h"
#include "models/domain/closure.h"
#include "models/domain/depot.h"
#include "models/domain/forecast.h"
#include "models/domain/route.h"
#include "models/domain/stop.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>

namespace Doorstep::Cases {

/// All that a watcher of stops may look at. Pointers are null while a thing is unknown.
struct StopView
{
    const Stop &stop;
    const Depot *depot = nullptr;
    const StopForecast *forecast = nullptr;
    const Track *track = nullptr;
    const CaseSettings &settings;
    QDateTime now = {};
};

/// All that a watcher of routes may look at.
struct RouteView
{
    const Route &route;
    const QHash<StopId, Stop> &stops; ///< Of all routes.
    const Depot *depot = nullptr;
    const Forecast *forecast = nullptr;
    const RoutePath *path = nullptr;
    const Track *track = nullptr;
    QDateTime now;
    const CaseSettings &settings;
};

/// All that a watcher of closures may look at.
struct ClosureView
{
    const Closure &closure;
    const QSet<StopId> &stopsInside; ///< Open or not.
    const QHash<RouteId, QList<qsizetype>> &legsInside; ///< Of RoutePath: those that lead through, or go around it.
    const QHash<StopId, Stop> &stops; ///< Of all routes, as are these:
    const std::map<RouteId, Route> &routes;
    const QHash<RouteId, Forecast> &forecasts;
    QDateTime now;
    const CaseSettings &settings;

    [[nodiscard]] const StopForecast *forecastOf(const Stop &stop) const
    {
        const auto forecast = forecasts.constFind(stop.route);
        if (forecast == forecasts.cend())
            return nullptr;
        const auto ahead = std::ranges::find(forecast->stops, stop.id, &StopForecast::stop);
        return ahead == forecast->stops.cend() ? nullptr : &*ahead;
    }
};

} // namespace Doorstep::Cases
