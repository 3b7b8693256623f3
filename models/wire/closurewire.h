// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/closure.h"
#include "models/domain/result.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Doorstep::Wire {

[[nodiscard]] QJsonObject toJson(const Closure &closure);
/// Fails with Malformed and names the key unless every required key is there and well-formed, and the area one that can
/// be used (Area::fault()). Unknown keys are ignored.
[[nodiscard]] Result<Closure> closureFromJson(const QJsonObject &json);

/// `coordinates` of a GeoJSON MultiPolygon: rings end where they began.
[[nodiscard]] QJsonArray polygonsJson(const QList<Area::Polygon> &polygons);
/// A ring of `[lon, lat]` with the end that repeats its beginning left out; further numbers of a place are ignored.
[[nodiscard]] Result<Area::Ring> ringFromJson(const QJsonArray &json);
/// `coordinates` of a Polygon. Malformed; of the area itself ask Area::fault().
[[nodiscard]] Result<Area::Polygon> polygonFromJson(const QJsonArray &json);

[[nodiscard]] QLatin1StringView causeWord(Closure::Cause cause);

} // namespace Doorstep::Wire
