// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/routecost.h"

#include <algorithm>
#include <cmath>

namespace Doorstep {

RouteCost costOf(const RouteEffort &effort, Vehicle::Kind kind, const Rates &rates)
{
    const double hours = std::max(0.0, std::chrono::duration<double, std::ratio<3600>>(effort.work).count());
    const double kilometers = std::isfinite(effort.meters) ? std::max(0.0, effort.meters) / 1000.0 : 0.0;
    return {.cost = rates.fixed + hours * rates.perHour + kilometers * rates.perKilometer(kind),
            .gramsCo2 = kilometers * rates.gramsCo2PerKilometer(kind)};
}

} // namespace Doorstep
