// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/driverday.h"

#include <algorithm>
#include <cmath>

namespace Doorstep::Simulation {
namespace {

const auto never = QDateTime(QDate(2999, 1, 1), QTime(0, 0), QTimeZone::UTC);

} // namespace

DriverDay::DriverDay(Tour tour, Traffic traffic)
    : m_tour(std::move(tour))
    , m_traffic(std::move(traffic))
{
    m_traffic.today *= m_tour.troubles.slowness;
    const auto &first = m_tour.legs.first();
    m_segments.push_back(
        {.from = m_tour.scheduledStart.addDays(-1),
         .to = m_tour.scheduledStart.addDuration(m_tour.troubles.lateStart),
         .path = {.points = first.points.first(std::min<qsizetype>(first.points.size(), 1)), .seconds = {0.0}}});
}

QList<Happening> DriverDay::liveUntil(const QDateTime &time)
{
    while (m_segments.back().to <= time)
        endPhase();
    return std::exchange(m_news, {});
}

Sighting DriverDay::sightingAt(const QDateTime &time) const
{
    const auto &segment = segmentAt(time);
    return segment.path.at(static_cast<double>(segment.from.msecsTo(time)) / 1000.0);
}

bool DriverDay::droveAt(const QDateTime &time) const
{
    return segmentAt(time).isDriving;
}

const DriverDay::Segment &DriverDay::segmentAt(const QDateTime &time) const
{
    const auto after = std::ranges::upper_bound(m_segments, time, {}, &Segment::from);
    return after == m_segments.begin() ? m_segments.front() : *std::prev(after);
}

void DriverDay::endPhase()
{
    switch (m_phase) {
    case Phase::AtDepot:
        tell(Happening::Kind::LeftDepot);
        return drive();
    case Phase::Driving:
        return arrive();
    case Phase::Waiting:
        return serve();
    case Phase::Serving:
        return finishVisit();
    case Phase::Paused:
        tell(Happening::Kind::DroveOn);
        return drive();
    case Phase::Home:
        return;
    }
}

void DriverDay::drive()
{
    const auto now = m_segments.back().to;
    auto path = m_traffic.driven(wayOn(), now);
    const bool knowsAWayRound =
        m_driveFrom == m_next && m_next < m_tour.detours.size() && !m_tour.detours[m_next].points.isEmpty();
    if (knowsAWayRound && m_traffic.isClosed(path, now)) {
        path = m_traffic.driven(m_tour.detours[m_next], now);
        tell(Happening::Kind::Detoured, m_next < m_tour.visits.size() ? m_next : -1);
    }
    const auto arrival = now.addMSecs(std::llround(path.duration() * 1000.0));
    m_phase = Phase::Driving;
    m_driveFrom = m_next + 1;
    m_segments.push_back({.from = now, .to = arrival, .path = std::move(path), .isDriving = true});
}

void DriverDay::arrive()
{
    const auto now = m_segments.back().to;
    if (m_next == m_tour.visits.size()) {
        tell(Happening::Kind::Returned);
        const auto &way = m_segments.back().path;
        return stand(Phase::Home, never, way.points.isEmpty() ? QGeoCoordinate() : way.points.last());
    }
    tell(Happening::Kind::Arrived, m_next);
    const auto &visit = m_tour.visits[m_next];
    if (visit.window.from.isValid() && now < visit.window.from)
        return stand(Phase::Waiting, visit.window.from, visit.door.where);
    serve();
}

void DriverDay::serve()
{
    tell(Happening::Kind::BeganService, m_next);
    const auto &visit = m_tour.visits[m_next];
    stand(Phase::Serving, m_segments.back().to.addDuration(visit.actualService), visit.door.where);
}

void DriverDay::finishVisit()
{
    tell(Happening::Kind::Done, m_next);
    const auto where = m_tour.visits[m_next].door.where;
    const auto now = m_segments.back().to;
    ++m_next;
    while (m_next < m_tour.visits.size() && m_tour.visits[m_next].isToldFromAfar)
        tell(Happening::Kind::Done, m_next++);
    const auto &pauses = m_tour.troubles.pauses;
    if (m_nextPause < pauses.size() && pauses[m_nextPause].notBefore <= now) {
        tell(Happening::Kind::Paused);
        return rest(pauses[m_nextPause++], where);
    }
    drive();
}

/// Stands still at \a where, or drives straight to another place and back.
void DriverDay::rest(const Pause &pause, const QGeoCoordinate &where)
{
    const auto now = m_segments.back().to;
    if (!pause.elsewhere.isValid())
        return stand(Phase::Paused, now.addDuration(pause.length), where);
    constexpr double metersPerSecond = 7.0;
    const double there = where.distanceTo(pause.elsewhere) / metersPerSecond;
    const double leaves = there + static_cast<double>(pause.length.count());
    TimedPath path{.points = {where, pause.elsewhere, pause.elsewhere, where},
                   .seconds = {0.0, there, leaves, leaves + there}};
    const auto back = now.addMSecs(std::llround(path.duration() * 1000.0));
    m_phase = Phase::Paused;
    m_segments.push_back({.from = now, .to = back, .path = std::move(path), .isDriving = true});
}

/// The leg to the next visit, after those to visits that are driven past.
TimedPath DriverDay::wayOn() const
{
    auto way = m_tour.legs[m_driveFrom];
    for (auto i = m_driveFrom + 1; i <= m_next; ++i) {
        const auto &leg = m_tour.legs[i];
        const double start = way.duration();
        for (qsizetype point = way.points.isEmpty() ? 0 : 1; point < leg.points.size(); ++point) {
            way.points += leg.points[point];
            way.seconds += start + leg.seconds[point];
        }
    }
    return way;
}

void DriverDay::stand(Phase phase, const QDateTime &until, const QGeoCoordinate &where)
{
    m_phase = phase;
    m_segments.push_back({.from = m_segments.back().to, .to = until, .path = {.points = {where}, .seconds = {0.0}}});
}

void DriverDay::tell(Happening::Kind kind, qsizetype visit)
{
    m_news += Happening{.kind = kind, .at = m_segments.back().to, .visit = visit};
}

} // namespace Doorstep::Simulation
