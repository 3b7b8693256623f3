// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/supervision/performance.h"

#include "models/store/fleet.h"

#include <algorithm>

namespace Doorstep {

namespace {

constexpr double leastHours = 0.5;
constexpr qsizetype mostHours = 24;

/// The hour of the plan; of a stop that came without one, the middle of what was promised.
QDateTime plannedFor(const Stop &stop)
{
    const auto &window = stop.window;
    if (stop.scheduledArrival.isValid() || !window.from.isValid() || !window.to.isValid())
        return stop.scheduledArrival;
    return window.from.addSecs(window.from.secsTo(window.to) / 2);
}

} // namespace

std::optional<double> Performance::share(int part, int whole)
{
    return whole == 0 ? std::nullopt : std::optional(static_cast<double>(part) / whole);
}

std::optional<double> Performance::failedPerHundred() const
{
    const auto fraction = share(failed, done());
    return fraction ? std::optional(*fraction * 100.0) : std::nullopt;
}

namespace {

/// \a stop, which is done, on a route that began at \a start.
void addDone(Performance &result, const Stop &stop, const QDateTime &start)
{
    const bool delivered = stop.status == Stop::Status::Delivered;
    result.delivered += delivered ? 1 : 0;
    result.failed += delivered ? 0 : 1;
    result.onTime += stop.wasOnTime() ? 1 : 0;
    result.firstAttempt += delivered && stop.attempts <= 1 ? 1 : 0;
    if (!start.isValid() || stop.completedAt < start)
        return;
    const auto hour = std::min<qsizetype>(start.secsTo(stop.completedAt) / 3600, mostHours - 1);
    if (result.perHour.size() <= hour)
        result.perHour.resize(hour + 1, 0.0);
    result.perHour[hour] += 1.0;
}

} // namespace

Performance performanceOf(const Route &route, const Fleet &fleet, const QDateTime &now)
{
    Performance result;
    result.driver = route.driver;
    result.route = route.id;
    if (const auto *driver = fleet.driverOf(route)) {
        result.name = driver->name;
        result.initials = driver->initials();
    }
    if (const auto *fix = fleet.trails().last(route.driver))
        result.lastSeen = fix->fixedAt;

    const auto start = route.actualStart.isValid() ? route.actualStart : route.scheduledStart;
    for (const auto &id : route.stops) {
        const auto *stop = fleet.stops().find(id);
        if (!stop || stop->status == Stop::Status::Cancelled)
            continue;
        ++result.total;
        if (!stop->isOpen())
            addDone(result, *stop, start);
    }
    const auto end = route.actualEnd.isValid() ? route.actualEnd : now;
    if (route.actualStart.isValid()) {
        const double hours = static_cast<double>(route.actualStart.secsTo(end)) / 3600.0;
        if (hours >= leastHours)
            result.stopsPerHour = result.done() / hours;
    }
    return result;
}

DayCount dayCountOf(const Fleet &fleet, const DepotTime &time)
{
    DayCount count{};
    const auto at = [&](const QDateTime &when) -> HourCount & {
        return count.at(static_cast<size_t>(time.local(when).time().hour()));
    };
    for (const auto &stop : fleet.stops()) {
        if (stop.status == Stop::Status::Cancelled || !fleet.isOfTheDay(stop))
            continue;
        if (const auto planned = plannedFor(stop); planned.isValid())
            ++at(planned).planned;
        if (stop.completedAt.isValid() && stop.status == Stop::Status::Delivered)
            ++at(stop.completedAt).delivered;
        else if (stop.completedAt.isValid() && stop.status == Stop::Status::Failed)
            ++at(stop.completedAt).failed;
    }
    return count;
}

} // namespace Doorstep
