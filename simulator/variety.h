// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/tour.h"

namespace Doorstep::Simulation {

/// Makes \a plan one of many days instead of the one that is shown to visitors: today's traffic differs more and has
/// more jams; drivers, doors and parcels have habits that stay the same from day to day (and that no plan knows); and
/// what is rare on one day happens, while what that day is full of becomes rarer: errands, long rests, visits reported
/// from afar, coordinates in another town.
///
/// Drivers become the same people on every day, whatever the seed. The same plan and seed give the same day.
void vary(DayPlan &plan);

/// How many times as long as planned a visit by driver number \a driver at \a door takes on average; of 2,000 visits
/// nine of ten are between 0.6 and 1.6.
[[nodiscard]] double habitOf(int driver, const Door &door, const Visit &visit);

} // namespace Doorstep::Simulation
