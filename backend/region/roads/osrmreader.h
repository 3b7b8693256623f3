// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/roadservice.h"

#include <QByteArray>

namespace Doorstep::Osrm {

/// What a real OSRM answered, read strictly: everything that we use must be there and make sense, everything else is
/// ignored. Fails with NotFound when OSRM found no road or no way, Refused when it did not like the question, Malformed
/// (with the key) when the answer is not what its documentation promises.
///
/// A route must have been asked for with steps=true&geometries=polyline6&annotations=duration,distance.
[[nodiscard]] Result<RouteAnswer> readRoute(const QByteArray &json, qsizetype waypoints, bool keepSteps);

/// Must have been asked for with annotations=duration,distance.
[[nodiscard]] Result<RoadTable> readTable(const QByteArray &json, qsizetype sources, qsizetype destinations);

[[nodiscard]] Result<QList<NearestRoad>> readNearest(const QByteArray &json);

} // namespace Doorstep::Osrm
