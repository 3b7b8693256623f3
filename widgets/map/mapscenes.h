// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/plannedroads.h"
#include "widgets/map/mapscene.h"

namespace Doorstep {

class Concerns;
class Fleet;
class Overlay;

/// What of the store is on the map, as the renderer's values. Pure readers: the same tables give the same markers.

/// Stops of the day with their number, in no order; those that nobody drives to have no number. \a overlay, which may
/// be nullptr, knows which wait. Routes of \a planned are shown as they would be.
[[nodiscard]] QList<StopMarker> stopMarkers(const Fleet &fleet, const Concerns &concerns,
                                            const Overlay *overlay = nullptr, const PlannedLists &planned = {});
/// Routes of the day whose roads are known. What \a planned changes of one goes along \a roads, and straight from stop
/// to stop where those are not known.
[[nodiscard]] QList<RouteLine> routeLines(const Fleet &fleet, const PlannedLists &planned = {},
                                          const PlannedRoads &roads = {});
/// Drivers that were ever heard.
[[nodiscard]] QList<DriverMarker> driverMarkers(const Fleet &fleet);
[[nodiscard]] QList<DepotMarker> depotMarkers(const Fleet &fleet);
/// An area for each polygon of each closure that is not over at \a now.
[[nodiscard]] QList<ClosureArea> closureAreas(const Fleet &fleet, const QDateTime &now);
/// Oldest first; empty for somebody unheard.
[[nodiscard]] QList<QGeoCoordinate> trailOf(const Fleet &fleet, const DriverId &driver);

} // namespace Doorstep
