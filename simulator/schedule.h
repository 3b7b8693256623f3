// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/tour.h"

namespace Doorstep::Simulation {

/// Gives \a tour, the \a number-th, whose visits are ordered and whose legs are known, its times of the morning's plan:
/// a start such that about three quarters of its stops are done at the day's busy moment (fewer where its fate needs
/// open stops then), arrivals on a usual day, and windows that the plan keeps with some slack.
void scheduleTour(Tour &tour, int number, const DaySettings &settings);

/// Everything that goes wrong today: late starts, pauses, phones, a traffic jam, a closed road. Needs the times.
void makeTrouble(DayPlan &plan);

} // namespace Doorstep::Simulation
