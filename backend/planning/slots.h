// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/insertions.h"
#include "models/domain/rates.h"
#include "models/domain/route.h"
#include "models/domain/slot.h"

namespace Doorstep::Planning {

/// One who could come.
struct Candidate
{
    RouteAhead ahead;
    Doorstep::Vehicle::Kind vehicle = Doorstep::Vehicle::Kind::Van;
    QDateTime shiftEnd; ///< Nobody is promised for more than `mostOvertime` later; invalid: not known.
    RoadLegs roads; ///< As bestInsertion() wants them.
};

/// What \a insertion adds to the cost of a route driven by a \a vehicle: of its time and its way.
[[nodiscard]] double costOf(const Insertion &insertion, Doorstep::Vehicle::Kind vehicle, const Rates &rates);

/// The windows of \a length from \a from on, beginning every full hour, that can be promised for \a stop: for each the
/// candidate who comes best, without missing any window that is not missed now. The stop's own window does not count.
///
/// Pure. How sure it is follows from the forecast of the stop that comes before it (docs/eta.md): the same band.
[[nodiscard]] QList<Slot> slotsFor(const Stop &stop, const QList<Candidate> &candidates, const Rates &rates,
                                   const QDateTime &from, std::chrono::seconds length);

} // namespace Doorstep::Planning
