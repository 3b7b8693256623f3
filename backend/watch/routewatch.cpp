// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/routewatch.h"

#include "backend/watch/judgement.h"
#include "backend/watch/surroundings.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace Doorstep::Watch {
namespace {

bool hasLeg(const StopSeen *stop, const Surroundings &around)
{
    return stop != nullptr && !isPassedBy(stop->stop) && placeOf(stop->stop, around).isValid();
}

/// Where the route leads: the depot, each stop that has a place and is driven to, the depot again.
QList<QGeoCoordinate> placesOf(const Route &route, const Surroundings &around)
{
    QList<QGeoCoordinate> places;
    if (!around.depot || !around.depot->where.isValid())
        return places;
    places.append(around.depot->where);
    for (const auto &id : route.stops) {
        const auto *stop = find(around.stops, id);
        if (hasLeg(stop, around))
            places.append(stop->stop.driveTo());
    }
    places.append(around.depot->where);
    return places;
}

bool sameLine(const QList<QGeoCoordinate> &a, const QList<QGeoCoordinate> &b)
{
    // Stored lines are rounded to a millionth of a degree.
    return std::ranges::equal(a, b, [](const QGeoCoordinate &p, const QGeoCoordinate &q) {
        return std::abs(p.latitude() - q.latitude()) < 2e-6 && std::abs(p.longitude() - q.longitude()) < 2e-6;
    });
}

} // namespace

RouteWatch::RouteWatch(RouteSeen seen)
    : m_seen(std::move(seen))
{
}

void RouteWatch::seeRoute(RouteSeen seen, const Surroundings &around, qint64 nowMs, Facts &facts)
{
    m_seen = std::move(seen);
    m_visits.removeIf([this](const auto &visit) { return !m_seen.route.stops.contains(visit.key()); });
    tellRoute(around, nowMs, facts);
    m_isStale = true;
}

void RouteWatch::seeStop(const StopId &stop, const Surroundings &around, qint64 nowMs, Facts &facts)
{
    const auto *seen = find(around.stops, stop);
    if (seen) {
        // Somebody else may have written the stop between our fact and its commit: say it again over theirs.
        const auto &visit = m_visits[stop];
        if (visit.arrivedMs() != 0 && !seen->stop.actualArrival.isValid())
            tellArrival(*seen, visit, facts);
        if (!visit.isThere() && visit.leftMs() != 0)
            tellDeparture(*seen, visit, facts);
    }
    tellRoute(around, nowMs, facts);
    m_isStale = true;
}

void RouteWatch::seePathFound(const PathFound &found, const Surroundings &around, Facts &facts)
{
    if (found.wish != m_wish || static_cast<qsizetype>(found.legs.size()) + 1 != m_wantedPlaces.size())
        return;
    if (placesOf(m_seen.route, around) != m_wantedPlaces)
        return; // it leads elsewhere by now: the next tick asks again

    m_detours.take(found.legs);
    makeLegs(around);
    RoutePath path{.route = m_seen.route.id, .legs = {}};
    std::size_t drive = 0;
    const auto append = [&](bool isDriven) {
        path.legs.append(isDriven ? m_detours.found(drive).line : QList<QGeoCoordinate>());
        path.avoids.append(isDriven ? m_detours.avoidedBy(drive) : QList<ClosureId>());
        drive += isDriven ? 1 : 0;
    };
    for (const auto &id : std::as_const(m_seen.route.stops))
        append(hasLeg(find(around.stops, id), around));
    append(true); // back to the depot
    if (std::ranges::all_of(path.avoids, [](const auto &closures) { return closures.isEmpty(); }))
        path.avoids.clear();

    const bool isStored = m_storedPath.route == path.route && m_storedPath.avoids == path.avoids
        && std::ranges::equal(m_storedPath.legs, path.legs, sameLine);
    if (!isStored)
        facts.emplace_back(PathMade{.depot = m_seen.route.depot, .path = path});
    m_isStale = true;
}

void RouteWatch::seeFix(const Fix &fix, const Surroundings &around, Facts &facts)
{
    const bool isNewer = !m_lastFix || fix.fixedAt > m_lastFix->fixedAt;
    watchDepot(fix, around, facts);
    watchStops(fix, around, facts);
    if (!isNewer || m_seen.route.status == Route::Status::Finished)
        return; // an old fix from the phone's buffer can complete a visit, but says nothing of now
    if (m_told && m_told->state == Forecast::State::Silent)
        m_isStale = true;
    m_lastFix = fix;
    noteIdling(fix);
    measurePace(fix, around);
}

void RouteWatch::seeTick(const Surroundings &around, qint64 nowMs, Facts &facts)
{
    if (m_firstTickMs == 0)
        m_firstTickMs = nowMs;
    const bool isDue = m_seen.route.status != Route::Status::Finished
        && nowMs - m_computedMs >= std::chrono::milliseconds(around.settings.recomputeEvery).count();
    if (!m_isStale && !isDue)
        return;
    // A plan comes in as hundreds of commits: roads and arrivals are worked out once for all of them.
    if (std::exchange(m_isStale, false))
        wantPath(around, facts);
    forecast(around, nowMs, facts);
}

void RouteWatch::wantPath(const Surroundings &around, Facts &facts)
{
    auto places = placesOf(m_seen.route, around);
    if (places == m_wantedPlaces)
        return;
    if (places.size() < 3) { // nothing is left to drive to
        m_wantedPlaces.clear();
        m_detours.reset(0);
        m_legs.clear();
        ++m_wish; // and what is being looked for is no longer wanted
        const bool hasRoads = std::ranges::any_of(m_storedPath.legs, [](const auto &leg) { return !leg.isEmpty(); });
        if (hasRoads) {
            RoutePath path{.route = m_seen.route.id, .legs = {}};
            path.legs.resize(m_seen.route.stops.size() + 1);
            facts.emplace_back(PathMade{.depot = m_seen.route.depot, .path = std::move(path)});
        }
        return;
    }
    m_wantedPlaces = std::move(places);
    m_detours.reset(static_cast<std::size_t>(m_wantedPlaces.size()) - 1);
    m_legs.clear();
    facts.emplace_back(
        PathWanted{.route = m_seen.route.id, .wish = ++m_wish, .vehicle = around.vehicle, .places = m_wantedPlaces});
}

void RouteWatch::makeLegs(const Surroundings &around)
{
    m_legs.assign(static_cast<std::size_t>(m_seen.route.stops.size()), std::nullopt);
    std::size_t drive = 0;
    for (qsizetype i = 0; i < m_seen.route.stops.size() && drive < m_detours.size(); ++i) {
        if (!hasLeg(find(around.stops, m_seen.route.stops.at(i)), around))
            continue;
        if (m_detours.isKnown(drive))
            m_legs[static_cast<std::size_t>(i)].emplace(m_detours.leg(drive, around.closures));
        ++drive;
    }
}

/// When each drive happens, by \a forecast: a closure counts for who drives while it is there.
std::vector<Detours::Drive> RouteWatch::drivesOf(const Forecast &forecast, const Surroundings &around) const
{
    std::vector<Detours::Drive> drives;
    const auto append = [&](const QDateTime &begin, const QDateTime &end) {
        drives.push_back({.begin = begin, .end = end});
    };
    const auto secondsOf = [&] {
        return drives.size() < m_detours.size() ? static_cast<qint64>(m_detours.found(drives.size()).seconds) : 0;
    };
    for (const auto &id : m_seen.route.stops) {
        if (!hasLeg(find(around.stops, id), around))
            continue;
        const auto ahead = std::ranges::find(forecast.stops, id, &StopForecast::stop);
        if (ahead == forecast.stops.cend())
            append({}, {}); // that drive is over
        else
            append(ahead->expectedArrival.addSecs(-secondsOf()), ahead->expectedArrival);
    }
    if (forecast.stops.isEmpty())
        append({}, {});
    else
        append(forecast.stops.constLast().expectedDeparture,
               forecast.stops.constLast().expectedDeparture.addSecs(secondsOf()));
    return drives;
}

void RouteWatch::obeyClosures(const Forecast &forecast, const Surroundings &around, Facts &facts)
{
    if (m_detours.size() == 0 || m_seen.route.status == Route::Status::Finished)
        return;
    switch (m_detours.obey(drivesOf(forecast, around), around.closures, m_seen.route.depot)) {
    case Detours::Change::None:
        return;
    case Detours::Change::Times:
        break;
    case Detours::Change::Roads:
        facts.emplace_back(PathWanted{.route = m_seen.route.id,
                                      .wish = ++m_wish,
                                      .vehicle = around.vehicle,
                                      .places = m_wantedPlaces,
                                      .avoid = m_detours.avoid(around.closures)});
        break;
    }
    makeLegs(around);
    m_isStale = true;
}

void RouteWatch::watchDepot(const Fix &fix, const Surroundings &around, Facts &facts)
{
    if (!around.depot || m_seen.route.status != Route::Status::Planned)
        return;
    auto settings = around.settings;
    settings.arriveRadiusMeters = around.settings.depotRadiusMeters;
    settings.leaveRadiusMeters = around.settings.depotRadiusMeters * 1.5;
    const auto turn = m_atDepot.see(fix.where.distanceTo(around.depot->where), fix.accuracyMeters.value_or(0.0),
                                    fix.fixedAt.toMSecsSinceEpoch(), settings);
    if (turn != Presence::Turn::Left)
        return;
    m_seen.route.status = Route::Status::Underway;
    m_seen.route.actualStart = atUtc(m_atDepot.leftMs());
    facts.emplace_back(RouteBecame{.route = m_seen.route, .base = m_seen.version});
}

void RouteWatch::watchStops(const Fix &fix, const Surroundings &around, Facts &facts)
{
    const double accuracy = fix.accuracyMeters.value_or(0.0);
    const auto atMs = fix.fixedAt.toMSecsSinceEpoch();
    for (const auto &id : std::as_const(m_seen.route.stops)) {
        const auto *seen = find(around.stops, id);
        if (!seen || !seen->stop.where.isValid())
            continue;
        auto &visit = m_visits[id];
        if (!visit.isThere() && !seen->stop.isOpen())
            continue; // passing a door where all is done is no visit
        switch (visit.see(seen->stop.metersFrom(fix.where), accuracy, atMs, around.settings)) {
        case Presence::Turn::Arrived:
            tellArrival(*seen, visit, facts);
            break;
        case Presence::Turn::Left:
            tellDeparture(*seen, visit, facts);
            break;
        case Presence::Turn::None:
            break;
        }
    }
}

void RouteWatch::tellArrival(const StopSeen &seen, const Presence &visit, Facts &facts)
{
    auto stop = seen.stop;
    if (stop.isOpen() && visit.isThere())
        stop.status = Stop::Status::Arrived;
    if (!stop.actualArrival.isValid())
        stop.actualArrival = atUtc(visit.arrivedMs());
    if (stop != seen.stop)
        facts.emplace_back(StopBecame{.stop = std::move(stop), .base = seen.version});
}

void RouteWatch::tellDeparture(const StopSeen &seen, const Presence &visit, Facts &facts)
{
    auto stop = seen.stop;
    if (!stop.actualArrival.isValid() || stop.actualDeparture.isValid())
        return;
    stop.actualDeparture = atUtc(visit.leftMs());
    if (stop.status == Stop::Status::Arrived)
        stop.status = Stop::Status::Planned; // left without saying how it went: still to be done
    facts.emplace_back(StopBecame{.stop = std::move(stop), .base = seen.version});
}

/// A route is under way from its first visit at the latest, and finished with its last open stop.
void RouteWatch::tellRoute(const Surroundings &around, qint64 nowMs, Facts &facts)
{
    const auto &ids = m_seen.route.stops;
    const auto known = [&around](const StopId &id) { return find(around.stops, id) != nullptr; };
    if (ids.isEmpty() || !std::ranges::all_of(ids, known))
        return;
    const auto isOpen = [&around](const StopId &id) { return find(around.stops, id)->stop.isOpen(); };
    const auto isTouched = [&around](const StopId &id) {
        const auto &stop = find(around.stops, id)->stop;
        return stop.actualArrival.isValid() || stop.completedAt.isValid();
    };

    auto status = m_seen.route.status;
    if (std::ranges::none_of(ids, isOpen))
        status = Route::Status::Finished;
    else if (status == Route::Status::Finished || std::ranges::any_of(ids, isTouched))
        status = Route::Status::Underway;
    if (status == m_seen.route.status)
        return;

    m_seen.route.status = status;
    m_seen.route.actualEnd = status == Route::Status::Finished ? atUtc(nowMs) : QDateTime();
    facts.emplace_back(RouteBecame{.route = m_seen.route, .base = m_seen.version});
}

void RouteWatch::forecast(const Surroundings &around, qint64 nowMs, Facts &facts)
{
    m_computedMs = nowMs;
    auto forecast = made(around, nowMs);
    schedule(forecast, around, nowMs, facts);
    obeyClosures(forecast, around, facts);
    if (m_told && !isWorthTelling(*m_told, forecast, around.settings))
        return;
    m_told = forecast;
    facts.emplace_back(ForecastMade{.depot = m_seen.route.depot, .forecast = std::move(forecast)});
}

/// Where nobody planned when to be at a stop, the first forecast is the plan: the first one along roads, unless they
/// stay unknown.
void RouteWatch::schedule(const Forecast &forecast, const Surroundings &around, qint64 nowMs, Facts &facts) const
{
    if (m_legs.empty() && nowMs - m_firstTickMs < std::chrono::milliseconds(around.settings.planAfter).count())
        return;
    for (const auto &expected : forecast.stops) {
        const auto *seen = find(around.stops, expected.stop);
        if (!seen || seen->stop.scheduledArrival.isValid() || arrivedMs(expected.stop) != 0)
            continue;
        // Nobody plans to come too late: one that is first seen then (a clock that jumped, an order put on a route in
        // the afternoon) has no plan rather than a false one.
        if (const auto &end = seen->stop.window.to; end.isValid() && expected.expectedArrival > end)
            continue;
        auto stop = seen->stop;
        stop.scheduledArrival = expected.expectedArrival;
        facts.emplace_back(StopBecame{.stop = std::move(stop), .base = seen->version});
    }
}

Forecast RouteWatch::made(const Surroundings &around, qint64 nowMs) const
{
    Forecast forecast;
    forecast.route = m_seen.route.id;
    forecast.computedAt = atUtc(nowMs);
    forecast.lastSeen = m_lastFix ? m_lastFix->fixedAt : QDateTime();
    for (const auto &id : m_seen.route.stops) {
        const auto *seen = find(around.stops, id);
        if (!seen)
            continue;
        forecast.doneStops += seen->stop.isOpen() ? 0 : 1;
        forecast.deliveredStops += seen->stop.status == Stop::Status::Delivered ? 1 : 0;
    }
    forecast.stops = arrivalsOf(stopsAhead(around, nowMs), standpoint(around, nowMs), around.settings);
    if (!forecast.stops.isEmpty())
        forecast.nextStop = forecast.stops.first().stop;
    judge(forecast, around.stops, isSilent(around, nowMs), around.settings);
    const bool isAllDone = forecast.doneStops == m_seen.route.stops.size();
    if (forecast.state == Forecast::State::Finished && !isAllDone)
        forecast.state = Forecast::State::OnTime; // what is left is held back
    return forecast;
}

} // namespace Doorstep::Watch
