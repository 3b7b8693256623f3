// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/roadtraffic.h"

#include "backend/watch/traffic.h"
#include "backend/watch/watchsettings.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace Doorstep::Planning {

RoadTraffic trafficBetween(const QDateTime &begin, const QDateTime &end, const QTimeZone &zone,
                           const Watch::ByRoadKind &paces, const QList<Closure> &closures)
{
    using namespace std::chrono_literals;
    constexpr std::chrono::seconds step = 15min;
    constexpr int mostSteps = 4 * 24; // of a day, after which it begins again
    const double halfLife = static_cast<double>(Watch::WatchSettings().trafficLasts.count());
    const auto offset = zone.isValid() ? zone.offsetFromUtc(begin) : 0;
    const auto start = static_cast<double>(begin.toSecsSinceEpoch() + offset);
    const int steps = static_cast<int>(std::clamp<qint64>(begin.secsTo(end) / step.count(), 0, mostSteps - 1)) + 1;

    RoadTraffic traffic{.factors = {}, .closures = {}};
    for (int i = 0; i < steps; ++i) {
        const auto ahead = static_cast<double>(i * step.count());
        const double left = std::exp2(-ahead / halfLife);
        const auto usual = Watch::trafficFactors((start + ahead) / 3600.0);
        for (std::size_t kind = 0; kind < Watch::roadKindCount; ++kind)
            traffic.factors[kind] += usual[kind] * (1.0 + (paces[kind] - 1.0) * left) / steps;
    }
    std::ranges::copy_if(closures, std::back_inserter(traffic.closures),
                         [&](const Closure &closure) { return closure.isThereBetween(begin, end); });
    return traffic;
}

} // namespace Doorstep::Planning
