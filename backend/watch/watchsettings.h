// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/watch/spread.h"

#include <chrono>

namespace Doorstep::Watch {

/// When the watchers believe something. One value for each depot; the defaults suit a dense city.
struct WatchSettings
{
    double arriveRadiusMeters = 60.0; ///< Inside this circle a driver may be at the stop…
    double leaveRadiusMeters = 120.0; ///< …and only outside this one they have left: in between nothing changes.
    double depotRadiusMeters = 150.0;
    double farthestMeters = 80'000.0; ///< From its depot: nobody drives farther, the place must be wrong.
    std::chrono::seconds dwell{30}; ///< So long inside (or outside) before it counts: a red light is not a visit.
    std::chrono::seconds silentAfter{300}; ///< No trusted fix for so long while on the road.
    std::chrono::seconds riskHorizon{5400}; ///< How far ahead a window at risk makes its route "at risk".
    std::chrono::seconds recomputeEvery{10}; ///< At most so often for fixes alone, by the clock.
    std::chrono::seconds planAfter{60}; ///< So long the first forecast waits for roads before it counts as the plan.
    std::chrono::seconds tellAfter{60}; ///< A forecast is written again when an arrival moved by so much.

    std::chrono::seconds trafficLasts{
        4 * 3600}; ///< What is seen of the city's traffic counts half for drives so far ahead,
    std::chrono::seconds jamLasts{1800}; ///< what is seen of this driver's streets.
    Spread spread;

    bool operator==(const WatchSettings &) const = default;
};

} // namespace Doorstep::Watch
