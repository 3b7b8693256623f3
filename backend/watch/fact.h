// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/closure.h"
#include "models/domain/forecast.h"
#include "models/domain/route.h"
#include "models/domain/stop.h"
#include "models/domain/vehicle.h"

#include <variant>
#include <vector>

namespace Doorstep::Watch {

/// The stop as it should be now. To be written only over version `base`: when somebody was faster, the watcher sees
/// their change and decides anew.
struct StopBecame
{
    Stop stop;
    qint64 base = 0;
};

struct RouteBecame
{
    Route route;
    qint64 base = 0;
};

/// Nobody else writes forecasts and paths, so they go over any version.
struct ForecastMade
{
    DepotId depot;
    Forecast forecast;
};

struct PathMade
{
    DepotId depot;
    RoutePath path;
};

/// A wish for roads, to be answered with a PathFound event.
struct PathWanted
{
    RouteId route;
    qint64 wish = 0;
    Vehicle::Kind vehicle = Vehicle::Kind::Van;
    QList<QGeoCoordinate> places; ///< Two or more.
    std::vector<QList<Closure>> avoid = {}; ///< What each leg must go around; empty when none must.
};

/// Everything that a watcher can conclude.
using Fact = std::variant<StopBecame, RouteBecame, ForecastMade, PathMade, PathWanted>;
using Facts = std::vector<Fact>;

} // namespace Doorstep::Watch
