// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/verbs/arrangeroutes.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

/// Everything that the arrangement says, checked as a whole before anything is changed.
class Rearrangement
{
public:
    Rearrangement(const ArrangeRoutes &verb, const Scene &scene)
        : m_verb(verb)
        , m_scene(scene)
    {
    }

    Decision decide()
    {
        for (const auto &arrangement : m_verb.routes)
            checkRoute(arrangement);
        for (const auto &arrangement : m_verb.routes) {
            for (const auto &id : arrangement.stops)
                checkStop(arrangement, id);
        }
        for (const auto &arrangement : m_verb.routes) {
            for (const auto &id : arrangement.was)
                checkLeaving(arrangement, id);
        }
        if (m_refusal)
            return std::unexpected(*m_refusal);
        return effects();
    }

private:
    void refuse(const std::unexpected<Refusal> &refusal)
    {
        if (!m_refusal)
            m_refusal = refusal.error();
    }

    void checkRoute(const ArrangeRoutes::Arrangement &arrangement)
    {
        const auto *route = m_scene.route(arrangement.route);
        if (route == nullptr)
            return refuse(rejected("unknown_route"_L1, u"there is no route %1"_s.arg(arrangement.route.toString())));
        if (m_routes.contains(arrangement.route))
            return refuse(rejected("route_twice"_L1, u"a route is arranged twice"_s));
        m_routes.insert(arrangement.route);
        if (route->stops != arrangement.was && route->stops != arrangement.stops)
            return refuse(conflicting("route_changed"_L1, u"somebody changed this route first"_s, "stops"_L1));
        if (route->status == Route::Status::Finished && !keepsHistory(*route, arrangement.stops))
            return refuse(rejected("route_finished"_L1, u"this route is finished"_s));
    }

    /// A finished route is history. It loses only what is open again, to be tried by somebody else or on another day,
    /// and takes back only what was tried before: that is how it is undone.
    [[nodiscard]] bool keepsHistory(const Route &route, const QList<StopId> &stops) const
    {
        const QSet<StopId> was(route.stops.cbegin(), route.stops.cend());
        const QSet<StopId> now(stops.cbegin(), stops.cend());
        const auto staysOut = [&](const StopId &id) {
            const auto *stop = m_scene.stop(id);
            return !now.contains(id) && (stop == nullptr || stop->isOpen() || stop->route != route.id);
        };
        const auto isBack = [&](const StopId &id) {
            const auto *stop = m_scene.stop(id);
            return !was.contains(id) && stop != nullptr && stop->isOpen() && stop->attempts > 0;
        };
        auto kept = route.stops;
        kept.removeIf(staysOut);
        auto left = stops;
        left.removeIf(isBack);
        return kept == left;
    }

    void checkStop(const ArrangeRoutes::Arrangement &arrangement, const StopId &id)
    {
        const auto *stop = m_scene.stop(id);
        if (stop == nullptr)
            return refuse(rejected("unknown_stop"_L1, u"there is no stop %1"_s.arg(id.toString())));
        if (m_new.contains(id))
            return refuse(rejected("stop_twice"_L1, u"a stop is given to two places"_s));
        m_new.insert(id, arrangement.route);
        const auto *route = m_scene.route(arrangement.route);
        if (route != nullptr && route->depot != stop->depot)
            return refuse(rejected("another_depot"_L1, u"this stop is another depot's"_s));
        if (stop->route == arrangement.route)
            return;
        // One that was called off may be taken off its route, and must be able to come back from nowhere.
        const bool isBack = stop->status == Stop::Status::Cancelled && !stop->route.isValid();
        if (!stop->isOpen() && !isBack)
            return refuse(rejected("stop_is_done"_L1, u"this stop is done and stays where it was"_s));
        if (stop->route.isValid() && !m_routes.contains(stop->route))
            return refuse(
                conflicting("stop_moved"_L1, u"somebody gave this stop to another route first"_s, "route"_L1));
    }

    void checkLeaving(const ArrangeRoutes::Arrangement &arrangement, const StopId &id)
    {
        const auto *stop = m_scene.stop(id);
        if (stop == nullptr || stop->route != arrangement.route || m_new.value(id) == arrangement.route)
            return;
        if (stop->status == Stop::Status::Arrived)
            return refuse(rejected("driver_is_there"_L1, u"the driver is at this stop"_s));
        if (stop->status == Stop::Status::Delivered || stop->status == Stop::Status::Failed)
            return refuse(rejected("stop_is_done"_L1, u"this stop is done and stays where it was"_s));
        if (stop->pinned)
            return refuse(rejected("stop_is_pinned"_L1, u"this stop is pinned to its route"_s));
    }

    [[nodiscard]] Effects effects() const
    {
        Effects effects;
        for (const auto &arrangement : m_verb.routes) {
            const auto *route = m_scene.route(arrangement.route);
            if (route->stops == arrangement.stops)
                continue;
            auto after = *route;
            after.stops = arrangement.stops;
            effects.routes.append(after);
        }
        QSet<StopId> touched;
        for (const auto &arrangement : m_verb.routes) {
            for (const auto &id : arrangement.was + arrangement.stops) {
                const auto *stop = m_scene.stop(id);
                const auto route = m_new.value(id);
                // One that is elsewhere by now, and not given to anybody here, is none of ours.
                const bool isOurs = m_new.contains(id) || (stop != nullptr && stop->route == arrangement.route);
                if (stop == nullptr || !isOurs || stop->route == route || touched.contains(id))
                    continue;
                touched.insert(id);
                auto after = *stop;
                after.route = route;
                effects.stops.append(after);
            }
        }
        return effects;
    }

    const ArrangeRoutes &m_verb;
    const Scene &m_scene;
    QSet<RouteId> m_routes;
    QHash<StopId, RouteId> m_new;
    std::optional<Refusal> m_refusal;
};

} // namespace

Decision ArrangeRoutes::on(const Scene &scene, const Actor &) const
{
    return Rearrangement(*this, scene).decide();
}

ArrangeRoutes ArrangeRoutes::inverse(const Scene &, const Actor &) const
{
    ArrangeRoutes back;
    for (const auto &arrangement : routes)
        back.routes.append({.route = arrangement.route, .was = arrangement.stops, .stops = arrangement.was});
    return back;
}

void ArrangeRoutes::name(Cast &cast) const
{
    for (const auto &arrangement : routes) {
        cast.routes.append(arrangement.route);
        cast.stops += arrangement.was;
        cast.stops += arrangement.stops;
    }
}

} // namespace Doorstep
