// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/insertions.h"
#include "backend/region/roads/roadservice.h"
#include "backend/store/store.h"

namespace Doorstep::Api {

struct VehicleAhead
{
    Planning::RouteAhead ahead;
    RoadProfile profile = RoadProfile::Car;
};

/// What is left of today's routes of \a depot that somebody drives, at \a now.
drogon::Task<Result<QList<VehicleAhead>>> routesAhead(Store &store, DepotId depot, QDateTime now);

} // namespace Doorstep::Api
