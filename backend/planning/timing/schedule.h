// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/problem.h"

namespace Doorstep::Planning {

/// One step of a route whose order is settled. Times in one unit, any.
struct Visit
{
    std::vector<Window> windows{Window{}}; ///< When it should start; in order, apart.
    Window must; ///< When it has to start, whatever windows say.
    std::int64_t action = 0; ///< Setup and service.
    std::int64_t travel = 0; ///< From the step before that is a place; not asked of a break.
    bool isBreak = false;
};

struct VisitTime
{
    std::int64_t arrival = 0;
    std::int64_t start = 0; ///< Of the action; what is between is waiting.
    std::int64_t early = 0; ///< Before the window, ...
    std::int64_t late = 0; ///< ... or after it.
};

/// When each of \a visits, of which the first and the last are places, is best done: least early and late in all, then
/// the shortest day, then as soon as possible.
///
/// With the time that the work and roads before a visit take taken off, starts need only not decrease, and the best
/// ones are among the ends of the windows so shifted: isotonic regression, by dynamic programming over those. Time
/// grows with visits times windows.
[[nodiscard]] std::vector<VisitTime> schedule(const std::vector<Visit> &visits);

} // namespace Doorstep::Planning
