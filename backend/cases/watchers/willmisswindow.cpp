// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/watchers.h"

namespace Doorstep::Cases {

std::optional<Trouble> willMissWindow(const StopView &view)
{
    const auto &stop = view.stop;
    // Once the driver is there, when service began is a fact and no longer a forecast.
    if (stop.status != Stop::Status::Planned || stop.held || !stop.where.isValid() || view.forecast == nullptr
        || !stop.window.to.isValid() || view.forecast->expectedArrival <= stop.window.to)
        return {};
    // As likely as not is no news yet.
    const int chance = chanceOfMissing(*view.forecast, stop.window.to);
    if (chance < view.settings.leastLatePercent)
        return {};
    return Trouble{.instance = instanceOf(stop.window.to),
                   .severity = Exception::Severity::High,
                   .dueAt = stop.window.to,
                   .lateBy = std::chrono::seconds(stop.window.to.secsTo(view.forecast->expectedArrival)),
                   .chancePercent = chance};
}

} // namespace Doorstep::Cases
