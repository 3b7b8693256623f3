// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/nominatimdialect.h"

#include <QJsonValue>

#include <array>

namespace Doorstep::Nominatim {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> badKey(QLatin1StringView key)
{
    return failure(Error::Kind::Malformed, u"the key %1 is missing or wrong"_s.arg(key));
}

/// Degrees, which Nominatim writes as text.
std::optional<double> degrees(const QJsonValue &value, double most)
{
    bool isNumber = value.isDouble();
    const double read = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    if (!isNumber || !qIsFinite(read) || qAbs(read) > most)
        return {};
    return read;
}

QString text(const QJsonObject &json, QLatin1StringView key)
{
    return json[key].toString().left(300);
}

/// The first of \a keys that is there.
QString firstText(const QJsonObject &json, std::initializer_list<QLatin1StringView> keys)
{
    for (const auto key : keys) {
        if (auto found = text(json, key); !found.isEmpty())
            return found;
    }
    return {};
}

Place::Kind kindOf(const QJsonObject &json, const Place &place)
{
    constexpr std::array words{
        std::pair{"house"_L1, Place::Kind::House},   std::pair{"interpolated"_L1, Place::Kind::Interpolated},
        std::pair{"street"_L1, Place::Kind::Street}, std::pair{"corner"_L1, Place::Kind::Corner},
        std::pair{"suburb"_L1, Place::Kind::Suburb}, std::pair{"city"_L1, Place::Kind::City},
        std::pair{"poi"_L1, Place::Kind::Poi}};
    const auto said = text(json, "doorstep:kind"_L1);
    for (const auto &[word, kind] : words) {
        if (said == word)
            return kind;
    }
    const auto type = text(json, "addresstype"_L1);
    if (type == "road"_L1 || place.category == "highway"_L1)
        return Place::Kind::Street;
    if (type == "suburb"_L1 || type == "neighbourhood"_L1 || type == "quarter"_L1 || type == "city_district"_L1)
        return Place::Kind::Suburb;
    if (type == "city"_L1 || type == "town"_L1 || type == "village"_L1 || type == "hamlet"_L1
        || place.category == "boundary"_L1)
        return Place::Kind::City;
    const bool named = !place.name.isEmpty() && place.category != "place"_L1 && place.category != "building"_L1;
    return named || place.address.houseNumber.isEmpty() ? Place::Kind::Poi : Place::Kind::House;
}

} // namespace

Result<Place> placeFromJson(const QJsonObject &json)
{
    Place place;
    const auto lat = degrees(json["lat"_L1], 90.0);
    const auto lon = degrees(json["lon"_L1], 180.0);
    if (!lat || !lon)
        return badKey(!lat ? "lat"_L1 : "lon"_L1);
    place.at = QGeoCoordinate(*lat, *lon);
    place.box = {.west = *lon, .south = *lat, .east = *lon, .north = *lat};
    if (const auto box = json["boundingbox"_L1].toArray(); !box.isEmpty()) {
        const auto south = degrees(box.at(0), 90.0);
        const auto north = degrees(box.at(1), 90.0);
        const auto west = degrees(box.at(2), 180.0);
        const auto east = degrees(box.at(3), 180.0);
        if (box.size() != 4 || !south || !north || !west || !east)
            return badKey("boundingbox"_L1);
        place.box = {.west = *west, .south = *south, .east = *east, .north = *north};
    }
    place.id = json["place_id"_L1].toInteger();
    place.name = text(json, "name"_L1);
    place.category = firstText(json, {"category"_L1, "class"_L1});
    place.type = text(json, "type"_L1);
    place.osmType = text(json, "osm_type"_L1);
    place.osmId = json["osm_id"_L1].toInteger();
    const auto address = json["address"_L1].toObject();
    place.address = {.text = {},
                     .street = firstText(address, {"road"_L1, "pedestrian"_L1, "footway"_L1, "path"_L1}),
                     .houseNumber = text(address, "house_number"_L1),
                     .unit = {},
                     .suburb = firstText(address, {"suburb"_L1, "neighbourhood"_L1, "quarter"_L1, "city_district"_L1}),
                     .city = firstText(address, {"city"_L1, "town"_L1, "village"_L1, "hamlet"_L1, "municipality"_L1}),
                     .postcode = text(address, "postcode"_L1)};
    place.address.text = place.address.street.isEmpty() ? text(json, "display_name"_L1) : place.address.line();
    place.state = text(address, "state"_L1);
    place.countryCode = text(address, "country_code"_L1).toLower().left(2);
    place.kind = kindOf(json, place);
    if (const auto score = json["doorstep:score"_L1]; !score.isUndefined()) {
        if (!score.isDouble() || score.toDouble() < 0.0 || score.toDouble() > 1.0)
            return badKey("doorstep:score"_L1);
        place.score = score.toDouble();
    }
    place.accuracyMeters = qMax(0.0, json["doorstep:accuracy"_L1].toDouble());
    return place;
}

} // namespace Doorstep::Nominatim
