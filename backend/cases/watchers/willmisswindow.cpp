// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/watchers.h"

#include <cmath>

namespace Doorstep::Cases {
namespace {

/// How likely the arrival is after \a end, of a normal distribution with the forecast's P50 and P90 (docs/eta.md).
int chanceOfMissing(const StopForecast &forecast, const QDateTime &end)
{
    constexpr double deviationsToP90 = 1.2816;
    const auto late = static_cast<double>(end.secsTo(forecast.expectedArrival));
    const auto band = static_cast<double>(forecast.expectedArrival.secsTo(forecast.lateArrival));
    if (band <= 0.0)
        return late > 0.0 ? 100 : 0;
    const double deviations = late / (band / deviationsToP90);
    return qBound(0, qRound(50.0 * std::erfc(-deviations / std::sqrt(2.0))), 100);
}

} // namespace

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
