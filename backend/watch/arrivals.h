// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

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
};

/// One open stop to come: how far it is from the one before it, and whether the driver is there already.
struct StopAhead
{
    const Stop *stop = nullptr; ///< Never null.
    double driveSeconds = 0.0; ///< Without traffic.
    qint64 arrivedMs = 0; ///< Not 0 when the driver is there now; only the first stop can have it.
};

/// When each of \a ahead will be reached.
///
/// P50: drive × traffic of the hour, then wait for the window to open, then the planned service. An arrival that should
/// have been by now is now. P90: the drives and services are taken as independent, a drive off by 25 % and a service by
/// 50 % of itself (one standard deviation), and the last fix by its age; 1.28 standard deviations later nine of ten
/// arrive.
[[nodiscard]] QList<StopForecast> arrivalsOf(const std::vector<StopAhead> &ahead, const Standpoint &standpoint);

} // namespace Doorstep::Watch
