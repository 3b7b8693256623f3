// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/nominatimdialect.h"

#include <QLocale>

#include <array>

namespace Doorstep::Nominatim {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostPlaces = 40;
constexpr int usualPlaces = 10;
constexpr qsizetype mostExcluded = 200;
constexpr double houseBoxDegrees = 5e-5; // Nominatim gives a point a box of 0.0001 degrees
constexpr double streetless = 1e-9;

struct KindWords
{
    Place::Kind kind = Place::Kind::Poi;
    QLatin1StringView word; ///< doorstep:kind.
    QLatin1StringView addressType;
    int rank = 0; ///< place_rank.
    double importance = 0.0; ///< What Nominatim would say without an encyclopaedia.
};

constexpr std::array kinds{
    KindWords{
        .kind = Place::Kind::House, .word = "house"_L1, .addressType = "place"_L1, .rank = 30, .importance = 0.00001},
    KindWords{.kind = Place::Kind::Interpolated,
              .word = "interpolated"_L1,
              .addressType = "place"_L1,
              .rank = 30,
              .importance = 0.00001},
    KindWords{
        .kind = Place::Kind::Street, .word = "street"_L1, .addressType = "road"_L1, .rank = 26, .importance = 0.05},
    KindWords{
        .kind = Place::Kind::Corner, .word = "corner"_L1, .addressType = "road"_L1, .rank = 26, .importance = 0.05},
    KindWords{
        .kind = Place::Kind::Suburb, .word = "suburb"_L1, .addressType = "suburb"_L1, .rank = 19, .importance = 0.2},
    KindWords{.kind = Place::Kind::City, .word = "city"_L1, .addressType = "city"_L1, .rank = 16, .importance = 0.4},
    KindWords{.kind = Place::Kind::Poi, .word = "poi"_L1, .addressType = ""_L1, .rank = 30, .importance = 0.0001},
};

const KindWords &wordsOf(Place::Kind kind)
{
    return *std::ranges::find(kinds, kind, &KindWords::kind);
}

PlaceDetail detailAt(double zoom)
{
    if (zoom >= 18)
        return PlaceDetail::House;
    if (zoom >= 16)
        return PlaceDetail::Street;
    return zoom >= 13 ? PlaceDetail::Suburb : PlaceDetail::City;
}

std::unexpected<Error> badParameter(QLatin1StringView name)
{
    return failure(Error::Kind::Malformed, u"Parameter '%1' is not what it should be."_s.arg(name));
}

/// A number of \a text that is finite; Malformed names \a name.
Result<double> number(const QString &text, QLatin1StringView name)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber || !qIsFinite(value))
        return badParameter(name);
    return value;
}

Result<Format> formatOf(const Parameters &parameters)
{
    const auto format = parameters.value(u"format"_s, u"jsonv2"_s);
    if (format == "json"_L1)
        return Format::Json;
    if (format == "jsonv2"_L1)
        return Format::JsonV2;
    return failure(Error::Kind::Malformed, u"Parameter 'format' must be one of: json, jsonv2"_s);
}

bool flag(const Parameters &parameters, const QString &name, bool otherwise)
{
    const auto found = parameters.constFind(name);
    return found == parameters.cend() ? otherwise : *found != "0"_L1;
}

Result<std::optional<PlaceBox>> boxOf(const Parameters &parameters)
{
    const auto text = parameters.value(u"viewbox"_s);
    if (text.isEmpty())
        return std::nullopt;
    const auto corners = text.split(u',');
    if (corners.size() != 4)
        return badParameter("viewbox"_L1);
    std::array<double, 4> degrees{};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto value = number(corners.at(static_cast<qsizetype>(i)), "viewbox"_L1);
        if (!value)
            return std::unexpected(value.error());
        degrees[i] = *value;
    }
    // Any two opposite corners will do.
    return PlaceBox{.west = std::min(degrees[0], degrees[2]),
                    .south = std::min(degrees[1], degrees[3]),
                    .east = std::max(degrees[0], degrees[2]),
                    .north = std::max(degrees[1], degrees[3])};
}

/// The words of the question, free or structured.
Result<PlaceQuery> wordsOf(const Parameters &parameters)
{
    PlaceQuery query;
    query.text = parameters.value(u"q"_s).trimmed();
    const std::pair<QString, QString *> parts[]{{u"street"_s, &query.street},      {u"amenity"_s, &query.amenity},
                                                {u"city"_s, &query.city},          {u"county"_s, &query.county},
                                                {u"state"_s, &query.state},        {u"country"_s, &query.country},
                                                {u"postalcode"_s, &query.postcode}};
    bool structured = false;
    for (const auto &[name, part] : parts) {
        *part = parameters.value(name).trimmed();
        structured |= !part->isEmpty();
    }
    if (!query.text.isEmpty() && structured)
        return failure(
            Error::Kind::Malformed,
            u"Structured query parameters (amenity, street, city, county, state, postalcode, country) cannot be"
            " used together with 'q' parameter."_s);
    if (query.text.isEmpty() && !structured)
        return failure(Error::Kind::Malformed, u"Nothing to search for."_s);
    return query;
}

Result<> narrow(PlaceQuery &query, const Parameters &parameters)
{
    if (const auto limit = parameters.value(u"limit"_s); !limit.isEmpty()) {
        const auto value = number(limit, "limit"_L1);
        if (!value)
            return std::unexpected(value.error());
        query.limit = static_cast<int>(std::clamp(*value, 1.0, double{mostPlaces}));
    } else {
        query.limit = usualPlaces;
    }
    auto box = boxOf(parameters);
    if (!box)
        return std::unexpected(box.error());
    query.box = *box;
    query.bounded = query.box && flag(parameters, u"bounded"_s, false);
    const auto excluded = parameters.value(u"exclude_place_ids"_s).split(u',', Qt::SkipEmptyParts);
    for (const auto &id : excluded.first(std::min(excluded.size(), mostExcluded))) {
        bool isNumber = false;
        const auto value = id.toLongLong(&isNumber);
        if (isNumber) // "N107775" names an object of OpenStreetMap, which only Nominatim itself can look up
            query.exclude.append(value);
    }
    if (const auto codes = parameters.value(u"countrycodes"_s).toLower(); codes.size() == 2)
        query.countryCode = codes;
    if (const auto layers = parameters.value(u"layer"_s); !layers.isEmpty()) {
        const auto names = layers.split(u',');
        query.addresses = names.contains("address"_L1);
        query.pois = names.contains("poi"_L1) || names.contains("manmade"_L1) || names.contains("natural"_L1);
    }
    return {};
}

QString coordinate(double degrees)
{
    return QString::number(degrees, 'f', 7);
}

QJsonObject addressJson(const Place &place)
{
    QJsonObject json;
    const auto put = [&json](const QString &key, const QString &text) {
        if (!text.isEmpty())
            json[key] = text;
    };
    if (place.kind == Place::Kind::Poi)
        put(place.category == "place"_L1 ? u"place"_s : place.category, place.name);
    put(u"house_number"_s, place.address.houseNumber);
    put(u"road"_s, place.address.street);
    put(u"suburb"_s, place.kind == Place::Kind::Suburb ? place.name : place.address.suburb);
    put(u"city"_s, place.kind == Place::Kind::City ? place.name : place.address.city);
    put(u"state"_s, place.state);
    put(u"postcode"_s, place.address.postcode);
    if (!place.countryCode.isEmpty()) {
        put(u"country"_s, QLocale::territoryToString(QLocale::codeToTerritory(place.countryCode)));
        put(u"country_code"_s, place.countryCode);
    }
    return json;
}

/// From the smallest to the largest: "2210, Rambla Wilson, Punta Carretas, Montevideo, Uruguay".
QString displayName(const Place &place)
{
    QStringList parts;
    const auto add = [&parts](const QString &text) {
        if (!text.isEmpty() && !parts.contains(text))
            parts.append(text);
    };
    add(place.name);
    add(place.address.houseNumber);
    if (place.kind != Place::Kind::Corner)
        add(place.address.street);
    add(place.address.suburb);
    add(place.address.city);
    add(place.state);
    add(place.address.postcode);
    if (!place.countryCode.isEmpty())
        add(QLocale::territoryToString(QLocale::codeToTerritory(place.countryCode)));
    return parts.join(", "_L1);
}

QJsonArray boxJson(const Place &place)
{
    auto box = place.box;
    if (box.east - box.west < streetless && box.north - box.south < streetless)
        box = {.west = place.at.longitude() - houseBoxDegrees,
               .south = place.at.latitude() - houseBoxDegrees,
               .east = place.at.longitude() + houseBoxDegrees,
               .north = place.at.latitude() + houseBoxDegrees};
    return {coordinate(box.south), coordinate(box.north), coordinate(box.west), coordinate(box.east)};
}

} // namespace

Result<SearchRequest> searchRequest(const Parameters &parameters)
{
    SearchRequest request;
    auto query = wordsOf(parameters);
    if (!query)
        return std::unexpected(std::move(query.error()));
    request.query = *std::move(query);
    if (auto narrowed = narrow(request.query, parameters); !narrowed)
        return std::unexpected(std::move(narrowed.error()));
    const auto format = formatOf(parameters);
    if (!format)
        return std::unexpected(format.error());
    request.format = *format;
    request.addressDetails = flag(parameters, u"addressdetails"_s, false);
    return request;
}

Result<ReverseRequest> reverseRequest(const Parameters &parameters)
{
    ReverseRequest request;
    const auto lat = number(parameters.value(u"lat"_s), "lat"_L1);
    const auto lon = number(parameters.value(u"lon"_s), "lon"_L1);
    if (!lat || !lon)
        return std::unexpected(!lat ? lat.error() : lon.error());
    request.at = QGeoCoordinate(*lat, *lon);
    if (!request.at.isValid())
        return badParameter(qAbs(*lat) > 90.0 ? "lat"_L1 : "lon"_L1);
    const auto zoom = number(parameters.value(u"zoom"_s, u"18"_s), "zoom"_L1);
    if (!zoom)
        return std::unexpected(zoom.error());
    request.detail = detailAt(*zoom);
    const auto format = formatOf(parameters);
    if (!format)
        return std::unexpected(format.error());
    request.format = *format;
    request.addressDetails = flag(parameters, u"addressdetails"_s, true);
    return request;
}

QJsonObject toJson(const Place &place, Format format, bool addressDetails, const QString &attribution)
{
    const auto &words = wordsOf(place.kind);
    QJsonObject json{
        {u"place_id"_s, place.id},
        {u"licence"_s, u"Data %1, ODbL 1.0. http://osm.org/copyright"_s.arg(attribution)},
        {u"lat"_s, coordinate(place.at.latitude())},
        {u"lon"_s, coordinate(place.at.longitude())},
        {format == Format::Json ? u"class"_s : u"category"_s, place.category},
        {u"type"_s, place.type},
        {u"place_rank"_s, words.rank},
        {u"importance"_s, words.importance},
        {u"addresstype"_s, words.addressType.isEmpty() ? place.category : QString(words.addressType)},
        {u"name"_s, place.name},
        {u"display_name"_s, displayName(place)},
        {u"boundingbox"_s, boxJson(place)},
        {u"doorstep:score"_s, qRound(place.score * 1e4) / 1e4},
        {u"doorstep:kind"_s, QString(words.word)},
    };
    if (!place.osmType.isEmpty()) {
        json[u"osm_type"_s] = place.osmType;
        json[u"osm_id"_s] = place.osmId;
    }
    if (place.accuracyMeters > 0.0)
        json[u"doorstep:accuracy"_s] = qRound(place.accuracyMeters);
    if (addressDetails)
        json[u"address"_s] = addressJson(place);
    return json;
}

QJsonArray toJson(const QList<Place> &places, const SearchRequest &request, const QString &attribution)
{
    QJsonArray json;
    for (const auto &place : places)
        json.append(toJson(place, request.format, request.addressDetails, attribution));
    return json;
}

QJsonObject errorJson(int status, const QString &message)
{
    return {{u"error"_s, QJsonObject{{u"code"_s, status}, {u"message"_s, message}}}};
}

} // namespace Doorstep::Nominatim
