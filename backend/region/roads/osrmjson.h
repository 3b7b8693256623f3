// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/osrmquery.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Doorstep::Osrm {

[[nodiscard]] QJsonObject routeJson(const RoadRoute &route, const Options &options, RoadProfile profile);
[[nodiscard]] QJsonObject waypointJson(const NearestRoad &waypoint);
[[nodiscard]] QJsonArray waypointsJson(const QList<NearestRoad> &waypoints);

/// \a line without the places that nobody would miss at a zoom that shows all of it.
[[nodiscard]] QList<QGeoCoordinate> simplified(const QList<QGeoCoordinate> &line);

} // namespace Doorstep::Osrm
