// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/map/mapscene.h"

namespace Doorstep::Test {

/// Everything MapView shows.
struct MapDay
{
    QList<StopMarker> stops;
    QList<DriverMarker> drivers;
    QList<RouteLine> routes;
    QList<DepotMarker> depots;
    QList<ClosureArea> closures;
    QList<QGeoCoordinate> trail; ///< Of the first driver.
};

/// The afternoon of tests/data/map/day.json: eight invented routes on the streets of Montevideo, seen at \a now.
[[nodiscard]] MapDay montevideoDay(const QDateTime &now);

/// \a count stops spread over the city with one seed, on as many routes as a day of that size has; open, done and
/// failed.
[[nodiscard]] QList<StopMarker> manyStops(int count);

} // namespace Doorstep::Test
