// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/map/projectedscene.h"

#include <variant>

namespace Doorstep {

/// What lies under a pixel.
using MapHit = std::variant<std::monostate, DriverId, StopId, StopCluster, DepotId>;

/// The marker nearest to \a pixel among those it touches; drivers before stops, as they are drawn. \a zoom decides
/// whether stops are clusters.
[[nodiscard]] MapHit hitAt(const ProjectedScene &scene, const MapProjection &projection, double zoom, QPointF pixel,
                           DriverGlides::Time now);

/// The route whose line passes within a few pixels of \a pixel, the nearest; an invalid id for none.
[[nodiscard]] RouteId lineAt(const ProjectedScene &scene, const MapProjection &projection, QPointF pixel);

/// Everything with its place inside \a box.
[[nodiscard]] MapSelection markersIn(const ProjectedScene &scene, const MapProjection &projection, const QRectF &box,
                                     DriverGlides::Time now);

/// Where the things of \a selection are; a route is all its stops and its driver.
[[nodiscard]] QList<QGeoCoordinate> placesOf(const ProjectedScene &scene, const MapSelection &selection);

} // namespace Doorstep
