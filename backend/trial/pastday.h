// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/depot.h"
#include "models/domain/fix.h"
#include "models/domain/route.h"
#include "models/domain/stop.h"
#include "models/domain/vehicle.h"

#include <QList>

#include <optional>
#include <vector>

namespace Doorstep::Trial {

/// A day of one depot as it is stored: its routes and stops as they ended, and what its drivers' phones said.
struct PastDay
{
    Depot depot;
    QList<Vehicle> vehicles;
    QList<Route> routes;
    QList<Stop> stops;
    std::vector<Fix> fixes; ///< In any order.
    QDateTime until; ///< UTC: nothing later is replayed, as it has not happened yet.
};

/// From when to when a day of \a routes is replayed, UTC: three quarters of an hour before the first start to two hours
/// after the last planned end, and at most 20 hours. None when no route says when it starts.
[[nodiscard]] std::optional<std::pair<QDateTime, QDateTime>> spanOf(const QList<Route> &routes);

/// Every \a seconds at most one fix of each driver, the first one; \a fixes are of one driver, oldest first.
[[nodiscard]] std::vector<Fix> thinned(std::vector<Fix> fixes, int seconds);

} // namespace Doorstep::Trial
