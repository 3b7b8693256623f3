// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/geojson.h"

#include "models/wire/closurewire.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

using Kind = GeoJsonFault::Kind;

std::unexpected<GeoJsonFault> fault(Kind kind, int feature = 0, Area::Fault area = Area::Fault::None)
{
    return std::unexpected(GeoJsonFault{.kind = kind, .feature = feature, .area = area});
}

bool isArea(QStringView type)
{
    return type == u"Polygon" || type == u"MultiPolygon";
}

bool isOtherGeometry(QStringView type)
{
    return type == u"Point" || type == u"MultiPoint" || type == u"LineString" || type == u"MultiLineString"
        || type == u"GeometryCollection";
}

QString nameIn(const QJsonObject &feature)
{
    constexpr qsizetype longest = 200;
    const auto properties = feature["properties"_L1].toObject();
    for (const auto key : {"name"_L1, "title"_L1, "id"_L1}) {
        if (const auto text = properties[key].toString().simplified(); !text.isEmpty())
            return text.left(longest);
    }
    return {};
}

std::expected<Area, GeoJsonFault> areaIn(const QJsonObject &geometry, int feature)
{
    const auto coordinates = geometry["coordinates"_L1];
    if (!coordinates.isArray())
        return fault(Kind::Unreadable, feature);
    const auto polygons =
        geometry["type"_L1] == "Polygon"_L1 ? QJsonArray{coordinates.toArray()} : coordinates.toArray();
    if (polygons.size() > Area::mostRings)
        return fault(Kind::Area, feature, Area::Fault::TooManyRings);
    Area area;
    for (const auto &element : polygons) {
        auto polygon = polygonFromJson(element.toArray());
        if (!polygon) {
            // Of one ring with too many corners a person wants to know exactly that.
            for (const auto &ring : element.toArray()) {
                if (ring.toArray().size() > Area::mostCorners + 1)
                    return fault(Kind::Area, feature, Area::Fault::TooManyCorners);
            }
            return fault(Kind::Unreadable, feature);
        }
        area.polygons.append(*std::move(polygon));
        if (area.cornerCount() > Area::mostCorners)
            break;
    }
    if (const auto wrong = area.fault(); wrong != Area::Fault::None)
        return fault(Kind::Area, feature, wrong);
    return area;
}

} // namespace

std::expected<QList<GeoJsonArea>, GeoJsonFault> areasFromGeoJson(const QByteArray &bytes)
{
    if (bytes.size() > mostGeoJsonBytes)
        return fault(Kind::TooLarge);
    const auto document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return fault(Kind::NotJson);
    const auto root = document.object();
    const auto type = root["type"_L1].toString();
    QJsonArray features;
    if (type == "FeatureCollection"_L1 && root["features"_L1].isArray())
        features = root["features"_L1].toArray();
    else if (type == "Feature"_L1)
        features.append(root);
    else if (isArea(type) || isOtherGeometry(type))
        features.append(QJsonObject{{u"type"_s, u"Feature"_s}, {u"geometry"_s, root}});
    else
        return fault(Kind::NotGeoJson);

    QList<GeoJsonArea> areas;
    for (int i = 0; i < features.size(); ++i) {
        const auto feature = features.at(i).toObject();
        const auto geometry = feature["geometry"_L1].toObject();
        const auto shape = geometry["type"_L1].toString();
        if (!isArea(shape)) {
            if (feature["type"_L1] == "Feature"_L1 && (isOtherGeometry(shape) || geometry.isEmpty()))
                continue;
            return fault(Kind::Unreadable, i + 1);
        }
        if (areas.size() == mostGeoJsonAreas)
            return fault(Kind::TooMany);
        auto area = areaIn(geometry, i + 1);
        if (!area)
            return std::unexpected(area.error());
        areas.append({.name = nameIn(feature), .area = *std::move(area)});
    }
    if (areas.isEmpty())
        return fault(Kind::NoArea);
    return areas;
}

} // namespace Doorstep::Wire
