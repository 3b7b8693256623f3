// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/apiclient.h"
#include "simulator/dayjson.h"

namespace Doorstep::Simulation {

/// Sets the server's clock. False when this server's clock is fixed; fails as the server does.
[[nodiscard]] QCoro::Task<Result<bool>> setServerClock(ApiClient *client, QDateTime now, double rate);

/// Tells the server the whole plan: fleet, orders (500 at a time), routes. The same plan twice changes nothing.
/// Returns the stops that the server made.
[[nodiscard]] QCoro::Task<Result<StopsByReference>> announce(ApiClient *client, DayPlan plan);

/// The stops in the answer to `POST /v1/orders`, for orders with \a references. Fails with Malformed unless there is
/// one for each.
[[nodiscard]] Result<StopsByReference> stopsFromAnswer(const QJsonObject &answer, const QStringList &references);

} // namespace Doorstep::Simulation
