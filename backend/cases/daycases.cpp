// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/daycases.h"

#include <utility>

namespace Doorstep::Cases {
namespace {

constexpr qint64 sweepSeconds = 5; ///< What only time brings about is noticed so late.
constexpr qint64 oldDays = 2; ///< Nobody acts on what is older.

template <typename Key, typename T>
const T *find(const QHash<Key, T> &all, const Key &key)
{
    const auto found = all.constFind(key);
    return found == all.cend() ? nullptr : &*found;
}

bool isOld(const Stop &stop, const QDateTime &now)
{
    const auto &last = stop.completedAt.isValid() ? stop.completedAt : stop.window.to;
    return last.isValid() && last.daysTo(now) >= oldDays;
}

bool isOld(const Route &route, const QDateTime &now)
{
    return route.day.isValid() && route.day.daysTo(now.date()) >= oldDays;
}

} // namespace

DayCases::DayCases(CaseSettings settings)
    : m_settings(settings)
{
}

Outcomes DayCases::see(const Watch::Event &event, const Watch::Facts &facts, const QDateTime &now)
{
    m_now = now;
    m_outcomes.clear();
    std::visit([this](const auto &it) { learn(it); }, event);
    for (const auto &fact : facts) {
        if (const auto *made = std::get_if<Watch::ForecastMade>(&fact))
            learn(made->forecast);
    }
    return std::exchange(m_outcomes, {});
}

void DayCases::learn(const Watch::DepotSeen &event)
{
    m_depots.insert(event.depot.id, event.depot);
}

void DayCases::learn(const Watch::VehicleSeen & /*event*/) { }

void DayCases::Closed::see(const Stop &stop)
{
    if (stop.depot == closure.depot && shape.contains(stop.driveTo()))
        stops.insert(stop.id);
    else
        stops.remove(stop.id);
}

void DayCases::Closed::see(const RoutePath &path)
{
    QList<qsizetype> inside;
    for (qsizetype i = 0; i < path.legs.size(); ++i) {
        if (path.avoids.value(i).contains(closure.id) || shape.meets(path.legs.at(i)))
            inside.append(i);
    }
    if (inside.isEmpty())
        legs.remove(path.route);
    else
        legs.insert(path.route, inside);
}

void DayCases::learn(const Watch::StopSeen &event)
{
    m_stops.insert(event.stop.id, event.stop);
    for (auto &[id, closed] : m_closures)
        closed.see(event.stop);
    if (event.stop.isOpen() && event.stop.checkIn.isUnanswered())
        m_asked.insert(event.stop.id);
    else
        m_asked.erase(event.stop.id);
    lookAtStop(event.stop.id, forecastOf(event.stop));
}

void DayCases::learn(const Watch::StopGone &event)
{
    m_stops.remove(event.stop);
    m_asked.erase(event.stop);
    m_book.forget(Subject::of(event.stop), m_now, m_outcomes);
}

void DayCases::learn(const Watch::RouteSeen &event)
{
    m_routes.insert_or_assign(event.route.id, event.route);
    m_depotOf.insert(event.route.driver, event.route.depot);
    lookAtRoute(event.route.id);
}

void DayCases::learn(const Watch::RouteGone &event)
{
    m_routes.erase(event.route);
    m_forecasts.remove(event.route);
    m_paths.remove(event.route);
    for (auto &[id, closed] : m_closures)
        closed.legs.remove(event.route);
    m_book.forget(Subject::of(event.route), m_now, m_outcomes);
}

void DayCases::learn(const Watch::PathSeen &event)
{
    m_paths.insert(event.path.route, event.path);
    const auto route = m_routes.find(event.path.route);
    for (auto &[id, closed] : m_closures) {
        if (route != m_routes.end() && route->second.depot == closed.closure.depot)
            closed.see(event.path);
    }
}

void DayCases::learn(const Watch::PathFound & /*event*/) { }

void DayCases::learn(const Watch::ExceptionSeen &event)
{
    m_book.see(event.exception, event.version);
}

void DayCases::learn(const Watch::ClosureSeen &event)
{
    Closed closed{.closure = event.closure, .shape = AreaShape(event.closure.area), .stops = {}, .legs = {}};
    for (const auto &stop : std::as_const(m_stops))
        closed.see(stop);
    for (const auto &[id, route] : m_routes) {
        const auto *path = find(m_paths, id);
        if (path != nullptr && route.depot == event.closure.depot)
            closed.see(*path);
    }
    m_closures.insert_or_assign(event.closure.id, std::move(closed));
    lookAtClosure(event.closure.id);
}

void DayCases::learn(const Watch::ClosureGone &event)
{
    m_closures.erase(event.closure);
    m_book.forget(Subject::of(event.closure), m_now, m_outcomes);
}

void DayCases::learn(const Watch::ThresholdsSeen &event)
{
    const auto &[depot, values] = event.thresholds;
    m_settingsOf.insert(depot, m_settings.with(values));
    lookAtDepot(depot);
}

void DayCases::learn(const Watch::ThresholdsGone &event)
{
    m_settingsOf.remove(event.depot);
    lookAtDepot(event.depot);
}

void DayCases::learn(const Watch::FixSeen &event)
{
    m_tracks[event.fix.driver].see(event.fix, settingsOf(m_depotOf.value(event.fix.driver)));
}

void DayCases::learn(const Watch::Tick & /*event*/)
{
    for (const auto &subject : m_book.unsettled())
        lookAt(subject);
    if (m_sweptAt.isValid() && m_sweptAt.secsTo(m_now) < sweepSeconds && m_sweptAt <= m_now)
        return;
    m_sweptAt = m_now;
    for (const auto &[id, route] : m_routes)
        lookAtRoute(id);
    for (const auto &id : m_asked) {
        if (const auto *stop = find(m_stops, id))
            lookAtStop(id, forecastOf(*stop));
    }
    for (const auto &[id, closed] : m_closures)
        lookAtClosure(id);
    m_book.escalate([this](const DepotId &depot) { return settingsOf(depot).escalateAfter; }, m_now, m_outcomes);
}

void DayCases::learn(const Forecast &forecast)
{
    const auto &kept = *m_forecasts.insert(forecast.route, forecast);
    lookAtRoute(forecast.route);
    for (const auto &ahead : kept.stops)
        lookAtStop(ahead.stop, &ahead);
}

void DayCases::lookAt(const Subject &subject)
{
    if (subject.kind == Subject::Kind::Route) {
        lookAtRoute(RouteId(subject.id));
    } else if (subject.kind == Subject::Kind::Closure) {
        lookAtClosure(ClosureId(subject.id));
    } else if (const auto *stop = find(m_stops, StopId(subject.id))) {
        lookAtStop(stop->id, forecastOf(*stop));
    }
}

/// Everything of the depot, in the same order each time: other thresholds count at once.
void DayCases::lookAtDepot(const DepotId &id)
{
    QList<StopId> stops;
    for (const auto &stop : std::as_const(m_stops)) {
        if (stop.depot == id)
            stops.append(stop.id);
    }
    std::ranges::sort(stops);
    for (const auto &stop : std::as_const(stops))
        lookAtStop(stop, forecastOf(*find(m_stops, stop)));
    for (const auto &[route, known] : m_routes) {
        if (known.depot == id)
            lookAtRoute(route);
    }
}

const CaseSettings &DayCases::settingsOf(const DepotId &id) const
{
    const auto *own = find(m_settingsOf, id);
    return own == nullptr ? m_settings : *own;
}

void DayCases::lookAtStop(const StopId &id, const StopForecast *forecast)
{
    const auto *stop = find(m_stops, id);
    if (stop == nullptr || isOld(*stop, m_now))
        return;
    const StopView view{.stop = *stop,
                        .depot = depotOf(stop->depot),
                        .forecast = forecast,
                        .track = trackOf(stop->route),
                        .settings = settingsOf(stop->depot),
                        .now = m_now};
    const Place place{.about = Subject::of(id), .depot = stop->depot, .route = stop->route};
    for (const auto &kind : kinds()) {
        if (kind.stopWatcher != nullptr)
            m_book.look(kind, place, kind.stopWatcher(view), m_now, m_outcomes);
    }
}

void DayCases::lookAtRoute(const RouteId &id)
{
    const auto found = m_routes.find(id);
    if (found == m_routes.end())
        return;
    const auto &route = found->second;
    if (isOld(route, m_now)) { // who stood still two days ago needs nobody; a parcel that was missed still does
        m_book.forget(Subject::of(id), m_now, m_outcomes);
        return;
    }
    const RouteView view{.route = route,
                         .stops = m_stops,
                         .depot = depotOf(route.depot),
                         .forecast = find(m_forecasts, id),
                         .path = find(m_paths, id),
                         .track = trackOf(id),
                         .now = m_now,
                         .settings = settingsOf(route.depot)};
    const Place place{.about = Subject::of(id), .depot = route.depot, .route = id};
    for (const auto &kind : kinds()) {
        if (kind.routeWatcher != nullptr)
            m_book.look(kind, place, kind.routeWatcher(view), m_now, m_outcomes);
    }
}

void DayCases::lookAtClosure(const ClosureId &id)
{
    const auto found = m_closures.find(id);
    if (found == m_closures.end())
        return;
    const auto &[closure, shape, stops, legs] = found->second;
    const ClosureView view{.closure = closure,
                           .stopsInside = stops,
                           .legsInside = legs,
                           .stops = m_stops,
                           .routes = m_routes,
                           .forecasts = m_forecasts,
                           .now = m_now,
                           .settings = settingsOf(closure.depot)};
    const Place place{.about = Subject::of(id), .depot = closure.depot, .route = {}};
    for (const auto &kind : kinds()) {
        if (kind.closureWatcher != nullptr)
            m_book.look(kind, place, kind.closureWatcher(view), m_now, m_outcomes);
    }
}

const Depot *DayCases::depotOf(const DepotId &id) const
{
    return find(m_depots, id);
}

const StopForecast *DayCases::forecastOf(const Stop &stop) const
{
    const auto *forecast = find(m_forecasts, stop.route);
    if (forecast == nullptr)
        return nullptr;
    const auto ahead = std::ranges::find(forecast->stops, stop.id, &StopForecast::stop);
    return ahead == forecast->stops.cend() ? nullptr : &*ahead;
}

const Track *DayCases::trackOf(const RouteId &route) const
{
    const auto found = m_routes.find(route);
    return found == m_routes.end() ? nullptr : find(m_tracks, found->second.driver);
}

} // namespace Doorstep::Cases
