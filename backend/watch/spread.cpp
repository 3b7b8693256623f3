// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/spread.h"

#include <algorithm>
#include <iterator>

namespace Doorstep::Watch {

double Spread::deviationsAt(double aheadSeconds) const
{
    const double minutes = aheadSeconds / 60.0;
    if (minutes <= horizonMinutes.front())
        return deviations.front();
    if (minutes >= horizonMinutes.back())
        return deviations.back();
    const auto after = static_cast<std::size_t>(
        std::distance(horizonMinutes.begin(), std::ranges::upper_bound(horizonMinutes, minutes)));
    const double from = horizonMinutes.at(after - 1);
    const double part = (minutes - from) / (horizonMinutes.at(after) - from);
    return deviations.at(after - 1) + part * (deviations.at(after) - deviations.at(after - 1));
}

} // namespace Doorstep::Watch
