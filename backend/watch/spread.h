// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

namespace Doorstep::Watch {

/// By how much arrivals miss their P50: one standard deviation of each part of it, and what makes nine of ten of the
/// whole. Measured on simulated days by bench_eta (docs/eta.md says how, and how to do it again).
struct Spread
{
    double drive = 0.15; ///< Of one drive, as a share of it…
    double allDrives = 0.08; ///< …and of all that follow together: the whole city is slower today.
    double service = 0.30; ///< The same of one visit…
    double allServices = 0.06; ///< …and of all that follow.
    double unheard = 0.25; ///< Of the time since the last fix.
    double idleFrom = 180.0; ///< Seconds: who has been idle for longer is resting, or in trouble…
    double idleOn = 0.6; ///< …and will be for so many times as long once more, or for idleLongest seconds…
    double idleLongest = 900.0;
    double idleSpread = 1.0; ///< …give or take so many times as long.
    double leastSeconds = 20.0; ///< No arrival is known better.
    double lostShare = 0.02; ///< Of the time at work: rests, questions, a flat tyre; nobody plans them.

    static constexpr std::array horizonMinutes{0.0, 15.0, 30.0, 60.0, 120.0, 240.0};
    /// How many deviations after the P50 the P90 is, that far ahead; straight lines in between.
    std::array<double, horizonMinutes.size()> deviations{1.9, 1.9, 2.0, 2.4, 2.8, 2.9};

    [[nodiscard]] double deviationsAt(double aheadSeconds) const;
    bool operator==(const Spread &) const = default;
};

} // namespace Doorstep::Watch
