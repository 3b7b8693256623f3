// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/rates.h"

#include <chrono>

namespace Doorstep {

/// What a route takes, up to a moment or in all.
struct RouteEffort
{
    std::chrono::seconds work{0}; ///< From leaving the depot on: driving, service and waiting.
    double meters = 0.0;

    bool operator==(const RouteEffort &) const = default;
};

struct RouteCost
{
    double cost = 0.0; ///< In the depot's currency.
    double gramsCo2 = 0.0;

    bool operator==(const RouteCost &) const = default;
};

/// What \a effort comes to with a \a kind of vehicle at \a rates: work, kilometres, and what a route costs that is
/// driven at all. Less than no effort counts as none.
[[nodiscard]] RouteCost costOf(const RouteEffort &effort, Vehicle::Kind kind, const Rates &rates);

} // namespace Doorstep
