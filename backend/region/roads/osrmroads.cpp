// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/osrmroads.h"

#include "backend/region/roads/osrmreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr qsizetype blockSize = 50; // osrm-routed allows 100 places a table unless told otherwise

std::unexpected<Error> refusedConditions()
{
    return failure(Error::Kind::Refused, u"an OSRM server knows no closures and speed factors"_s);
}

QString coordinates(const QList<QGeoCoordinate> &places)
{
    QStringList parts;
    for (const auto &place : places)
        parts.append(u"%1,%2"_s.arg(place.longitude(), 0, 'f', 7).arg(place.latitude(), 0, 'f', 7));
    return parts.join(u';');
}

QString indices(qsizetype first, qsizetype count)
{
    QStringList parts;
    for (auto i = first; i < first + count; ++i)
        parts.append(QString::number(i));
    return parts.join(u';');
}

/// \a part into \a table, its first entry to \a row and \a column.
void put(RoadTable &table, qsizetype row, qsizetype column, const RoadTable &part)
{
    for (qsizetype i = 0; i < part.sources.size(); ++i) {
        table.sources[row + i] = part.sources[i];
        for (qsizetype j = 0; j < part.destinations.size(); ++j) {
            table.destinations[column + j] = part.destinations[j];
            table.durationsSeconds[table.at(row + i, column + j)] = part.durationSeconds(i, j);
            table.distancesMeters[table.at(row + i, column + j)] = part.distanceMeters(i, j);
        }
    }
}

} // namespace

OsrmRoads::OsrmRoads(const Servers &servers)
    : m_patience(servers.timeout)
{
    if (!servers.car.host().isEmpty())
        m_car.emplace(servers.car);
    if (!servers.bicycle.host().isEmpty())
        m_bicycle.emplace(servers.bicycle);
}

Result<QByteArray> OsrmRoads::get(RoadProfile profile, const QString &service, const QList<QGeoCoordinate> &places,
                                  const QString &options) const
{
    const bool isCar = profile == RoadProfile::Car;
    const auto &server = isCar ? m_car : m_bicycle;
    if (!server)
        return failure(Error::Kind::Refused, u"no OSRM server is set for this profile"_s);
    if (!std::ranges::all_of(places, &QGeoCoordinate::isValid))
        return failure(Error::Kind::Malformed, u"a place is not on the globe"_s);
    const auto host = server->url().host();
    const auto word = isCar ? u"driving"_s : u"bicycle"_s;
    auto reply = server->get(u"/%1/v1/%2/%3?%4"_s.arg(service, word, coordinates(places), options), m_patience);
    if (!reply)
        return failure(Error::Kind::Offline, u"OSRM at %1: %2"_s.arg(host, reply.error().detail));
    // OSRM says no with 400 and JSON; anything else is not OSRM's own voice.
    if (reply->status != 200 && reply->status != 400)
        return failure(Error::Kind::Offline, u"OSRM at %1: status %2"_s.arg(host).arg(reply->status));
    return std::move(reply->body);
}

Result<RouteAnswer> OsrmRoads::route(const RouteRequest &request) const
{
    if (!request.conditions.isPlain())
        return refusedConditions();
    if (request.waypoints.size() < 2)
        return failure(Error::Kind::Malformed, u"a route needs two places"_s);
    auto options = u"overview=full&steps=true&geometries=polyline6&annotations=duration,distance"_s;
    if (request.alternatives > 0)
        options += u"&alternatives=%1"_s.arg(request.alternatives);
    if (request.continueStraight)
        options += *request.continueStraight ? u"&continue_straight=true"_s : u"&continue_straight=false"_s;
    if (!request.radiiMeters.empty()) {
        QStringList radii;
        for (const auto radius : request.radiiMeters)
            radii.append(std::isfinite(radius) ? QString::number(radius) : u"unlimited"_s);
        options += u"&radiuses="_s + radii.join(u';');
    }
    const auto json = get(request.profile, u"route"_s, request.waypoints, options);
    if (!json)
        return std::unexpected(json.error());
    return Osrm::readRoute(*json, request.waypoints.size(), request.steps);
}

Result<RoadTable> OsrmRoads::block(RoadProfile profile, const QList<QGeoCoordinate> &sources,
                                   const QList<QGeoCoordinate> &destinations) const
{
    const auto options = u"annotations=duration,distance&sources=%1&destinations=%2"_s.arg(
        indices(0, sources.size()), indices(sources.size(), destinations.size()));
    const auto json = get(profile, u"table"_s, sources + destinations, options);
    if (!json)
        return std::unexpected(json.error());
    return Osrm::readTable(*json, sources.size(), destinations.size());
}

Result<RoadTable> OsrmRoads::table(const TableRequest &request) const
{
    if (!request.conditions.isPlain())
        return refusedConditions();
    const auto rows = request.sources.size();
    const auto columns = request.destinations.size();
    RoadTable table;
    table.durationsSeconds.resize(static_cast<std::size_t>(rows * columns), RoadTable::unreachable);
    table.distancesMeters = table.durationsSeconds;
    table.sources.resize(rows);
    table.destinations.resize(columns);
    for (qsizetype row = 0; row < rows; row += blockSize) {
        const auto sources = request.sources.sliced(row, std::min(blockSize, rows - row));
        for (qsizetype column = 0; column < columns; column += blockSize) {
            const auto destinations = request.destinations.sliced(column, std::min(blockSize, columns - column));
            const auto part = block(request.profile, sources, destinations);
            if (!part)
                return std::unexpected(part.error());
            put(table, row, column, *part);
        }
    }
    return table;
}

Result<QList<NearestRoad>> OsrmRoads::nearest(RoadProfile profile, const QGeoCoordinate &place, int count) const
{
    if (count < 1)
        return failure(Error::Kind::Malformed, u"a positive number is needed"_s);
    const auto json = get(profile, u"nearest"_s, {place}, u"number=%1"_s.arg(count));
    if (!json)
        return std::unexpected(json.error());
    return Osrm::readNearest(*json);
}

} // namespace Doorstep
