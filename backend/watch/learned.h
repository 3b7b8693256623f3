// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/watch/citypace.h"
#include "backend/watch/servicetimes.h"
#include "models/domain/vehicle.h"

#include <map>
#include <utility>

namespace Doorstep::Watch {

/// What the watchers have learnt from what they saw, today and on the days before. Nothing of it is stored: it follows
/// from the stops and fixes, and a restarted backend learns it again from its feeds (but for today's traffic).
struct Learned
{
    using Traffic = std::pair<DepotId, Vehicle::Kind>;

    ServiceTimes services;
    std::map<Traffic, CityPace> traffic; ///< Of a depot's vans, of its bicycles.

    /// Today's traffic there, made when it is not known yet.
    [[nodiscard]] CityPace &pace(const DepotId &depot, Vehicle::Kind vehicle)
    {
        using namespace std::chrono_literals;
        constexpr double priorSeconds = 900.0;
        constexpr double kindPriorSeconds = 1800.0;
        return traffic.try_emplace({depot, vehicle}, 60min, priorSeconds, kindPriorSeconds).first->second;
    }
};

} // namespace Doorstep::Watch
