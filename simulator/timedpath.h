// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QGeoCoordinate>
#include <QList>

namespace Doorstep::Simulation {

/// Where somebody is on the way, and how they move.
struct Sighting
{
    QGeoCoordinate where;
    double headingDegrees = 0.0; ///< Clockwise from north, [0, 360); of the last move when standing.
    double speedMetersPerSecond = 0.0;
};

/// A line of roads with the time at which each of its points is reached.
///
/// `seconds` has the size of `points`, starts at 0 and never falls. May be empty (no road was found) or one point.
struct TimedPath
{
    QList<QGeoCoordinate> points;
    QList<double> seconds;

    [[nodiscard]] double duration() const { return seconds.isEmpty() ? 0.0 : seconds.last(); }
    /// \a elapsed is clamped to the path; an empty path gives an invalid place.
    [[nodiscard]] Sighting at(double elapsed) const;
    /// Adds a piece of road that takes \a duration, spread over its length.
    void append(const QList<QGeoCoordinate> &line, double duration);

    bool operator==(const TimedPath &) const = default;
};

} // namespace Doorstep::Simulation
