// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/forecast.h"

#include <cmath>
#include <numbers>

namespace Doorstep {

int chanceOfMissing(const StopForecast &forecast, const QDateTime &end)
{
    constexpr double deviationsToP90 = 1.2816;
    const auto late = static_cast<double>(end.secsTo(forecast.expectedArrival));
    const auto band = static_cast<double>(forecast.expectedArrival.secsTo(forecast.lateArrival));
    if (band <= 0.0)
        return late > 0.0 ? 100 : 0;
    const double deviations = late / (band / deviationsToP90);
    return qBound(0, qRound(50.0 * std::erfc(-deviations / std::numbers::sqrt2)), 100);
}

} // namespace Doorstep

#include "moc_forecast.cpp"
