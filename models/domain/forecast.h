// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QDateTime>
#include <QList>
#include <QObject>

#include <chrono>
#include <optional>

namespace Doorstep {

/// When one open stop will be reached.
struct StopForecast
{
    StopId stop;
    QDateTime expectedArrival; ///< P50.
    QDateTime lateArrival; ///< P90: nine of ten arrive before.
    QDateTime expectedDeparture; ///< Waiting for the window and service included.

    bool operator==(const StopForecast &) const = default;
};

/// How likely \a end is missed in percent, of a normal distribution with the forecast's P50 and P90 (docs/eta.md).
[[nodiscard]] int chanceOfMissing(const StopForecast &forecast, const QDateTime &end);

/// What the watchers make of a route right now: one document a route, written when it changes enough to matter.
struct Forecast
{
    Q_GADGET
public:
    /// Ordered by how much a dispatcher must look; a silent driver's slack is unknown.
    enum class State : quint8 { OnTime, AtRisk, Late, Silent, Finished };
    Q_ENUM(State)

    RouteId route;
    QDateTime computedAt;
    State state = State::OnTime;
    StopId nextStop; ///< Invalid when nothing is left.
    int doneStops = 0; ///< Delivered, failed or cancelled.
    int deliveredStops = 0;
    std::optional<std::chrono::seconds>
        slack; ///< How far ahead of its tightest open window the route is; negative is late.
    QDateTime lastSeen; ///< Of the newest trusted fix.
    QList<StopForecast> stops; ///< The open ones, in order.

    bool operator==(const Forecast &) const = default;
};

} // namespace Doorstep
