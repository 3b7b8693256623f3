// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/watch/roadmix.h"
#include "backend/watch/watchsettings.h"
#include "models/domain/forecast.h"
#include "models/domain/stop.h"

#include <vector>

namespace Doorstep::Watch {

/// Where a route stands, as far as its arrivals depend on it.
struct Standpoint
{
    qint64 nowMs = 0;
    qint64 fromMs = 0; ///< When the driver was where the first drive starts: the time of the last trusted fix, or the
                       ///< start of the shift.
    int utcOffsetSeconds = 0; ///< Of the depot's time zone, for the hour of the day.
    ByRoadKind trafficPace{1.0, 1.0, 1.0, 1.0}; ///< Driving in the city takes so many times as long as usual now…
    double localPace = 1.0; ///< …and where this driver is so many times as long as elsewhere.
    double idleSeconds = 0.0; ///< So long the driver has neither driven nor served, without a window to wait for.
    bool isBlind = false; ///< Nothing was heard for long: the driver is believed to go on as planned.
};

/// One open stop to come: how far it is from the one before it, and whether the driver is there already.
struct StopAhead
{
    const Stop *stop = nullptr; ///< Never null.
    double driveSeconds = 0.0; ///< Without traffic…
    RoadMix roads; ///< …on these roads.
    double serviceSeconds = 0.0; ///< As long as it will probably take.
    qint64 arrivedMs = 0; ///< Not 0 when the driver is there now; only the first ones can have it.
};

/// When each of \a ahead will be reached.
///
/// P50: drive × usual traffic of the hour × today's pace (both of its roads), then wait for the window to open, then
/// the service. An arrival that should have been by now is now, unless the driver is not heard at all. P90: deviations
/// of the drives, the services and the age of the fix add up as Spread says; waiting for a window takes up delay.
[[nodiscard]] QList<StopForecast> arrivalsOf(const std::vector<StopAhead> &ahead, const Standpoint &standpoint,
                                             const WatchSettings &settings = {});

} // namespace Doorstep::Watch
