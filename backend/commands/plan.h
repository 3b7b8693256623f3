// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/depot.h"
#include "models/domain/driver.h"
#include "models/domain/result.h"
#include "models/domain/route.h"
#include "models/domain/vehicle.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>

#include <vector>

namespace Doorstep {

/// A value and the very JSON it came as, which is what is kept: unknown keys included.
template <typename T>
struct Planned
{
    T value;
    QJsonObject body;
};

/// What `PUT /v1/plan` asks for.
struct Plan
{
    std::vector<Planned<Depot>> depots;
    std::vector<Planned<Vehicle>> vehicles;
    std::vector<Planned<Driver>> drivers;
    std::vector<Planned<Route>> routes;
    QHash<StopId, QDateTime> scheduledArrivals; ///< As the routes' schedules have them; of stops of these routes.
};

/// Malformed, naming the key: a thing that cannot be, two of one id, a stop in two routes, a time for a stop of another
/// route, more than 5,000 things.
[[nodiscard]] Result<Plan> planFromJson(const QJsonObject &json);

} // namespace Doorstep
