// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/watch/event.h"
#include "backend/watch/fact.h"
#include "simulator/tour.h"

#include <functional>

namespace Doorstep::Test {

/// Where an address may be, as the backend's search answers it.
struct GuessedPlace
{
    QGeoCoordinate where; ///< Invalid when nothing was found.
    double score = 0.0; ///< 0 to 1.
};

/// What the replayed backend knows of its city.
struct ReplayCity
{
    std::function<Watch::PathFound(const Watch::PathWanted &)> findPath;
    std::function<GuessedPlace(const Simulation::Visit &)> findPlace; ///< By what the shop wrote.
};

/// The city of straight streets. Its address search is as good as the real one is said to be (docs/places.md): a
/// misspelt street is mostly found with a middling score, now and then next door but one; what does not exist is not.
[[nodiscard]] ReplayCity fakeReplayCity();

/// Day number \a number (0, 1, …) in the city of straight streets, varied as days are.
[[nodiscard]] Simulation::DayPlan fakeDay(int number, int drivers = 40, int stops = 600);

/// What day number \a number in any city is made of.
[[nodiscard]] Simulation::DaySettings replayedDay(int number, int drivers = 40, int stops = 600);

} // namespace Doorstep::Test
