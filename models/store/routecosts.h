// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/routecost.h"

#include <QDateTime>

#include <optional>

namespace Doorstep {

class Fleet;
struct Route;

/// What a route costs, by its depot's rates.
struct RouteCosts
{
    std::optional<RouteCost> soFar; ///< None before it has begun.
    RouteCost whole; ///< Expected; of a route that has ended, what it came to.
    bool isOver = false;
    int stops = 0; ///< That are not called off.

    /// Of `whole`; 0 without stops.
    [[nodiscard]] double perStop() const { return stops == 0 ? 0.0 : whole.cost / stops; }
    bool operator==(const RouteCosts &) const = default;
};

/// What \a route has cost until \a now, and comes to in all: work from its start (the planned one before that) until
/// its last stop is expected to be done and the driver is back, along the roads that its path takes. So far count the
/// roads to the last stop that was reached. None while its roads or times are not known.
[[nodiscard]] std::optional<RouteCosts> costsOf(const Route &route, const Fleet &fleet, const QDateTime &now);

} // namespace Doorstep
