// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/chance.h"
#include "simulator/tour.h"

namespace Doorstep::Simulation {

/// An order for \a door, number \a number of the day, to be brought by \a vehicle: who, what, how, and what will come
/// of it.
[[nodiscard]] Visit makeVisit(const DaySettings &settings, const Door &door, Vehicle::Kind vehicle, int number);

/// How \a street, number and suburb get written by somebody in a hurry: "Rambla Wlison 2210".
[[nodiscard]] QString misspelt(const QString &text, Chance &chance);

/// Makes the parcels of \a visits lighter until they fit \a capacityKilograms. Returns how full that is, 0 to 1.
[[nodiscard]] double fitLoad(QList<Visit> &visits, double capacityKilograms);

} // namespace Doorstep::Simulation
