// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/courier.h"
#include "simulator/tour.h"

namespace Doorstep::Simulation {

/// Gives every visit of \a plan a customer: what they like, whether somebody asked if they will be there and what they
/// answered, what they forgot to say; gives doors where parcels are left alone a past; and has somebody draw what is
/// closed. Dice of their own: nothing else of the day changes.
void makeCustomers(DayPlan &plan);

/// Whether visits to \a door go wrong far more often than elsewhere, on all days.
[[nodiscard]] bool isRisky(const Door &door);
/// Whether a driver who comes to \a visit lacks what its method takes.
[[nodiscard]] bool lacksInstructions(const Visit &visit);

/// When somebody at a desk has drawn \a closure.
[[nodiscard]] QDateTime drawnAt(const Closure &closure);
/// What people at desks write down over the day, in its order: closures, questions and answers.
[[nodiscard]] QList<Outgoing> deskWork(const DayPlan &plan, const StopsByReference &stops);

[[nodiscard]] QJsonObject truthOf(const Closure &closure);

} // namespace Doorstep::Simulation
