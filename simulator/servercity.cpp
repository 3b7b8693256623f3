// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/servercity.h"

#include "models/domain/polyline.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep::Simulation {
namespace {

constexpr qsizetype mostPlacesAtOnce = 60; // keeps URLs and answers small
constexpr double noRoadSeconds = 86'400.0;

QString pairOf(const QGeoCoordinate &place)
{
    return u"%1,%2"_s.arg(place.longitude(), 0, 'f', 6).arg(place.latitude(), 0, 'f', 6);
}

QString pairsOf(const QList<QGeoCoordinate> &places)
{
    QStringList pairs;
    for (const auto &place : places)
        pairs += pairOf(place);
    return pairs.join(u';');
}

QLatin1StringView profileOf(Vehicle::Kind vehicle)
{
    return vehicle == Vehicle::Kind::Bicycle ? "bicycle"_L1 : "car"_L1;
}

QCoro::Task<Result<QList<TimedPath>>> askLegs(ApiClient *client, Vehicle::Kind vehicle, QList<QGeoCoordinate> places)
{
    QList<TimedPath> all;
    for (qsizetype from = 0; from + 1 < places.size(); from += mostPlacesAtOnce - 1) {
        const auto some = places.sliced(from, std::min(mostPlacesAtOnce, places.size() - from));
        const auto answer =
            co_await client->get(u"/osrm/route/v1/%1/%2?overview=false&steps=true&geometries=polyline6"_s.arg(
                profileOf(vehicle), pairsOf(some)));
        const auto body = objectOf(answer);
        if (!body)
            co_return std::unexpected(body.error());
        const auto legs = legsFromOsrm(*body);
        if (!legs)
            co_return std::unexpected(legs.error());
        if (legs->size() != some.size() - 1)
            co_return failure(Error::Kind::Malformed,
                              u"the route has %1 legs instead of %2"_s.arg(legs->size()).arg(some.size() - 1));
        all += *legs;
    }
    co_return all;
}

QCoro::Task<Result<Matrix>> askTable(ApiClient *client, Vehicle::Kind vehicle, QList<QGeoCoordinate> places)
{
    const auto answer =
        co_await client->get(u"/osrm/table/v1/%1/%2?annotations=duration"_s.arg(profileOf(vehicle), pairsOf(places)));
    const auto body = objectOf(answer);
    if (!body)
        co_return std::unexpected(body.error());
    co_return matrixFromOsrm(*body, places.size());
}

QCoro::Task<Result<QList<std::optional<Door>>>> askDoors(ApiClient *client, QList<QGeoCoordinate> places)
{
    std::vector<QCoro::Task<Answer>> asked; // all at once; the network sends six at a time
    for (const auto &place : places)
        asked.push_back(client->get(u"/nominatim/reverse?format=jsonv2&lat=%1&lon=%2"_s.arg(place.latitude(), 0, 'f', 6)
                                        .arg(place.longitude(), 0, 'f', 6)));
    QList<std::optional<Door>> doors;
    std::optional<Error> problem;
    for (auto &task : asked) {
        const auto answer = co_await task;
        const auto body = objectOf(answer);
        if (body)
            doors += doorFromNominatim(*body);
        else if (body.error().kind == Error::Kind::NotFound)
            doors += std::nullopt; // nothing lives there
        else
            problem = body.error();
    }
    if (problem)
        co_return std::unexpected(*problem);
    co_return doors;
}

} // namespace

ServerCity::ServerCity(ApiClient &client)
    : m_client(client)
{
}

QCoro::Task<Result<QList<std::optional<Door>>>> ServerCity::doorsNear(QList<QGeoCoordinate> places)
{
    return askDoors(&m_client, std::move(places));
}

QCoro::Task<Result<Matrix>> ServerCity::table(Vehicle::Kind vehicle, QList<QGeoCoordinate> places)
{
    return askTable(&m_client, vehicle, std::move(places));
}

QCoro::Task<Result<QList<TimedPath>>> ServerCity::legs(Vehicle::Kind vehicle, QList<QGeoCoordinate> places)
{
    return askLegs(&m_client, vehicle, std::move(places));
}

std::optional<Door> doorFromNominatim(const QJsonObject &json)
{
    const auto parts = json["address"_L1].toObject();
    const auto number = [](const QJsonValue &value) {
        return value.isDouble() ? value.toDouble() : value.toString().toDouble();
    };
    const auto first = [&parts](std::initializer_list<QLatin1StringView> keys) {
        for (const auto key : keys) {
            if (const auto text = parts[key].toString(); !text.isEmpty())
                return text;
        }
        return QString();
    };
    Door door{.where = {number(json["lat"_L1]), number(json["lon"_L1])},
              .address = {.text = {},
                          .street = first({"road"_L1}),
                          .houseNumber = first({"house_number"_L1}).section(u',', 0, 0).section(u';', 0, 0),
                          .unit = {},
                          .suburb = first({"suburb"_L1, "neighbourhood"_L1, "city_district"_L1}),
                          .city = first({"city"_L1, "town"_L1}),
                          .postcode = first({"postcode"_L1})}};
    if (!door.where.isValid() || door.address.street.isEmpty() || door.address.houseNumber.isEmpty())
        return std::nullopt;
    door.address.text = door.address.street + u' ' + door.address.houseNumber;
    for (const auto &part : {door.address.suburb, door.address.city}) {
        if (!part.isEmpty())
            door.address.text += u", "_s + part;
    }
    return door;
}

Result<Matrix> matrixFromOsrm(const QJsonObject &json, qsizetype side)
{
    const auto rows = json["durations"_L1].toArray();
    Matrix matrix{.side = side, .seconds = {}};
    matrix.seconds.reserve(side * side);
    for (const auto &row : rows) {
        for (const auto &entry : row.toArray())
            matrix.seconds += entry.isDouble() ? std::max(entry.toDouble(), 0.0) : noRoadSeconds;
    }
    if (rows.size() != side || matrix.seconds.size() != side * side)
        return failure(Error::Kind::Malformed, u"the table of driving times is not %1 × %1"_s.arg(side));
    return matrix;
}

Result<QList<TimedPath>> legsFromOsrm(const QJsonObject &json)
{
    const auto routes = json["routes"_L1].toArray();
    if (json["code"_L1] != "Ok"_L1 || routes.isEmpty())
        return failure(Error::Kind::Malformed, u"no route: %1"_s.arg(json["code"_L1].toString().left(60)));
    QList<TimedPath> legs;
    for (const auto &legJson : routes[0].toObject()["legs"_L1].toArray()) {
        TimedPath leg;
        for (const auto &stepJson : legJson.toObject()["steps"_L1].toArray()) {
            const auto step = stepJson.toObject();
            const auto line = decodedPolyline(step["geometry"_L1].toString());
            if (!line)
                return std::unexpected(line.error());
            leg.append(*line, step["duration"_L1].toDouble());
        }
        legs += leg;
    }
    return legs;
}

} // namespace Doorstep::Simulation
