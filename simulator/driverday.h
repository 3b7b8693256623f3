// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/tour.h"

#include <QList>

namespace Doorstep::Simulation {

/// Something a driver did or met, at its exact time.
struct Happening
{
    enum class Kind : quint8 { LeftDepot, Detoured, Arrived, BeganService, Done, Paused, DroveOn, Returned };

    Kind kind = Kind::LeftDepot;
    QDateTime at;
    qsizetype visit = -1; ///< Index into Tour::visits; -1 where none is meant.

    bool operator==(const Happening &) const = default;
};

/// A driver living through the tour: waits at the depot, drives along the roads as the traffic lets them, waits for the
/// window, serves, rests, comes home. What happens depends on the tour and the traffic alone, not on how often one
/// asks.
class DriverDay
{
public:
    DriverDay(Tour tour, Traffic traffic);

    /// Lives until \a time and tells what happened since the last call, in order.
    QList<Happening> liveUntil(const QDateTime &time);
    /// Where the driver was at \a time, which must not be later than they have lived.
    [[nodiscard]] Sighting sightingAt(const QDateTime &time) const;
    /// Whether they were driving then.
    [[nodiscard]] bool droveAt(const QDateTime &time) const;

    [[nodiscard]] const Tour &tour() const noexcept { return m_tour; }
    /// Back at the depot. The time is invalid before.
    [[nodiscard]] bool isHome() const noexcept { return m_phase == Phase::Home; }
    [[nodiscard]] QDateTime homeAt() const { return isHome() ? m_segments.back().from : QDateTime(); }
    [[nodiscard]] QDateTime leavesAt() const { return m_segments.front().to; }
    [[nodiscard]] const QTimeZone &zone() const noexcept { return m_traffic.zone; }

private:
    enum class Phase : quint8 { AtDepot, Driving, Waiting, Serving, Paused, Home };

    struct Segment
    {
        QDateTime from;
        QDateTime to;
        TimedPath path; ///< One point when standing.
        bool isDriving = false;
    };

    void endPhase();
    void drive();
    void arrive();
    void serve();
    void finishVisit();
    void rest(const Pause &pause, const QGeoCoordinate &where);
    [[nodiscard]] TimedPath wayOn() const;
    void stand(Phase phase, const QDateTime &until, const QGeoCoordinate &where);
    void tell(Happening::Kind kind, qsizetype visit = -1);
    [[nodiscard]] const Segment &segmentAt(const QDateTime &time) const;

    Tour m_tour;
    Traffic m_traffic;
    Phase m_phase = Phase::AtDepot;
    qsizetype m_next = 0; ///< The leg to drive, or the visit to serve.
    qsizetype m_driveFrom = 0; ///< The first of the legs up to m_next that are still to be driven.
    std::size_t m_nextPause = 0;
    std::vector<Segment> m_segments; ///< Without gaps; the last one is the present.
    QList<Happening> m_news;
};

} // namespace Doorstep::Simulation
