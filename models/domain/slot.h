// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"
#include "models/domain/timewindow.h"

#include <chrono>

namespace Doorstep {

/// A window of today that could be promised for a stop without missing anybody else's.
struct Slot
{
    TimeWindow window;
    RouteId route; ///< Who would come.
    StopId before; ///< The open stop that would come after it; invalid: it would be the last.
    QDateTime arrival; ///< UTC, P50; may be before the window, and then the driver waits.
    int chance = 0; ///< Of being there before its end, percent.
    std::chrono::seconds buffer{0}; ///< From the arrival (or the window's beginning) to its end.
    double cost = 0.0; ///< That it adds, by the depot's rates.

    bool operator==(const Slot &) const = default;
};

} // namespace Doorstep
