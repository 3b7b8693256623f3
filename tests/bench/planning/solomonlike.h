// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/problem.h"

#include <string>

namespace Doorstep::Bench {

/// An instance by the rules that Solomon (1987) published and Gehring and Homberger (1999) scaled up: where customers
/// are (R random, C in clusters, RC half and half), a short day with small vehicles (1) or a long one with large (2),
/// and how many have a window and how wide. Not the published files, whose numbers cannot be made from the rules.
///
/// Distance and time are tenths of the unit, so that whole numbers are fine enough; the cost is what is driven.
struct SolomonRules
{
    std::string kind; ///< "R1", "C2", "RC1"…
    int customers = 100;
    int windowsPercent = 100; ///< Customers that have one; the others may be served all day.
    double windowWidth = 0.1; ///< Half of it, as a share of the day.
    unsigned seed = 1;
};

[[nodiscard]] Planning::Problem solomonLike(const SolomonRules &rules);

} // namespace Doorstep::Bench
