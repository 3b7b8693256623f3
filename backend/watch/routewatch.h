// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/watch/arrivals.h"
#include "backend/watch/detours.h"
#include "backend/watch/event.h"
#include "backend/watch/fact.h"
#include "backend/watch/learned.h"
#include "backend/watch/leg.h"
#include "backend/watch/pacemeter.h"
#include "backend/watch/presence.h"
#include "backend/watch/watchsettings.h"

#include <QHash>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace Doorstep::Watch {

/// The stops of all routes as last seen, with the version that a fact about one is based on.
using Stops = QHash<StopId, StopSeen>;

/// What is known outside the route and needed to judge it.
struct Surroundings
{
    const Stops &stops;
    const WatchSettings &settings;
    const Depot *depot = nullptr; ///< Null while it has not been seen, as is its time zone.
    const QTimeZone *zone = nullptr;
    Vehicle::Kind vehicle = Vehicle::Kind::Van;
    Learned &learned; ///< Of all routes: what is seen of this one is added.
    const Closures &closures; ///< Of all depots.
};

/// Watches one route: arrivals and departures, progress, expected arrivals, slack, silence.
///
/// A value: copy it, feed both copies the same, and they conclude the same. Times in are milliseconds since the epoch,
/// of the backend's clock (`nowMs`) or of the phone (in fixes).
class RouteWatch
{
public:
    explicit RouteWatch(RouteSeen seen);

    [[nodiscard]] const Route &route() const noexcept { return m_seen.route; }
    [[nodiscard]] const RouteSeen &seen() const noexcept { return m_seen; }

    /// The route was committed again.
    void seeRoute(RouteSeen seen, const Surroundings &around, qint64 nowMs, Facts &facts);
    /// One of its stops was committed.
    void seeStop(const StopId &stop, const Surroundings &around, qint64 nowMs, Facts &facts);
    void seePath(const RoutePath &path) { m_storedPath = path; }
    void seePathFound(const PathFound &found, const Surroundings &around, Facts &facts);
    /// A closure was drawn, changed or lifted.
    void seeClosures() { m_isStale = true; }
    /// The depot wants other settings from now on.
    void seeSettings() { m_isStale = true; }
    /// A fix of its driver, already known to be trusted.
    void seeFix(const Fix &fix, const Surroundings &around, Facts &facts);
    /// Works out roads and arrivals again when something changed or time has passed.
    void seeTick(const Surroundings &around, qint64 nowMs, Facts &facts);

private:
    void wantPath(const Surroundings &around, Facts &facts);
    void obeyClosures(const Forecast &forecast, const Surroundings &around, Facts &facts);
    void makeLegs(const Surroundings &around);
    [[nodiscard]] std::vector<Detours::Drive> drivesOf(const Forecast &forecast, const Surroundings &around) const;
    void measurePace(const Fix &fix, const Surroundings &around);
    void watchDepot(const Fix &fix, const Surroundings &around, Facts &facts);
    void watchStops(const Fix &fix, const Surroundings &around, Facts &facts);
    static void tellArrival(const StopSeen &stop, const Presence &visit, Facts &facts);
    static void tellDeparture(const StopSeen &stop, const Presence &visit, Facts &facts);
    void tellRoute(const Surroundings &around, qint64 nowMs, Facts &facts);
    void forecast(const Surroundings &around, qint64 nowMs, Facts &facts);
    void schedule(const Forecast &forecast, const Surroundings &around, qint64 nowMs, Facts &facts) const;
    [[nodiscard]] Forecast made(const Surroundings &around, qint64 nowMs) const;
    [[nodiscard]] std::vector<StopAhead> stopsAhead(const Surroundings &around, qint64 nowMs) const;
    void serveHereFirst(std::vector<StopAhead> &ahead, const Surroundings &around, qint64 nowMs) const;
    [[nodiscard]] Standpoint standpoint(const Surroundings &around, qint64 nowMs) const;
    void noteIdling(const Fix &fix);
    [[nodiscard]] double idleSeconds(const Surroundings &around, qint64 nowMs) const;
    [[nodiscard]] qsizetype nextStop(const Surroundings &around) const;
    [[nodiscard]] qint64 arrivedMs(const StopId &stop) const;
    [[nodiscard]] const Leg *legTo(qsizetype stop) const;
    [[nodiscard]] double driveSeconds(qsizetype stop, const QGeoCoordinate &from, const Surroundings &around) const;
    [[nodiscard]] double straightSeconds(qsizetype stop, const QGeoCoordinate &from, const Surroundings &around) const;
    [[nodiscard]] double firstDriveSeconds(qsizetype stop, const QGeoCoordinate &before,
                                           const Surroundings &around) const;
    [[nodiscard]] bool isSilent(const Surroundings &around, qint64 nowMs) const;

    RouteSeen m_seen;
    QHash<StopId, Presence> m_visits;
    std::vector<std::optional<Leg>> m_legs; ///< One for each stop, as in Route::stops; empty while unknown.
    QList<QGeoCoordinate> m_wantedPlaces;
    Detours m_detours; ///< A drive between each two of those.
    qint64 m_wish = 0;
    RoutePath m_storedPath;
    std::optional<Fix> m_lastFix;
    Presence m_atDepot;
    QGeoCoordinate m_anchor; ///< The driver is there, give or take a parking place…
    qint64 m_idleMs = 0; ///< …and has neither driven nor finished a visit since.
    PaceMeter m_meter;
    Pace m_localPace{std::chrono::minutes(20), 600.0};
    std::optional<Forecast> m_told;
    qint64 m_computedMs = 0;
    qint64 m_firstTickMs = 0;
    bool m_isStale = true; ///< The next tick works everything out again.
};

} // namespace Doorstep::Watch
