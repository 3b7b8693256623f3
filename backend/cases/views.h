// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/cases/track.h"
#include "models/domain/depot.h"
#include "models/domain/forecast.h"
#include "models/domain/route.h"
#include "models/domain/stop.h"

#include <QHash>

namespace Doorstep::Cases {

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
    const QHash<StopId, Stop> &stops; ///< Of all routes.
    const Depot *depot = nullptr;
    const Forecast *forecast = nullptr;
    const RoutePath *path = nullptr;
    const Track *track = nullptr;
    QDateTime now;
    const CaseSettings &settings;
};

} // namespace Doorstep::Cases
