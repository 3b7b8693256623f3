// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/watch/roadmix.h"
#include "models/domain/area.h"
#include "models/domain/vehicle.h"

#include <QGeoCoordinate>
#include <QList>

#include <optional>
#include <vector>

namespace Doorstep::Watch {

/// A part of the ground where driving takes \c factor times as long.
struct Slowness
{
    const AreaShape *shape = nullptr; ///< Never null.
    double factor = 1.0;
};

/// The way from one stop to the next, made for asking again and again how much of it is left.
class Leg
{
public:
    /// A leg along \a roads; \a seconds without traffic.
    Leg(const QList<QGeoCoordinate> &line, double seconds, const std::vector<Slowness> &slow = {},
        const RoadMix &roads = {});
    /// Where no road is known: straight, but longer and slower than a crow flies.
    Leg(const QGeoCoordinate &from, const QGeoCoordinate &to, Vehicle::Kind vehicle);

    [[nodiscard]] double seconds() const noexcept { return m_seconds; }
    [[nodiscard]] const RoadMix &roads() const noexcept { return m_roads; }
    /// The driving time from \a where to the end, in seconds without traffic: along the leg from its nearest point, and
    /// empty when that is more than 250 m away and the driver must be taking other roads.
    [[nodiscard]] std::optional<double> secondsLeft(const QGeoCoordinate &where) const;

private:
    struct Point
    {
        double xMeters = 0.0; ///< East and north of the leg's end, on a plane that is good enough within a city.
        double yMeters = 0.0;
        double leftMeters = 0.0; ///< Along the leg to its end; where it is slow, as many as take so long elsewhere.
    };

    [[nodiscard]] Point onPlane(const QGeoCoordinate &where) const;

    QGeoCoordinate m_end;
    double m_seconds = 0.0;
    RoadMix m_roads;
    std::vector<Point> m_points;
};

/// A guess of the driving time where no road is known.
[[nodiscard]] double crowSeconds(const QGeoCoordinate &from, const QGeoCoordinate &to, Vehicle::Kind vehicle);

} // namespace Doorstep::Watch
