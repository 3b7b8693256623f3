// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/cases/casesettings.h"
#include "models/domain/depot.h"
#include "models/domain/fix.h"
#include "models/domain/forecast.h"
#include "models/domain/route.h"
#include "models/domain/stop.h"

#include <optional>

namespace Doorstep::Cases {

/// What is known of a driver underway, from fixes that are neither mocked nor ahead of the clock unless said otherwise.
struct Track
{
    std::optional<Fix> last; ///< The newest of all, mocked ones too.
    std::optional<Fix> trusted; ///< The newest of those that count.
    QGeoCoordinate anchor; ///< Where they have been since \c anchoredAt, give or take the radius of a stop.
    QDateTime anchoredAt;
};

/// All that a watcher of stops may look at. Pointers are null while a thing is unknown.
struct StopView
{
    const Stop &stop;
    const Depot *depot = nullptr;
    const StopForecast *forecast = nullptr;
    const Track *track = nullptr;
    const CaseSettings &settings;
};

/// All that a watcher of routes may look at.
struct RouteView
{
    const Route &route;
    const Depot *depot = nullptr;
    const Forecast *forecast = nullptr;
    const RoutePath *path = nullptr;
    const Track *track = nullptr;
    QDateTime now;
    const CaseSettings &settings;
};

} // namespace Doorstep::Cases
