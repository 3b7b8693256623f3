// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/arrivals.h"

#include "backend/watch/traffic.h"

#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Doorstep::Watch {
namespace {

constexpr double shortestServiceSeconds = 20.0;

QDateTime atUtc(double seconds)
{
    return QDateTime::fromMSecsSinceEpoch(std::llround(seconds) * 1000, QTimeZone::UTC);
}

double secondsOf(qint64 ms)
{
    return static_cast<double>(ms) / 1000.0;
}

double squared(double x)
{
    return x * x;
}

/// By how much a drive on \a roads that begins at \a time takes longer than on empty ones: the hour's usual traffic,
/// and what is seen now, which does not last for ever.
double slowness(const RoadMix &roads, double time, const Standpoint &standpoint, const WatchSettings &settings)
{
    const double aheadSeconds = std::max(time - secondsOf(standpoint.nowMs), 0.0);
    const auto left = [aheadSeconds](std::chrono::seconds half) {
        return std::exp2(-aheadSeconds / static_cast<double>(half.count()));
    };
    const double trafficLeft = left(settings.trafficLasts);
    auto factors = trafficFactors((time + static_cast<double>(standpoint.utcOffsetSeconds)) / 3600.0);
    for (std::size_t kind = 0; kind < roadKindCount; ++kind)
        factors[kind] *= 1.0 + (standpoint.trafficPace[kind] - 1.0) * trafficLeft;
    return roads.of(factors) * (1.0 + (standpoint.localPace - 1.0) * left(settings.jamLasts));
}

/// What is not known of a time, in seconds squared.
class Doubt
{
public:
    explicit Doubt(const Spread &spread)
        : m_spread(spread)
    {
    }

    void addUnheard(double seconds) { m_apart += squared(seconds * m_spread.unheard); }
    void addIdle(double seconds) { m_apart += squared(seconds * m_spread.idleSpread); }
    void addDrive(double seconds)
    {
        m_apart += squared(seconds * m_spread.drive);
        m_drives += seconds;
    }
    void addService(double seconds)
    {
        m_apart += squared(seconds * m_spread.service);
        m_services += seconds;
    }
    /// Who waits \a seconds for a window takes up that much of a delay: of a normal distribution only what lies beyond
    /// it remains.
    void wait(double seconds)
    {
        const double deviation = std::sqrt(variance());
        const double z = seconds / deviation;
        const double beyond = 0.5 * std::erfc(z / std::numbers::sqrt2);
        const double density = std::exp(-z * z / 2.0) / std::sqrt(2.0 * std::numbers::pi);
        const double kept = 2.0 * std::max(0.0, (1.0 + z * z) * beyond - z * density); // 1 without a wait
        m_apart *= kept;
        m_drives *= std::sqrt(kept);
        m_services *= std::sqrt(kept);
    }
    [[nodiscard]] double variance() const
    {
        return squared(m_spread.leastSeconds) + m_apart + squared(m_drives * m_spread.allDrives)
            + squared(m_services * m_spread.allServices);
    }

private:
    const Spread &m_spread;
    double m_apart = 0.0; ///< What has nothing to do with each other.
    double m_drives = 0.0; ///< Seconds of what goes wrong together.
    double m_services = 0.0;
};

/// When who is idle goes on; \a time when nobody is.
double restedUntil(double time, const Standpoint &standpoint, const Spread &spread, Doubt &doubt)
{
    if (standpoint.idleSeconds <= spread.idleFrom)
        return time;
    const double rest = std::min(standpoint.idleSeconds * spread.idleOn, spread.idleLongest);
    doubt.addIdle(rest);
    return std::max(time, secondsOf(standpoint.nowMs)) + rest;
}

/// 0 when it is open at any time.
double opensAt(const Stop &stop)
{
    return stop.window.from.isValid() ? secondsOf(stop.window.from.toMSecsSinceEpoch()) : 0.0;
}

} // namespace

QList<StopForecast> arrivalsOf(const std::vector<StopAhead> &ahead, const Standpoint &standpoint,
                               const WatchSettings &settings)
{
    const auto &spread = settings.spread;
    const double now = secondsOf(standpoint.nowMs);
    const double earliest = standpoint.isBlind ? 0.0 : now;
    const double lost = 1.0 + spread.lostShare;
    double time = secondsOf(standpoint.fromMs);
    Doubt doubt(spread);
    doubt.addUnheard(std::max(0.0, now - time));

    time = restedUntil(time, standpoint, spread, doubt);

    QList<StopForecast> forecasts;
    forecasts.reserve(static_cast<qsizetype>(ahead.size()));
    for (const auto &[stop, driveSeconds, roads, serviceSeconds, arrivedMs] : ahead) {
        const bool isThere = arrivedMs != 0;
        double arrival = secondsOf(arrivedMs);
        if (!isThere) {
            const double drive = driveSeconds * slowness(roads, time, standpoint, settings);
            arrival = std::max(earliest, time + drive * lost);
            doubt.addDrive(drive);
        }
        const double band = isThere ? 0.0 : spread.deviationsAt(arrival - now) * std::sqrt(doubt.variance());
        // Two doors in one house are reached at once and served one by one.
        double begin = forecasts.isEmpty() ? arrival : std::max(arrival, time);
        if (const double opens = opensAt(*stop); opens > begin) {
            begin = opens;
            doubt.wait(begin - arrival);
        }
        const double leaves = std::max(begin + serviceSeconds * lost,
                                       isThere && !standpoint.isBlind ? now + shortestServiceSeconds : 0.0);
        forecasts.append({.stop = stop->id,
                          .expectedArrival = atUtc(arrival),
                          .lateArrival = atUtc(std::max(arrival + band, isThere ? 0.0 : earliest)),
                          .expectedDeparture = atUtc(leaves)});
        doubt.addService(serviceSeconds);
        time = leaves;
    }
    return forecasts;
}

} // namespace Doorstep::Watch
