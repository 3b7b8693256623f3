// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/api/services.h"
#include "backend/planning/dayproblem.h"
#include "backend/planning/roadtraffic.h"

#include <map>

namespace Doorstep::Api {

using TrafficByVehicle = std::map<Vehicle::Kind, Planning::RoadTraffic>;

/// What vans and bicycles of \a depot meet from \a now until the last stop of \a routes is expected to be done.
[[nodiscard]] TrafficByVehicle trafficAhead(const Services &services, const Depot &depot,
                                            const QList<Planning::RouteToday> &routes, const QList<Closure> &closures,
                                            const QDateTime &now);

} // namespace Doorstep::Api
