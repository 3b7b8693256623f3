// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QGeoCoordinate>
#include <QList>

namespace Doorstep {

class Fleet;

/// Where \a route still has to go.
[[nodiscard]] QList<QGeoCoordinate> openPlaces(const RouteId &route, const Fleet &fleet);

/// \a wanted, and up to \a most routes of their depot in all: those on the road today whose next stop is nearest to one
/// of \a places, as the crow flies.
[[nodiscard]] QList<RouteId> withNearRoutes(const QList<RouteId> &wanted, const QList<QGeoCoordinate> &places,
                                            const DepotId &depot, const Fleet &fleet, qsizetype most = 8);

} // namespace Doorstep
