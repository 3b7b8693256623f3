// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/watch/dropoffrisks.h"
#include "backend/watch/routewatch.h"

#include <QHash>
#include <QTimeZone>

#include <map>
#include <set>
#include <utility>

namespace Doorstep::Watch {

/// Watches all routes of a day: an event in, what follows from it out.
///
/// Pure: no clock, no disk, no network, no randomness. The same events with the same times give the same facts, so a
/// recorded day replays bit for bit, and a restarted backend knows everything again once it has read its feeds. Use it
/// from one thread.
class DayWatch
{
public:
    /// \a learned on other days, by another one: a backend that reads all of its feeds needs none.
    explicit DayWatch(WatchSettings settings = {}, Learned learned = {});

    /// What \a event, learnt at \a now, means.
    [[nodiscard]] Facts see(const Event &event, const QDateTime &now);
    [[nodiscard]] const Learned &learned() const noexcept { return m_learned; }

private:
    void see(const DepotSeen &event, qint64 nowMs, Facts &facts);
    void see(const VehicleSeen &event, qint64 nowMs, Facts &facts);
    void see(const StopSeen &event, qint64 nowMs, Facts &facts);
    void see(const StopGone &event, qint64 nowMs, Facts &facts);
    void see(const RouteSeen &event, qint64 nowMs, Facts &facts);
    void see(const RouteGone &event, qint64 nowMs, Facts &facts);
    void see(const PathSeen &event, qint64 nowMs, Facts &facts);
    void see(const PathFound &event, qint64 nowMs, Facts &facts);
    void see(const ExceptionSeen &event, qint64 nowMs, Facts &facts);
    void see(const ClosureSeen &event, qint64 nowMs, Facts &facts);
    void see(const ClosureGone &event, qint64 nowMs, Facts &facts);
    void see(const ThresholdsSeen &event, qint64 nowMs, Facts &facts);
    void see(const ThresholdsGone &event, qint64 nowMs, Facts &facts);
    void see(const FixSeen &event, qint64 nowMs, Facts &facts);
    void see(const Tick &event, qint64 nowMs, Facts &facts);

    void learn(const Stop &stop);
    void judgeRisks(Facts &facts);
    void closuresChanged(const DepotId &depot);
    void silenceChanged(const DepotId &depot, std::chrono::seconds silentAfter);
    [[nodiscard]] Surroundings around(const Route &route);
    [[nodiscard]] RouteWatch *watching(const RouteId &route);

    WatchSettings m_settings;
    QHash<DepotId, WatchSettings> m_settingsOf; ///< Of depots that say otherwise.
    QHash<DepotId, std::pair<Depot, QTimeZone>> m_depots;
    QHash<VehicleId, Vehicle::Kind> m_vehicles;
    Learned m_learned;
    DropOffRisks m_risks;
    Stops m_stops;
    Closures m_closures;
    std::set<StopId> m_unjudged; ///< Where a parcel would be left alone, and nobody has said yet how risky that is.
    std::map<RouteId, RouteWatch> m_routes; ///< Ordered, so that facts come in the same order each time.
    QHash<DriverId, QList<RouteId>> m_routesOf;
};

} // namespace Doorstep::Watch
