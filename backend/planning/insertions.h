// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/forecast.h"
#include "models/domain/insertion.h"
#include "models/domain/stop.h"

#include <functional>

namespace Doorstep::Planning {

/// So long after the planned end of a route nobody is made to go on.
inline constexpr std::chrono::hours mostOvertime{1};

/// What is left of a route, as its forecast sees it.
struct RouteAhead
{
    RouteId route;
    QGeoCoordinate from; ///< Where the driver is, or starts.
    QDateTime leaves; ///< When they go on from there.
    bool isAtFirst = false; ///< The driver is at the first of `stops`: nothing comes before it.
    QList<StopForecast> forecasts; ///< Of `stops`, in their order.
    QList<Stop> stops; ///< The open ones that have a place.
};

/// The road between two places.
struct RoadAhead
{
    double seconds = 0.0; ///< NaN where none leads.
    double meters = 0.0;
};

/// Between two of a route's places: 0 is `from`, i + 1 the i-th of `stops`, and the one after the last is the stop to
/// be put in.
using RoadLegs = std::function<RoadAhead(qsizetype from, qsizetype to)>;

/// The best place for \a stop in \a ahead: first that no window is missed which is not now, then the least lateness,
/// then the least time, waiting included. None when no road leads there.
///
/// Pure. Legs that stay keep the time of the forecast; new ones have the time of \a roads at the pace that the forecast
/// has on the others. Waiting for a window swallows a delay, as it does on the road.
[[nodiscard]] std::optional<Insertion> bestInsertion(const Stop &stop, const RouteAhead &ahead, const RoadLegs &roads);

/// Whether \a a is better than \a b.
[[nodiscard]] bool isBetter(const Insertion &a, const Insertion &b);

} // namespace Doorstep::Planning
