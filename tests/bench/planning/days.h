// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/problem.h"

namespace Doorstep::Bench {

/// \a whole at noon: the first half of each route of \a morning is done, the drivers stand where that left them. What
/// is left of the plan goes to \a rest, less one stop in twenty, as if it had come in since.
[[nodiscard]] Planning::Problem halfDriven(const Planning::Problem &whole, const Planning::Plan &morning,
                                           Planning::Plan &rest);

/// A day of \a drivers from one depot in a city, \a stops for each, half of them with two hours to come in, with the
/// time and the length of roads.
[[nodiscard]] Planning::Problem cityDay(int drivers, int stops, unsigned seed);

} // namespace Doorstep::Bench
