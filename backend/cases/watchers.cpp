// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/watchers.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep::Cases {

std::span<const Kind> kinds()
{
    static constexpr std::array all{
        Kind{.word = "missed"_L1, .stopWatcher = missedDelivery},
        Kind{.word = "address"_L1, .stopWatcher = addressNotFound},
        Kind{.word = "address_unsure"_L1, .stopWatcher = addressUnsure},
        Kind{.word = "address_far"_L1, .stopWatcher = addressTooFar},
        Kind{.word = "late"_L1, .stopWatcher = willMissWindow, .openAfter = 60s, .clearAfter = 120s},
        Kind{.word = "route_late"_L1, .routeWatcher = runningLate, .openAfter = 60s, .clearAfter = 300s},
        Kind{.word = "far_delivery"_L1, .stopWatcher = deliveredFarAway, .clears = false},
        Kind{.word = "checkin_unanswered"_L1, .stopWatcher = checkInUnanswered, .clearAfter = 60s},
        Kind{.word = "customer_away"_L1, .stopWatcher = customerAway},
        Kind{.word = "instructions_missing"_L1, .stopWatcher = instructionsMissing},
        Kind{.word = "risky_dropoff"_L1, .stopWatcher = riskyDropOff},
        Kind{.word = "closure"_L1, .closureWatcher = closureTouches, .clearAfter = 60s},
        Kind{.word = "silent"_L1, .routeWatcher = driverSilent, .openAfter = 60s, .clearAfter = 30s},
        Kind{.word = "late_start"_L1, .routeWatcher = lateStart, .openAfter = 60s},
        Kind{.word = "stopped"_L1, .routeWatcher = stoppedTooLong, .clearAfter = 30s},
        Kind{.word = "off_route"_L1, .routeWatcher = offRoute, .openAfter = 240s, .clearAfter = 60s},
        Kind{.word = "battery"_L1, .routeWatcher = lowBattery, .openAfter = 30s, .clearAfter = 60s},
        Kind{.word = "mocked"_L1, .routeWatcher = mockedPosition, .openAfter = 30s, .clearAfter = 300s},
    };
    return all;
}

} // namespace Doorstep::Cases
