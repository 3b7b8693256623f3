// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/watch/roadmix.h"
#include "models/domain/closure.h"
#include "models/domain/depot.h"
#include "models/domain/exception.h"
#include "models/domain/fix.h"
#include "models/domain/route.h"
#include "models/domain/stop.h"
#include "models/domain/thresholds.h"
#include "models/domain/vehicle.h"

#include <QDateTime>

#include <variant>
#include <vector>

namespace Doorstep::Watch {

struct DepotSeen
{
    Depot depot;
};

struct VehicleSeen
{
    Vehicle vehicle;
};

/// A stop as a commit left it; `version` is what a fact about it must be based on.
struct StopSeen
{
    Stop stop;
    qint64 version = 0;
};

struct StopGone
{
    StopId stop;
};

struct RouteSeen
{
    Route route;
    qint64 version = 0;
};

struct RouteGone
{
    RouteId route;
};

/// The roads of a route as they are stored.
struct PathSeen
{
    RoutePath path;
};

/// The answer to a PathWanted: one leg between each two of its places, a leg empty where there is no road.
struct PathFound
{
    struct Leg
    {
        QList<QGeoCoordinate> line;
        double seconds = 0.0; ///< Without traffic.
        RoadMix roads; ///< What those are spent on.
    };

    RouteId route;
    qint64 wish = 0; ///< PathWanted::wish; answers to older wishes are ignored.
    std::vector<Leg> legs;
};

/// A case, which a watcher or a person wrote.
struct ExceptionSeen
{
    Exception exception;
    qint64 version = 0;
};

/// A closure as a person drew it.
struct ClosureSeen
{
    Closure closure;
};

/// It was lifted.
struct ClosureGone
{
    ClosureId closure;
};

/// What a depot says of its thresholds.
struct ThresholdsSeen
{
    DepotThresholds thresholds;
};

/// All of them are as usual again.
struct ThresholdsGone
{
    DepotId depot;
};

struct FixSeen
{
    Fix fix;
};

/// Time has passed although nothing else happened.
struct Tick
{
};

/// Everything that a watcher can learn. The time at which it learnt it is passed beside it.
using Event = std::variant<DepotSeen, VehicleSeen, StopSeen, StopGone, RouteSeen, RouteGone, PathSeen, PathFound,
                           ExceptionSeen, ClosureSeen, ClosureGone, ThresholdsSeen, ThresholdsGone, FixSeen, Tick>;

} // namespace Doorstep::Watch
