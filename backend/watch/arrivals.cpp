// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/arrivals.h"

#include "backend/watch/traffic.h"

#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace Doorstep::Watch {
namespace {

constexpr double driveSpread = 0.25;
constexpr double serviceSpread = 0.5;
constexpr double z90 = 1.2816; // the 0.9 quantile of the normal distribution
constexpr double shortestServiceSeconds = 20.0;

QDateTime atUtc(double seconds)
{
    return QDateTime::fromMSecsSinceEpoch(std::llround(seconds) * 1000, QTimeZone::UTC);
}

double squared(double x)
{
    return x * x;
}

} // namespace

QList<StopForecast> arrivalsOf(const std::vector<StopAhead> &ahead, const Standpoint &standpoint)
{
    const double now = static_cast<double>(standpoint.nowMs) / 1000.0;
    double time = static_cast<double>(standpoint.fromMs) / 1000.0;
    // How old the fix is says how much may have happened since.
    double variance = squared(std::max(0.0, now - time) * driveSpread);

    QList<StopForecast> forecasts;
    forecasts.reserve(static_cast<qsizetype>(ahead.size()));
    for (const auto &[stop, driveSeconds, arrivedMs] : ahead) {
        const auto service = static_cast<double>(stop->serviceTime.count());
        double arrival = static_cast<double>(arrivedMs) / 1000.0;
        if (arrivedMs == 0) {
            const double drive =
                driveSeconds * trafficFactor((time + static_cast<double>(standpoint.utcOffsetSeconds)) / 3600.0);
            arrival = std::max(now, time + drive);
            variance += squared(drive * driveSpread);
        }
        double begin = arrival;
        if (stop->window.from.isValid())
            begin = std::max(begin, static_cast<double>(stop->window.from.toMSecsSinceEpoch()) / 1000.0);
        const double leaves = std::max(begin + service, arrivedMs == 0 ? 0.0 : now + shortestServiceSeconds);

        const double band = arrivedMs == 0 ? z90 * std::sqrt(variance) : 0.0;
        forecasts.append({.stop = stop->id,
                          .expectedArrival = atUtc(arrival),
                          .lateArrival = atUtc(arrival + band),
                          .expectedDeparture = atUtc(leaves)});
        variance += squared(service * serviceSpread);
        time = leaves;
    }
    return forecasts;
}

} // namespace Doorstep::Watch
