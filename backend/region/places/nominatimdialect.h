// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/places/placeservice.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

/// Nominatim's words, both ways: what its clients (Qt Location among them) ask and expect, and what a real Nominatim
/// answers. Beside its keys ours carry "doorstep:score" (0 to 1, see docs/places.md), "doorstep:kind" (house,
/// interpolated, street, corner, suburb, city, poi) and "doorstep:accuracy" (metres); other clients ignore them. A
/// house that was interpolated has no osm_type and osm_id.
namespace Doorstep::Nominatim {

/// Parameters of a query, decoded. Of one that is repeated, either counts.
using Parameters = QHash<QString, QString>;

enum class Format : quint8 { Json, JsonV2 };

struct SearchRequest
{
    PlaceQuery query;
    Format format = Format::JsonV2;
    bool addressDetails = false;
};

struct ReverseRequest
{
    QGeoCoordinate at;
    PlaceDetail detail = PlaceDetail::House;
    Format format = Format::JsonV2;
    bool addressDetails = true;
};

/// What GET /search asks. Malformed, in words for the one who asked, when nothing is asked, q comes with street or city
/// and so on, or a number is none. limit is held between 1 and 40; what Nominatim knows and we do not (polygons,
/// languages) is ignored.
[[nodiscard]] Result<SearchRequest> searchRequest(const Parameters &parameters);
[[nodiscard]] Result<ReverseRequest> reverseRequest(const Parameters &parameters);

[[nodiscard]] QJsonObject toJson(const Place &place, Format format, bool addressDetails, const QString &attribution);
[[nodiscard]] QJsonArray toJson(const QList<Place> &places, const SearchRequest &request, const QString &attribution);
/// {"error": {"code": 400, "message": …}}
[[nodiscard]] QJsonObject errorJson(int status, const QString &message);

/// A place as a Nominatim (or another Doorstep) tells it. Malformed names the key at fault. Without doorstep:score the
/// score is 0.
[[nodiscard]] Result<Place> placeFromJson(const QJsonObject &json);

} // namespace Doorstep::Nominatim
