// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/thresholds.h"

#include <chrono>

namespace Doorstep::Cases {

/// From when on something is a case. The defaults suit a dense city, and are those of thresholdRows().
struct CaseSettings
{
    std::chrono::seconds failureIsOld{1800}; ///< So long after a failed attempt it is too late to try again at once.
    double sureScore = 0.8; ///< An address found with less is worth a look.
    double farthestMeters = 80'000.0; ///< From its depot: farther is outside what a van serves in a day.
    std::chrono::seconds silentAfter{300}; ///< Nothing of the phone at all, not even what cannot be true.
    std::chrono::seconds silenceIsLong{900}; ///< After the last fix it is too late to act on a silent driver.
    std::chrono::seconds lateStartAfter{900}; ///< Behind the planned start.
    double stoppedRadiusMeters = 80.0; ///< Who stays inside this circle…
    std::chrono::seconds stoppedAfter{1500}; ///< …so long has stopped.
    double offRouteMeters = 500.0; ///< From every road of the route.
    double lowBattery = 0.15; ///< As a fraction, and not charging.
    double jumpMeters = 300.0; ///< A position that moved farther…
    double impossibleMetersPerSecond = 70.0; ///< …faster than anybody drives…
    double impossibleFromStandMetersPerSecond = 20.0; ///< …or so fast between two times of standing still, is made up…
    std::chrono::seconds jumpIsOver{2700}; ///< …as are all after it, until it jumps back or so long.
    int leastLatePercent = 70; ///< From this chance on that a window is missed.
    int lateStopsOfARoute = 3; ///< From so many stops on that will miss their windows it is the route that is late.
    std::chrono::seconds escalateAfter{15 * 60}; ///< After it became too late, a case that nobody took is raised.
    double farFromDoorMeters = 300.0; ///< Delivered farther than this from the stop's place.
    std::chrono::seconds checkInDueBefore{1800}; ///< An unanswered check-in is a case so long before the arrival (P50).
    double riskyFrom = 0.25; ///< Leaving a parcel alone where it goes wrong this often.

    /// What a depot says itself of its thresholds, the rest as it is.
    [[nodiscard]] CaseSettings with(const ThresholdValues &values) const;

    bool operator==(const CaseSettings &) const = default;
};

} // namespace Doorstep::Cases
