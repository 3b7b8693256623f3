// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/watch/routewatch.h"

namespace Doorstep::Watch {

/// Sets state and slack of \a forecast from its arrivals and the windows of \a stops.
///
/// Slack is the smallest (end of window - P50) of the open stops. Late: negative. At risk: a P90 within the horizon is
/// after its window. A silent route says so first; its slack stays, as the last that was known.
void judge(Forecast &forecast, const Stops &stops, bool isSilent, const WatchSettings &settings);

/// Whether somebody who has read \a told should be given \a made: another state, another stop, or an arrival
/// that moved by WatchSettings::tellAfter.
[[nodiscard]] bool isWorthTelling(const Forecast &told, const Forecast &made, const WatchSettings &settings);

} // namespace Doorstep::Watch
