// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QList>
#include <QObject>

#include <chrono>

namespace Doorstep {

/// A route's list of stops as somebody saw it, and as it should be.
struct RouteOrder
{
    RouteId route;
    QList<StopId> was;
    QList<StopId> stops;

    bool operator==(const RouteOrder &) const = default;
};

/// What somebody asks: which stops may go where, what counts, and what must stay.
struct Rerouting
{
    Q_GADGET
public:
    /// After serving everything that can be served.
    enum class Goal : quint8 {
        FewestLate, ///< Late stops, then minutes late, then driving.
        LeastDriving, ///< Driving; nobody is later than their window, or than expected now.
        FewestChanges, ///< As FewestLate, but a stop changes its driver only for much.
    };
    Q_ENUM(Goal)

    static constexpr qsizetype mostRoutes = 120;
    static constexpr qsizetype mostStops = 1'500; ///< Open ones of all the routes together.
    static constexpr std::chrono::seconds mostTime{60};

    DepotId depot;
    QList<RouteId> routes; ///< Among which stops may move; at least one.
    QList<RouteId> leaving; ///< Of those: who cannot go on. All their open stops are wanted elsewhere.
    QList<StopId> stops; ///< Only these may change their driver, and those that have none get one; empty: all may.
    Goal goal = Goal::FewestLate;
    bool keepsNext = true; ///< What each driver is driving to stays their next.
    QList<RouteOrder> plan; ///< Where to start from; what is not in it is as it is. `was` is not looked at.
    bool isCheck = false; ///< Nothing is searched: tells what exactly `plan` would mean.
    std::chrono::milliseconds patience{5'000}; ///< Of the search.

    bool operator==(const Rerouting &) const = default;
};

} // namespace Doorstep
