// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/replay/replay.h"

namespace Doorstep::Test {

/// Something that really happened and deserves a case.
struct Cause
{
    QStringList kinds; ///< Words of the cases that notice it; the first one is what it is called.
    Subject about;
    QDateTime at; ///< From when on it could have been known.
    QDateTime until; ///< Later a case about it is another one.
    bool isBorderline = false; ///< So near a threshold that a case and none are both right: not counted.
};

/// Everything that deserved a case on \a day, from what the simulator did, not from what the watchers saw. Thresholds
/// are those of docs/cases.md.
[[nodiscard]] std::vector<Cause> causesOf(const Simulation::DayPlan &plan, const ReplayedDay &day);

} // namespace Doorstep::Test
