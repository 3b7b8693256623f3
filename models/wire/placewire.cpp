// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/placewire.h"

#include "models/wire/rawjson.h"
#include "models/wire/reader.h"
#include "models/wire/stopwire.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr qsizetype mostHits = 9; // as many as there are keys for them
constexpr qsizetype mostVisits = 20;
constexpr qsizetype mostElsewhere = 60;
constexpr qsizetype longestText = 200;
constexpr double largestAccuracy = 100'000.0;

constexpr Words<PlaceHit::Kind, 7> kinds{{
    {PlaceHit::Kind::House, "house"_L1},
    {PlaceHit::Kind::Interpolated, "interpolated"_L1},
    {PlaceHit::Kind::Street, "street"_L1},
    {PlaceHit::Kind::Corner, "corner"_L1},
    {PlaceHit::Kind::Suburb, "suburb"_L1},
    {PlaceHit::Kind::City, "city"_L1},
    {PlaceHit::Kind::Poi, "poi"_L1},
}};

/// One line, and never more than fits a list: it is somebody else's.
QString lineOf(const QJsonObject &json, std::initializer_list<QLatin1StringView> keys)
{
    for (const auto key : keys) {
        if (const auto text = json[key].toString().left(longestText).simplified(); !text.isEmpty())
            return text;
    }
    return {};
}

/// Nominatim writes degrees as text.
double degrees(const QJsonValue &value)
{
    bool isNumber = value.isDouble();
    const double read = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    return isNumber ? read : qQNaN();
}

/// Of a server that does not say it in our words.
PlaceHit::Kind guessedKind(const QJsonObject &json, const PlaceHit &hit)
{
    const auto type = json["addresstype"_L1].toString();
    const auto category = lineOf(json, {"category"_L1, "class"_L1});
    if (type == "road"_L1 || category == "highway"_L1)
        return PlaceHit::Kind::Street;
    if (type == "suburb"_L1 || type == "neighbourhood"_L1 || type == "quarter"_L1 || type == "city_district"_L1)
        return PlaceHit::Kind::Suburb;
    if (type == "city"_L1 || type == "town"_L1 || type == "village"_L1 || category == "boundary"_L1)
        return PlaceHit::Kind::City;
    const bool isNamed = !hit.name.isEmpty() && category != "place"_L1 && category != "building"_L1;
    return isNamed || hit.address.houseNumber.isEmpty() ? PlaceHit::Kind::Poi : PlaceHit::Kind::House;
}

std::optional<PlaceHit> hitFrom(const QJsonObject &json)
{
    PlaceHit hit;
    hit.where = QGeoCoordinate(degrees(json["lat"_L1]), degrees(json["lon"_L1]));
    if (!hit.where.isValid())
        return {};
    const auto address = json["address"_L1].toObject();
    hit.name = lineOf(json, {"name"_L1});
    hit.address = {.text = {},
                   .street = lineOf(address, {"road"_L1, "pedestrian"_L1, "footway"_L1, "path"_L1}),
                   .houseNumber = lineOf(address, {"house_number"_L1}),
                   .unit = {},
                   .suburb = lineOf(address, {"suburb"_L1, "neighbourhood"_L1, "quarter"_L1, "city_district"_L1}),
                   .city = lineOf(address, {"city"_L1, "town"_L1, "village"_L1, "municipality"_L1}),
                   .postcode = lineOf(address, {"postcode"_L1})};
    hit.address.text = hit.address.street.isEmpty() ? lineOf(json, {"display_name"_L1, "name"_L1}) : hit.address.line();
    hit.kind = valueOf(kinds, json["doorstep:kind"_L1].toString()).value_or(guessedKind(json, hit));
    hit.score = std::clamp(json["doorstep:score"_L1].toDouble(), 0.0, 1.0);
    hit.accuracyMeters = std::clamp(json["doorstep:accuracy"_L1].toDouble(), 0.0, largestAccuracy);
    return hit.line().isEmpty() ? std::nullopt : std::optional(hit);
}

Result<PastVisit> visitFrom(const QJsonObject &json)
{
    Reader reader("visit"_L1, json);
    PastVisit visit;
    visit.stop = reader.id<StopId>("stop"_L1);
    visit.at = reader.time("at"_L1);
    const auto outcome = statusFromWord(reader.text("outcome"_L1));
    if (outcome != Stop::Status::Delivered && outcome != Stop::Status::Failed)
        reader.fail("outcome"_L1);
    visit.outcome = outcome.value_or(Stop::Status::Failed);
    if (reader.has("failure"_L1))
        visit.failure = failureFromWord(reader.text("failure"_L1)).value_or(Stop::Failure::Other);
    visit.note = reader.optionalText("note"_L1).left(longestText).simplified();
    visit.driverName = reader.optionalText("driver_name"_L1).left(longestText).simplified();
    visit.where = reader.optionalPlace("where"_L1);
    visit.door = reader.optionalPlace("door"_L1);
    visit.address = reader.optionalText("address"_L1).left(longestText).simplified();
    const auto recipient = reader.optionalText("recipient"_L1); // a word of tomorrow says nothing that we know
    if (recipient == "phone"_L1)
        visit.recipient = SameRecipient::Phone;
    else if (recipient == "name"_L1)
        visit.recipient = SameRecipient::Name;
    return reader.finish(std::move(visit));
}

} // namespace

Result<QList<PlaceHit>> placeHitsFromBytes(const QByteArray &bytes)
{
    const auto document = QJsonDocument::fromJson(bytes);
    if (!document.isArray())
        return failure(Error::Kind::Malformed, u"the answer to a search is no list"_s);
    QList<PlaceHit> hits;
    const auto all = document.array();
    for (const auto &one : all) {
        if (const auto hit = hitFrom(one.toObject()); hit && hits.size() < mostHits)
            hits.append(*hit);
    }
    if (hits.isEmpty() && !all.isEmpty())
        return failure(Error::Kind::Malformed, u"nothing in the answer to a search is a place"_s);
    return hits;
}

Result<PlaceHit> placeHitFromBytes(const QByteArray &bytes)
{
    const auto json = objectFromBytes(bytes);
    if (!json)
        return std::unexpected(json.error());
    if (json->contains("error"_L1))
        return failure(Error::Kind::NotFound, u"nothing is near"_s);
    if (const auto hit = hitFrom(*json))
        return *hit;
    return failure(Error::Kind::Malformed, u"the answer to what is near is no place"_s);
}

Result<QList<PastVisit>> pastVisitsFromBytes(const QByteArray &bytes)
{
    const auto json = objectFromBytes(bytes);
    if (!json)
        return std::unexpected(json.error());
    Reader reader("history"_L1, *json);
    QList<PastVisit> visits;
    for (const auto &one : reader.array("visits"_L1, mostVisits))
        visits.append(reader.take(visitFrom(one.toObject())));
    if (reader.has("elsewhere"_L1)) { // not of an older backend
        for (const auto &one : reader.array("elsewhere"_L1, mostElsewhere)) {
            visits.append(reader.take(visitFrom(one.toObject())));
            visits.last().isHere = false;
        }
    }
    return reader.finish(std::move(visits));
}

} // namespace Doorstep::Wire
