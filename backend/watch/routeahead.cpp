// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/routewatch.h"
#include "backend/watch/surroundings.h"
#include "backend/watch/traffic.h"

#include <algorithm>

namespace Doorstep::Watch {

void RouteWatch::noteIdling(const Fix &fix)
{
    constexpr double parkingMeters = 80.0;
    if (m_anchor.isValid() && m_anchor.distanceTo(fix.where) <= parkingMeters)
        return;
    m_anchor = fix.where;
    m_idleMs = fix.fixedAt.toMSecsSinceEpoch();
}

/// Since when the driver does nothing that the plan knows of: stands where there is nothing to do, or has not come.
double RouteWatch::idleSeconds(const Surroundings &around, qint64 nowMs) const
{
    const auto &route = m_seen.route;
    if (route.status == Route::Status::Planned && route.scheduledStart.isValid())
        return static_cast<double>(nowMs - route.scheduledStart.toMSecsSinceEpoch()) / 1000.0;
    if (route.status != Route::Status::Underway || !m_lastFix || m_idleMs == 0)
        return 0.0;
    auto sinceMs = m_idleMs;
    for (const auto &id : route.stops) {
        const auto *seen = find(around.stops, id);
        if (!seen)
            continue;
        if (seen->stop.isOpen() && arrivedMs(id) != 0)
            return 0.0; // serving, or waiting for the window
        if (seen->stop.completedAt.isValid())
            sinceMs = std::max(sinceMs, seen->stop.completedAt.toMSecsSinceEpoch());
    }
    return static_cast<double>(m_lastFix->fixedAt.toMSecsSinceEpoch() - sinceMs) / 1000.0;
}

/// How fast the driver gets on, against the roads' own time and the hour's usual traffic.
void RouteWatch::measurePace(const Fix &fix, const Surroundings &around)
{
    const auto next = m_seen.route.status == Route::Status::Underway ? nextStop(around) : -1;
    const auto *leg = next < 0 ? nullptr : legTo(next);
    const auto left = leg ? leg->secondsLeft(fix.where) : std::nullopt;
    if (!left)
        return m_meter.lose();
    const auto atMs = fix.fixedAt.toMSecsSinceEpoch();
    const auto reading = m_meter.see(next, *left, leg->seconds(), atMs, leg->roads());
    if (!reading)
        return;
    const auto localSeconds = atMs / 1000 + utcOffset(around, atMs);
    const double hour = static_cast<double>(localSeconds) / 3600.0;
    const auto factors = trafficFactors(hour);
    auto &city = around.learned.pace(m_seen.route.depot, around.vehicle);
    const auto paces = city.byKind(atMs);
    const double whole = city.whole(atMs);
    ByRoadKind expected{};
    double here = 0.0; // as long as the city's roads of these kinds take now, in seconds of its whole pace
    for (std::size_t kind = 0; kind < roadKindCount; ++kind) {
        expected[kind] = reading->freeByKind[kind] * factors[kind];
        here += expected[kind] * (paces[kind] / whole);
    }
    m_localPace.see(reading->seconds, here, atMs);
    city.see(reading->seconds, expected, atMs);
}

/// The stop that is driven to now, as an index; -1 for none, or while the driver is at one.
qsizetype RouteWatch::nextStop(const Surroundings &around) const
{
    for (qsizetype i = 0; i < m_seen.route.stops.size(); ++i) {
        const auto *seen = find(around.stops, m_seen.route.stops.at(i));
        if (!seen || !seen->stop.isOpen() || isPassedBy(seen->stop))
            continue;
        return seen->stop.status == Stop::Status::Arrived ? -1 : i;
    }
    return -1;
}

std::vector<StopAhead> RouteWatch::stopsAhead(const Surroundings &around, qint64 nowMs) const
{
    std::vector<StopAhead> ahead;
    auto before = around.depot ? around.depot->where : QGeoCoordinate();
    for (qsizetype i = 0; i < m_seen.route.stops.size(); ++i) {
        const auto *seen = find(around.stops, m_seen.route.stops.at(i));
        if (!seen || isPassedBy(seen->stop))
            continue;
        if (seen->stop.isOpen()) {
            const double drive = ahead.empty() ? firstDriveSeconds(i, before, around) : driveSeconds(i, before, around);
            const auto *leg = legTo(i);
            ahead.push_back({.stop = &seen->stop,
                             .driveSeconds = drive,
                             .roads = leg ? leg->roads() : RoadMix(),
                             .serviceSeconds = around.learned.services.expectedSeconds(seen->stop, m_seen.route.driver),
                             .arrivedMs = arrivedMs(seen->stop.id)});
        }
        if (const auto place = placeOf(seen->stop, around); place.isValid())
            before = place;
    }
    serveHereFirst(ahead, around, nowMs);
    return ahead;
}

/// A driver who stays at a later door serves that one first and then comes back to the order. One who is there because
/// two doors are near each other, or because the way leads past it, does not: who has just finished a visit may be
/// leaving, and nobody waits half an hour for a window while others are open.
void RouteWatch::serveHereFirst(std::vector<StopAhead> &ahead, const Surroundings &around, qint64 nowMs) const
{
    constexpr qint64 staysMs = 120'000;
    constexpr qint64 waitsMs = 600'000;
    qint64 freeMs = 0;
    for (const auto &id : m_seen.route.stops) {
        const auto *seen = find(around.stops, id);
        if (seen && seen->stop.completedAt.isValid())
            freeMs = std::max(freeMs, seen->stop.completedAt.toMSecsSinceEpoch());
    }
    const auto isServed = [&](const StopAhead &stop) {
        const auto &opens = stop.stop->window.from;
        return stop.arrivedMs != 0 && nowMs - std::max(stop.arrivedMs, freeMs) >= staysMs
            && (!opens.isValid() || opens.toMSecsSinceEpoch() - nowMs <= waitsMs);
    };
    const bool isAtNext = !ahead.empty() && ahead.front().arrivedMs != 0;
    const auto here = isAtNext ? ahead.begin() : std::ranges::find_if(ahead, isServed);
    if (here != ahead.end())
        std::rotate(ahead.begin(), here, std::next(here));
    auto stop = std::ranges::find(ahead, 0, &StopAhead::arrivedMs);
    for (; stop != ahead.end(); ++stop)
        stop->arrivedMs = 0; // they will come back
}

Standpoint RouteWatch::standpoint(const Surroundings &around, qint64 nowMs) const
{
    Standpoint standpoint{.nowMs = nowMs, .fromMs = nowMs, .utcOffsetSeconds = 0};
    const auto &route = m_seen.route;
    if (route.status == Route::Status::Planned && route.scheduledStart.isValid())
        standpoint.fromMs = std::max(nowMs, route.scheduledStart.toMSecsSinceEpoch());
    else if (m_lastFix)
        standpoint.fromMs = std::min(nowMs, m_lastFix->fixedAt.toMSecsSinceEpoch());
    standpoint.utcOffsetSeconds = static_cast<int>(utcOffset(around, nowMs));
    const auto &city = around.learned.pace(route.depot, around.vehicle);
    const double whole = city.whole(nowMs);
    standpoint.trafficPace = city.byKind(nowMs);
    standpoint.localPace = m_localPace.at(nowMs, whole) / whole;
    standpoint.idleSeconds = idleSeconds(around, nowMs);
    standpoint.isBlind = route.status == Route::Status::Underway && isSilent(around, nowMs);
    return standpoint;
}

/// Since when the driver has been at \a stop; 0 when not there.
qint64 RouteWatch::arrivedMs(const StopId &stop) const
{
    const auto visit = m_visits.constFind(stop);
    return visit != m_visits.cend() && visit->isThere() ? visit->arrivedMs() : 0;
}

const Leg *RouteWatch::legTo(qsizetype stop) const
{
    if (std::cmp_greater_equal(stop, m_legs.size()))
        return nullptr;
    const auto &leg = m_legs[static_cast<std::size_t>(stop)];
    return leg ? &*leg : nullptr;
}

double RouteWatch::driveSeconds(qsizetype stop, const QGeoCoordinate &from, const Surroundings &around) const
{
    const auto *leg = legTo(stop);
    return leg ? leg->seconds() : straightSeconds(stop, from, around);
}

double RouteWatch::straightSeconds(qsizetype stop, const QGeoCoordinate &from, const Surroundings &around) const
{
    const auto *seen = find(around.stops, m_seen.route.stops.at(stop));
    const auto place = seen ? placeOf(seen->stop, around) : QGeoCoordinate();
    if (!place.isValid() || !from.isValid())
        return 0.0; // nobody knows where it is; its own exception says so
    return crowSeconds(from, place, around.vehicle);
}

/// The drive that is going on: what is left of its leg from where the driver is.
double RouteWatch::firstDriveSeconds(qsizetype stop, const QGeoCoordinate &before, const Surroundings &around) const
{
    if (!m_lastFix || m_seen.route.status == Route::Status::Planned)
        return driveSeconds(stop, before, around);
    const auto *leg = legTo(stop);
    if (const auto left = leg ? leg->secondsLeft(m_lastFix->where) : std::nullopt)
        return *left;
    return straightSeconds(stop, m_lastFix->where, around);
}

bool RouteWatch::isSilent(const Surroundings &around, qint64 nowMs) const
{
    const auto &route = m_seen.route;
    if (route.status == Route::Status::Finished)
        return false;
    auto heardMs = m_lastFix ? m_lastFix->fixedAt.toMSecsSinceEpoch() : 0;
    if (route.scheduledStart.isValid())
        heardMs = std::max(heardMs, route.scheduledStart.toMSecsSinceEpoch()); // nobody owes us a position before work
    return heardMs != 0 && nowMs - heardMs > std::chrono::milliseconds(around.settings.silentAfter).count();
}

} // namespace Doorstep::Watch
