// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/dayproblem.h"
#include "backend/store/store.h"

namespace Doorstep::Api {

struct DepotToday
{
    Depot depot;
    QList<Planning::RouteToday> routes;
    QList<Closure> closures;
    Rates rates;
};

/// What is left of today's routes of \a depot that somebody drives, at \a now.
drogon::Task<Result<DepotToday>> routesAhead(Store &store, DepotId depot, QDateTime now);

} // namespace Doorstep::Api
