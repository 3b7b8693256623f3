// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/cases/casebook.h"
#include "backend/watch/event.h"
#include "backend/watch/fact.h"

#include <map>
#include <set>

namespace Doorstep::Cases {

/// The cases of a day: what the watchers learn and conclude in, cases to be written out.
///
/// Pure, as DayWatch is: no clock, no disk, no network, no randomness. The same events with the same times give the
/// same cases. Use it from one thread.
class DayCases
{
public:
    explicit DayCases(CaseSettings settings = {});

    /// What follows from \a event, learnt at \a now, and from the \a facts that were concluded of it.
    [[nodiscard]] Outcomes see(const Watch::Event &event, const Watch::Facts &facts, const QDateTime &now);

private:
    void learn(const Watch::DepotSeen &event);
    void learn(const Watch::VehicleSeen &event);
    void learn(const Watch::StopSeen &event);
    void learn(const Watch::StopGone &event);
    void learn(const Watch::RouteSeen &event);
    void learn(const Watch::RouteGone &event);
    void learn(const Watch::PathSeen &event);
    void learn(const Watch::PathFound &event);
    void learn(const Watch::ExceptionSeen &event);
    void learn(const Watch::ClosureSeen &event);
    void learn(const Watch::ClosureGone &event);
    void learn(const Watch::ThresholdsSeen &event);
    void learn(const Watch::ThresholdsGone &event);
    void learn(const Watch::FixSeen &event);
    void learn(const Watch::Tick &event);
    void learn(const Forecast &forecast);

    void lookAtStop(const StopId &id, const StopForecast *forecast);
    void lookAtRoute(const RouteId &id);
    void lookAtClosure(const ClosureId &id);
    void lookAt(const Subject &subject);
    void lookAtDepot(const DepotId &id);
    [[nodiscard]] const CaseSettings &settingsOf(const DepotId &id) const;
    [[nodiscard]] const Depot *depotOf(const DepotId &id) const;
    [[nodiscard]] const StopForecast *forecastOf(const Stop &stop) const;
    [[nodiscard]] const Track *trackOf(const RouteId &route) const;

    /// A closure, and what lies in it.
    struct Closed
    {
        Closure closure;
        AreaShape shape;
        QSet<StopId> stops;
        QHash<RouteId, QList<qsizetype>> legs;

        void see(const Stop &stop);
        void see(const RoutePath &path);
    };

    CaseSettings m_settings;
    QHash<DepotId, CaseSettings> m_settingsOf; ///< Of depots that say otherwise.
    QHash<DriverId, DepotId> m_depotOf; ///< Of the route that was seen last.
    CaseBook m_book;
    QHash<DepotId, Depot> m_depots;
    QHash<StopId, Stop> m_stops;
    std::map<RouteId, Route> m_routes; ///< Ordered, so that cases come in the same order each time.
    QHash<RouteId, Forecast> m_forecasts;
    QHash<RouteId, RoutePath> m_paths;
    QHash<DriverId, Track> m_tracks;
    std::map<ClosureId, Closed> m_closures;
    std::set<StopId> m_asked; ///< Their customers have not answered yet, and time passes.
    QDateTime m_now;
    QDateTime m_sweptAt;
    Outcomes m_outcomes;
};

} // namespace Doorstep::Cases
