// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/timedpath.h"

#include <QDateTime>
#include <QTimeZone>

namespace Doorstep::Simulation {

/// A round area where driving is slower for a while. With a slowness of 1,000 and more it is a closed road.
struct SlowArea
{
    QGeoCoordinate centre;
    double radiusMeters = 0.0;
    QDateTime from;
    QDateTime to;
    double slowness = 1.0; ///< Times as long.

    [[nodiscard]] bool holds(const QGeoCoordinate &place, const QDateTime &at) const;
};

/// How fast the city really is today.
struct Traffic
{
    QTimeZone zone;
    double today = 1.0; ///< Times as long as on a usual day.
    double contrast = 1.0; ///< How much more traffic costs on fast roads than on slow ones: 0 is the same on all.
    QList<SlowArea> jams;
    QList<SlowArea> closures; ///< Driven around where a way round is known; else crept through.

    /// \a free as it is driven by somebody who leaves \a at.
    [[nodiscard]] TimedPath driven(const TimedPath &free, const QDateTime &at) const;
    /// Whether \a path, begun \a at, meets a closure.
    [[nodiscard]] bool isClosed(const TimedPath &path, const QDateTime &at) const;
};

/// How much of the city's traffic a road has on which \a metersPerSecond are possible when it is empty: fast roads are
/// the ones that everybody takes. 1 at 8 m/s, between 0.35 and 1.9; 1 where the speed makes no sense.
[[nodiscard]] double shareOfTraffic(double metersPerSecond);
/// How many times as long as on an empty road a drive takes at \a hour (0 to 24) of a usual day.
[[nodiscard]] double usualSlowness(double hour);
/// The same for a moment in \a zone.
[[nodiscard]] double usualSlowness(const QDateTime &at, const QTimeZone &zone);

} // namespace Doorstep::Simulation
