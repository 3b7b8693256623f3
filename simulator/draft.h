// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/tour.h"

namespace Doorstep::Simulation {

/// The depots of a day: up to five in Montevideo, or around `settings.at`.
[[nodiscard]] QList<Depot> depotsOf(const DaySettings &settings);

/// Places to look for addresses at: \a count of them, denser around a few centres, the \a round-th try. The same for
/// the same seed.
[[nodiscard]] QList<QGeoCoordinate> scatter(const DaySettings &settings, int depot, int count, int round);

/// How many stops and drivers depot \a depot gets of all.
[[nodiscard]] int shareOf(int all, int depot, int depots);

/// Tours over \a doors, one list for each depot: territories, drivers, vehicles, orders and their parcels, fates. The
/// visits are in no order yet, nothing has a time. A vehicle is never loaded over its capacity.
[[nodiscard]] DayPlan draftDay(const DaySettings &settings, const QList<QList<Door>> &doors);

} // namespace Doorstep::Simulation
