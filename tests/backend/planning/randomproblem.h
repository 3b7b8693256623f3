// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/problem.h"

#include <random>

namespace Doorstep::Test {

/// What a random problem has beside places, vehicles and stops.
struct Features
{
    bool windows = false;
    bool loads = false;
    bool skills = false;
    bool breaks = false;
    bool shipments = false;
    bool priorities = false;
    bool limits = false;
    bool openEnds = false; ///< Some vehicles without start or end, and speeds and costs that differ.
    bool setups = false;
    bool oddRoads = false; ///< No triangle inequality, one way is not the other.
    bool soft = false;
};

[[nodiscard]] Planning::Problem randomProblem(std::mt19937 &random, int tasks, int vehicles, const Features &features);

/// Some of the tasks at random in routes, whether that is allowed or not; some vehicles with fixed tasks or locked,
/// where
/// \a fixes.
[[nodiscard]] Planning::Plan randomPlan(std::mt19937 &random, Planning::Problem &problem, bool fixes);

} // namespace Doorstep::Test
