// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/area.h"

#include <QByteArray>
#include <QObject>

#include <expected>

namespace Doorstep::Wire {

/// One area of a GeoJSON file, with what it calls itself.
struct GeoJsonArea
{
    QString name; ///< From `properties` name, title or id; may be empty.
    Area area;

    bool operator==(const GeoJsonArea &) const = default;
};

/// Why a file was not taken.
struct GeoJsonFault
{
    enum class Kind : quint8 {
        TooLarge, ///< More than mostGeoJsonBytes.
        NotJson,
        NotGeoJson, ///< JSON of another kind.
        NoArea, ///< Nothing in it is an area: only points and lines, or nothing at all.
        TooMany, ///< More than mostGeoJsonAreas areas.
        Unreadable, ///< Coordinates of feature `feature` are none.
        Area, ///< The area of feature `feature` cannot be used; see `area`.
    };

    Kind kind = Kind::NotJson;
    int feature = 0; ///< From 1; 0 when it is about the whole file.
    Doorstep::Area::Fault area = Doorstep::Area::Fault::None;

    bool operator==(const GeoJsonFault &) const = default;
};

inline constexpr qsizetype mostGeoJsonBytes = 4'194'304;
inline constexpr qsizetype mostGeoJsonAreas = 100;

/// The areas of a Polygon, a MultiPolygon, a Feature or a FeatureCollection of such; features that are points or lines
/// are left out. All or nothing.
[[nodiscard]] std::expected<QList<GeoJsonArea>, GeoJsonFault> areasFromGeoJson(const QByteArray &bytes);

} // namespace Doorstep::Wire
