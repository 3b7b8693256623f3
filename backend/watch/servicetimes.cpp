// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/servicetimes.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace Doorstep::Watch {
namespace {

// How many visits count as much as knowing nothing: the variance of one visit over that between things of the kind.
constexpr double priorOfAll = 20.0;
constexpr double priorOfHanding = 12.0;
constexpr double priorOfDriver = 5.0;
constexpr double priorOfDoor = 2.0;
constexpr double mostUnexplained = 0.7;
constexpr int mostParcels = 6; // more of them are told apart no longer

int handingOf(const Stop &stop)
{
    return static_cast<int>(std::to_underlying(stop.method)) * 100
        + static_cast<int>(std::min<qsizetype>(stop.parcels.size(), mostParcels));
}

quint64 doorOf(const Stop &stop)
{
    constexpr double cellsPerDegree = 10'000.0;
    const auto row = static_cast<quint32>(std::lround((stop.where.latitude() + 90.0) * cellsPerDegree));
    const auto column = static_cast<quint32>(std::lround((stop.where.longitude() + 180.0) * cellsPerDegree));
    return static_cast<quint64>(row) << 32U | column;
}

/// How long service took, in seconds; nothing where nobody saw it begin.
std::optional<double> tookSeconds(const Stop &stop, const QDateTime &freeAt)
{
    if (stop.status != Stop::Status::Delivered || !stop.actualArrival.isValid() || !stop.completedAt.isValid())
        return {};
    auto began = stop.actualArrival;
    for (const auto &notBefore : {stop.window.from, freeAt}) {
        if (notBefore.isValid())
            began = std::max(began, notBefore);
    }
    const auto seconds = static_cast<double>(began.msecsTo(stop.completedAt)) / 1000.0;
    constexpr double shortest = 10.0;
    return seconds < shortest ? std::nullopt : std::optional(seconds);
}

} // namespace

ServiceTimes::Parts ServiceTimes::partsOf(const Stop &stop, const DriverId &driver) const
{
    return {.all = m_all.value(priorOfAll),
            .handing = m_byHanding.value(handingOf(stop)).value(priorOfHanding),
            .driver = m_byDriver.value(driver).value(priorOfDriver),
            .door = stop.where.isValid() ? m_byDoor.value(doorOf(stop)).value(priorOfDoor) : 0.0};
}

void ServiceTimes::see(const Stop &stop, const DriverId &driver, const QDateTime &freeAt)
{
    const auto took = tookSeconds(stop, freeAt);
    if (!took || stop.serviceTime.count() <= 0 || m_seen.contains(stop.id))
        return;
    m_seen.insert(stop.id);
    const auto parts = partsOf(stop, driver);
    const double explained = parts.sum();
    const double left = std::clamp(std::log(*took / static_cast<double>(stop.serviceTime.count())) - explained,
                                   -mostUnexplained, mostUnexplained);
    const auto teach = [left](Effect &effect, double part) {
        effect.sum += left + part;
        ++effect.count;
    };
    teach(m_all, parts.all);
    teach(m_byHanding[handingOf(stop)], parts.handing);
    if (driver.isValid())
        teach(m_byDriver[driver], parts.driver);
    if (stop.where.isValid())
        teach(m_byDoor[doorOf(stop)], parts.door);
}

double ServiceTimes::expectedSeconds(const Stop &stop, const DriverId &driver) const
{
    const auto planned = static_cast<double>(stop.serviceTime.count());
    return m_all.count == 0 ? planned : planned * std::exp(partsOf(stop, driver).sum());
}

} // namespace Doorstep::Watch
