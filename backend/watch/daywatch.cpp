// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/daywatch.h"

#include "models/domain/proof.h"

#include <cmath>
#include <utility>

namespace Doorstep::Watch {

DayWatch::DayWatch(WatchSettings settings, Learned learned)
    : m_settings(settings)
    , m_learned(std::move(learned))
{
}

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): the lambda's overloads are members
Facts DayWatch::see(const Event &event, const QDateTime &now)
{
    Facts facts;
    const auto nowMs = now.toMSecsSinceEpoch();
    std::visit([&](const auto &it) { see(it, nowMs, facts); }, event);
    return facts;
}

void DayWatch::see(const DepotSeen &event, qint64 nowMs, Facts &facts)
{
    m_depots.insert(event.depot.id, {event.depot, QTimeZone(event.depot.timeZone.toLatin1())});
    for (auto &[id, watch] : m_routes) {
        if (watch.route().depot == event.depot.id)
            watch.seeRoute(RouteSeen(watch.seen()), around(watch.route()), nowMs, facts);
    }
}

void DayWatch::see(const VehicleSeen &event, qint64 /*nowMs*/, Facts & /*facts*/)
{
    m_vehicles.insert(event.vehicle.id, event.vehicle.kind);
}

void DayWatch::see(const StopSeen &event, qint64 nowMs, Facts &facts)
{
    m_stops.insert(event.stop.id, event);
    learn(event.stop);
    m_risks.see(event.stop);
    if (event.stop.isOpen() && isLeftAlone(event.stop.method))
        m_unjudged.insert(event.stop.id);
    if (auto *watch = watching(event.stop.route))
        watch->seeStop(event.stop.id, around(watch->route()), nowMs, facts);
}

void DayWatch::see(const StopGone &event, qint64 /*nowMs*/, Facts & /*facts*/)
{
    m_stops.remove(event.stop);
}

void DayWatch::see(const RouteSeen &event, qint64 nowMs, Facts &facts)
{
    const auto &id = event.route.id;
    if (auto *watch = watching(id); watch && watch->route().driver != event.route.driver)
        m_routesOf[watch->route().driver].removeAll(id);
    if (auto &routes = m_routesOf[event.route.driver]; !routes.contains(id))
        routes.append(id);
    const bool isNew = !m_routes.contains(id);
    auto &watch = m_routes.try_emplace(id, event).first->second;
    if (isNew) {
        for (const auto &stop : event.route.stops)
            learn(m_stops.value(stop).stop);
    }
    watch.seeRoute(event, around(event.route), nowMs, facts);
}

void DayWatch::see(const RouteGone &event, qint64 /*nowMs*/, Facts & /*facts*/)
{
    if (const auto *watch = watching(event.route))
        m_routesOf[watch->route().driver].removeAll(event.route);
    m_routes.erase(event.route);
}

void DayWatch::see(const PathSeen &event, qint64 /*nowMs*/, Facts & /*facts*/)
{
    if (auto *watch = watching(event.path.route))
        watch->seePath(event.path);
}

void DayWatch::see(const PathFound &event, qint64 /*nowMs*/, Facts &facts)
{
    if (auto *watch = watching(event.route))
        watch->seePathFound(event, around(watch->route()), facts);
}

void DayWatch::see(const ExceptionSeen &event, qint64 /*nowMs*/, Facts & /*facts*/)
{
    // Cases follow from what is watched here (backend/cases), not the other way round. But they are history, too.
    m_risks.see(event.exception);
}

void DayWatch::see(const ClosureSeen &event, qint64 /*nowMs*/, Facts & /*facts*/)
{
    m_closures.insert_or_assign(event.closure.id,
                                KnownClosure{.closure = event.closure, .shape = AreaShape(event.closure.area)});
    closuresChanged(event.closure.depot);
}

void DayWatch::see(const ClosureGone &event, qint64 /*nowMs*/, Facts & /*facts*/)
{
    const auto known = m_closures.find(event.closure);
    if (known == m_closures.end())
        return;
    const auto depot = known->second.closure.depot;
    m_closures.erase(known);
    closuresChanged(depot);
}

void DayWatch::closuresChanged(const DepotId &depot)
{
    for (auto &[id, watch] : m_routes) {
        if (watch.route().depot == depot)
            watch.seeClosures();
    }
}

void DayWatch::see(const ThresholdsSeen &event, qint64 /*nowMs*/, Facts & /*facts*/)
{
    const auto own = event.thresholds.values.own(Threshold::SilentAfter);
    silenceChanged(event.thresholds.id, own ? std::chrono::seconds(*own) : m_settings.silentAfter);
}

void DayWatch::see(const ThresholdsGone &event, qint64 /*nowMs*/, Facts & /*facts*/)
{
    silenceChanged(event.depot, m_settings.silentAfter);
}

/// Forecasts are made anew on the next tick, when it is time.
void DayWatch::silenceChanged(const DepotId &depot, std::chrono::seconds silentAfter)
{
    auto settings = m_settings;
    settings.silentAfter = silentAfter;
    if (settings == m_settings)
        m_settingsOf.remove(depot);
    else
        m_settingsOf.insert(depot, settings);
    for (auto &[id, watch] : m_routes) {
        if (watch.route().depot == depot)
            watch.seeSettings();
    }
}

void DayWatch::see(const FixSeen &event, qint64 /*nowMs*/, Facts &facts)
{
    const auto &fix = event.fix;
    if (fix.clockSuspect || fix.mocked || !fix.where.isValid() || !fix.fixedAt.isValid())
        return;
    const auto routes = m_routesOf.value(fix.driver);
    for (const auto &id : routes) {
        auto *watch = watching(id);
        if (watch)
            watch->seeFix(fix, around(watch->route()), facts);
    }
}

void DayWatch::see(const Tick & /*event*/, qint64 nowMs, Facts &facts)
{
    judgeRisks(facts);
    for (auto &[id, watch] : m_routes)
        watch.seeTick(around(watch.route()), nowMs, facts);
}

/// Says of each open stop where a parcel would be left alone how risky that is. On ticks, so that a backend that starts
/// has read all of its history before.
void DayWatch::judgeRisks(Facts &facts)
{
    constexpr double worthTelling = 0.05;
    for (const auto &id : m_unjudged) {
        const auto seen = m_stops.constFind(id);
        if (seen == m_stops.cend() || !seen->stop.where.isValid())
            continue;
        const auto risk = m_risks.at(seen->stop.where, id);
        auto stop = seen->stop;
        if (stop.dropOffRisk && std::abs(*stop.dropOffRisk - risk) < worthTelling)
            continue;
        stop.dropOffRisk = risk;
        facts.emplace_back(StopBecame{.stop = std::move(stop), .base = seen->version});
    }
    m_unjudged.clear();
}

/// A visit that is over teaches how long visits take, once it is known who made it.
void DayWatch::learn(const Stop &stop)
{
    const auto *watch = stop.completedAt.isValid() ? watching(stop.route) : nullptr;
    if (!watch)
        return;
    QDateTime freeAt;
    for (const auto &id : watch->route().stops) {
        const auto before = m_stops.value(id).stop.completedAt;
        if (before.isValid() && before < stop.completedAt && (!freeAt.isValid() || before > freeAt))
            freeAt = before;
    }
    m_learned.services.see(stop, watch->route().driver, freeAt);
}

Surroundings DayWatch::around(const Route &route)
{
    const auto depot = m_depots.constFind(route.depot);
    const auto own = m_settingsOf.constFind(route.depot);
    return {.stops = m_stops,
            .settings = own == m_settingsOf.cend() ? m_settings : *own,
            .depot = depot == m_depots.cend() ? nullptr : &depot->first,
            .zone = depot == m_depots.cend() || !depot->second.isValid() ? nullptr : &depot->second,
            .vehicle = m_vehicles.value(route.vehicle, Vehicle::Kind::Van),
            .learned = m_learned,
            .closures = m_closures};
}

RouteWatch *DayWatch::watching(const RouteId &route)
{
    const auto found = m_routes.find(route);
    return found == m_routes.end() ? nullptr : &found->second;
}

} // namespace Doorstep::Watch
