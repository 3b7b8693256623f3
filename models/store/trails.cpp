// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/trails.h"

#include <QSet>

namespace Doorstep {
namespace {

/// What fixes are ordered by. A phone whose clock runs ahead would otherwise stay "newest" until the world caught up.
qint64 orderOf(const Fix &fix)
{
    return (fix.clockSuspect ? fix.receivedAt : fix.fixedAt).toMSecsSinceEpoch();
}

Trails::Point pointOf(const Fix &fix)
{
    return {.atMilliseconds = orderOf(fix), .latitude = fix.where.latitude(), .longitude = fix.where.longitude()};
}

} // namespace

const Fix *Trails::last(const DriverId &driver) const
{
    const auto track = m_tracks.constFind(driver);
    return track == m_tracks.cend() ? nullptr : &track->last;
}

QList<Trails::Point> Trails::trail(const DriverId &driver) const
{
    const auto track = m_tracks.constFind(driver);
    if (track == m_tracks.cend())
        return {};
    const auto newest = pointOf(track->last);
    const auto horizon = newest.atMilliseconds - keptMilliseconds;
    const auto first = std::ranges::lower_bound(track->points, horizon, {}, &Point::atMilliseconds);
    QList<Point> points(first, track->points.cend());
    points.append(newest);
    return points;
}

bool Trails::take(Track &track, const Fix &fix)
{
    if (!fix.where.isValid() || (track.last.fixedAt.isValid() && orderOf(fix) <= orderOf(track.last)))
        return false;
    if (track.last.fixedAt.isValid()) {
        const auto previous = pointOf(track.last);
        if (track.points.isEmpty()
            || previous.atMilliseconds - track.points.constLast().atMilliseconds >= spacingMilliseconds)
            track.points.append(previous);
        const auto horizon = orderOf(fix) - keptMilliseconds;
        while (!track.points.isEmpty() && track.points.constFirst().atMilliseconds < horizon)
            track.points.removeFirst();
    }
    track.last = fix;
    return true;
}

void Trails::apply(const QList<Fix> &fixes)
{
    QSet<DriverId> moved;
    for (const auto &fix : fixes) {
        if (take(m_tracks[fix.driver], fix))
            moved.insert(fix.driver);
        else if (!m_tracks.value(fix.driver).last.fixedAt.isValid())
            m_tracks.remove(fix.driver);
    }
    if (!moved.isEmpty())
        Q_EMIT this->moved(moved.values());
}

void Trails::clear()
{
    if (m_tracks.isEmpty())
        return;
    m_tracks.clear();
    Q_EMIT reset();
}

} // namespace Doorstep

#include "moc_trails.cpp"
