// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/traffic.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Doorstep::Simulation {
namespace {

constexpr std::array byHour{0.96, 0.95, 0.95, 0.95, 0.95, 0.97, 1.02, 1.14, 1.27, 1.22, 1.13, 1.12,
                            1.15, 1.16, 1.12, 1.13, 1.18, 1.29, 1.34, 1.22, 1.10, 1.04, 1.00, 0.98};
constexpr double creep = 12.0; // how much slower somebody gets through a closed road who knows no way round

} // namespace

bool SlowArea::holds(const QGeoCoordinate &place, const QDateTime &at) const
{
    return from <= at && at < to && centre.distanceTo(place) <= radiusMeters;
}

double shareOfTraffic(double metersPerSecond)
{
    constexpr double usualMetersPerSecond = 8.0;
    if (!std::isfinite(metersPerSecond) || metersPerSecond <= 0.0)
        return 1.0;
    return std::clamp(metersPerSecond / usualMetersPerSecond, 0.35, 1.9);
}

double usualSlowness(double hour)
{
    const double wrapped = hour - std::floor(hour / 24.0) * 24.0;
    const auto from = static_cast<std::size_t>(wrapped) % byHour.size();
    const double part = wrapped - std::floor(wrapped);
    return byHour.at(from) * (1.0 - part) + byHour.at((from + 1) % byHour.size()) * part;
}

double usualSlowness(const QDateTime &at, const QTimeZone &zone)
{
    const auto local = at.toTimeZone(zone).time();
    return usualSlowness(local.msecsSinceStartOfDay() / 3'600'000.0);
}

TimedPath Traffic::driven(const TimedPath &free, const QDateTime &at) const
{
    TimedPath path{.points = free.points, .seconds = free.seconds};
    const double hourly = usualSlowness(at, zone) * today;
    for (qsizetype i = 1; i < free.seconds.size(); ++i) {
        const auto now = at.addMSecs(std::llround(path.seconds[i - 1] * 1000.0));
        const double seconds = free.seconds[i] - free.seconds[i - 1];
        const double share = shareOfTraffic(free.points[i - 1].distanceTo(free.points[i]) / seconds);
        double slowness = 1.0 + (hourly - 1.0) * (1.0 + (share - 1.0) * contrast);
        for (const auto &jam : jams)
            slowness *= jam.holds(free.points[i], now) ? jam.slowness : 1.0;
        for (const auto &closure : closures)
            slowness *= closure.holds(free.points[i], now) ? creep : 1.0;
        path.seconds[i] = path.seconds[i - 1] + seconds * slowness;
    }
    return path;
}

bool Traffic::isClosed(const TimedPath &path, const QDateTime &at) const
{
    for (qsizetype i = 0; i < path.points.size(); ++i) {
        const auto then = at.addMSecs(std::llround(path.seconds[i] * 1000.0));
        const auto meets = [&](const SlowArea &closure) { return closure.holds(path.points[i], then); };
        if (std::ranges::any_of(closures, meets))
            return true;
    }
    return false;
}

} // namespace Doorstep::Simulation
