// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/osrmreader.h"

#include "backend/region/roads/osrmwords.h"
#include "models/domain/polyline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep::Osrm {

namespace {

std::unexpected<Error> badKey(QStringView key)
{
    return failure(Error::Kind::Malformed, u"OSRM: %1"_s.arg(key));
}

Result<QJsonObject> readObject(const QByteArray &json)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        return failure(Error::Kind::Malformed, u"OSRM: not JSON: %1"_s.arg(problem.errorString()));
    const auto object = document.object();
    const auto code = object["code"_L1].toString();
    if (code == "Ok"_L1)
        return object;
    const auto detail = u"OSRM: %1: %2"_s.arg(code, object["message"_L1].toString());
    if (code == "NoRoute"_L1 || code == "NoSegment"_L1 || code == "NoTable"_L1)
        return failure(Error::Kind::NotFound, detail);
    return failure(code.isEmpty() ? Error::Kind::Malformed : Error::Kind::Refused, detail);
}

/// Lengths and times; tables hold -1 m now and then, by rounding.
std::optional<double> amount(const QJsonValue &value)
{
    const double number = value.toDouble(-2.0);
    return number >= -1.0 && std::isfinite(number) ? std::optional(std::max(0.0, number)) : std::nullopt;
}

std::optional<QGeoCoordinate> place(const QJsonValue &value)
{
    const auto pair = value.toArray();
    if (pair.size() != 2 || !pair[0].isDouble() || !pair[1].isDouble())
        return std::nullopt;
    const QGeoCoordinate coordinate(pair[1].toDouble(), pair[0].toDouble());
    return coordinate.isValid() ? std::optional(coordinate) : std::nullopt;
}

Result<QList<NearestRoad>> readWaypoints(const QJsonValue &value, QStringView key)
{
    if (!value.isArray())
        return badKey(key);
    QList<NearestRoad> waypoints;
    for (const auto &item : value.toArray()) {
        const auto where = place(item["location"_L1]);
        if (!where)
            return badKey(u"waypoint.location");
        waypoints.append({.where = *where,
                          .distanceMeters = amount(item["distance"_L1]).value_or(0.0),
                          .name = item["name"_L1].toString(),
                          .roads = {}});
    }
    return waypoints;
}

Result<RoadIntersection> readIntersection(const QJsonValue &json)
{
    RoadIntersection intersection;
    const auto where = place(json["location"_L1]);
    if (!where)
        return badKey(u"intersection.location");
    intersection.where = *where;
    for (const auto &bearing : json["bearings"_L1].toArray())
        intersection.bearings.append(bearing.toInt());
    for (const auto &entry : json["entry"_L1].toArray())
        intersection.entry.append(entry.toBool());
    const auto count = intersection.bearings.size();
    intersection.in = json["in"_L1].toInt(-1);
    intersection.out = json["out"_L1].toInt(-1);
    if (intersection.entry.size() != count || intersection.in >= count || intersection.out >= count
        || intersection.in < -1 || intersection.out < -1)
        return badKey(u"intersection.bearings");
    return intersection;
}

Result<RoadStep> readStep(const QJsonValue &json)
{
    const auto distance = amount(json["distance"_L1]);
    const auto duration = amount(json["duration"_L1]);
    if (!distance || !duration)
        return badKey(u"step.distance, step.duration");
    auto line = decodedPolyline(json["geometry"_L1].toString(), 6);
    if (!line || line->isEmpty())
        return badKey(u"step.geometry");
    if (line->size() == 1)
        line->append(line->first());

    const auto maneuver = json["maneuver"_L1];
    RoadStep step;
    step.kind = maneuverFrom(maneuver["type"_L1].toString()).value_or(ManeuverKind::Turn);
    step.direction = modifierFrom(maneuver["modifier"_L1].toString());
    if (maneuver["exit"_L1].isDouble())
        step.exit = maneuver["exit"_L1].toInt();
    step.bearingBefore = maneuver["bearing_before"_L1].toInt();
    step.bearingAfter = maneuver["bearing_after"_L1].toInt();
    step.name = json["name"_L1].toString();
    step.ref = json["ref"_L1].toString();
    step.mode = json["mode"_L1].toString();
    step.distanceMeters = *distance;
    step.durationSeconds = *duration;
    step.weight = amount(json["weight"_L1]).value_or(*duration);
    step.line = std::move(*line);
    for (const auto &item : json["intersections"_L1].toArray()) {
        auto intersection = readIntersection(item);
        if (!intersection)
            return std::unexpected(std::move(intersection.error()));
        step.intersections.append(*intersection);
    }
    return step;
}

Result<RoadLeg> readLeg(const QJsonValue &json)
{
    const auto distance = amount(json["distance"_L1]);
    const auto duration = amount(json["duration"_L1]);
    if (!distance || !duration)
        return badKey(u"leg.distance, leg.duration");
    RoadLeg leg{.distanceMeters = *distance, .durationSeconds = *duration};
    leg.weight = amount(json["weight"_L1]).value_or(*duration);
    leg.summary = json["summary"_L1].toString();
    if (json["steps"_L1].toArray().isEmpty())
        return badKey(u"leg.steps");
    for (const auto &item : json["steps"_L1].toArray()) {
        auto step = readStep(item);
        if (!step)
            return std::unexpected(std::move(step.error()));
        const bool joins = !leg.line.isEmpty() && leg.line.last() == step->line.first();
        leg.line += joins ? step->line.sliced(1) : step->line;
        leg.steps.append(std::move(*step));
    }
    // The last step only says that one has arrived: its line is a single place, twice.
    if (leg.line.size() > 2 && leg.line.last() == leg.line[leg.line.size() - 2])
        leg.line.removeLast();
    for (const auto &item : json["annotation"_L1]["distance"_L1].toArray())
        leg.segmentDistancesMeters.append(amount(item).value_or(0.0));
    for (const auto &item : json["annotation"_L1]["duration"_L1].toArray())
        leg.segmentDurationsSeconds.append(amount(item).value_or(0.0));
    // Pieces of no length are counted by some versions and not drawn: then they say nothing of our line.
    if (leg.segmentDistancesMeters.size() != leg.line.size() - 1
        || leg.segmentDurationsSeconds.size() != leg.segmentDistancesMeters.size()) {
        leg.segmentDistancesMeters.clear();
        leg.segmentDurationsSeconds.clear();
    }
    return leg;
}

Result<std::vector<float>> readCells(const QJsonValue &json, qsizetype rows, qsizetype columns, QStringView key)
{
    const auto array = json.toArray();
    if (array.size() != rows)
        return badKey(key);
    std::vector<float> cells;
    cells.reserve(static_cast<std::size_t>(rows * columns));
    for (const auto &rowValue : array) {
        const auto row = rowValue.toArray();
        if (row.size() != columns)
            return badKey(key);
        for (const auto &cell : row) {
            const auto value = amount(cell);
            if (!value && !cell.isNull())
                return badKey(key);
            cells.push_back(value ? static_cast<float>(*value) : RoadTable::unreachable);
        }
    }
    return cells;
}

} // namespace

Result<RouteAnswer> readRoute(const QByteArray &json, qsizetype waypoints, bool keepSteps)
{
    const auto object = readObject(json);
    if (!object)
        return std::unexpected(object.error());
    auto snapped = readWaypoints((*object)["waypoints"_L1], u"waypoints");
    if (!snapped)
        return std::unexpected(std::move(snapped.error()));
    RouteAnswer answer{.routes = {}, .waypoints = std::move(*snapped)};
    const auto routes = (*object)["routes"_L1].toArray();
    if (routes.isEmpty() || answer.waypoints.size() != waypoints)
        return badKey(u"routes, waypoints");
    for (const auto &item : routes) {
        const auto distance = amount(item["distance"_L1]);
        const auto duration = amount(item["duration"_L1]);
        const auto legs = item["legs"_L1].toArray();
        if (!distance || !duration || legs.size() != waypoints - 1)
            return badKey(u"route.distance, route.duration, route.legs");
        RoadRoute route{.distanceMeters = *distance, .durationSeconds = *duration};
        route.weight = amount(item["weight"_L1]).value_or(*duration);
        for (const auto &legValue : legs) {
            auto leg = readLeg(legValue);
            if (!leg)
                return std::unexpected(std::move(leg.error()));
            route.line += route.line.isEmpty() ? leg->line : leg->line.sliced(1);
            if (!keepSteps)
                leg->steps.clear();
            route.legs.append(std::move(*leg));
        }
        answer.routes.append(std::move(route));
    }
    return answer;
}

Result<RoadTable> readTable(const QByteArray &json, qsizetype sources, qsizetype destinations)
{
    const auto object = readObject(json);
    if (!object)
        return std::unexpected(object.error());
    auto durations = readCells((*object)["durations"_L1], sources, destinations, u"durations");
    auto distances = readCells((*object)["distances"_L1], sources, destinations, u"distances");
    auto from = readWaypoints((*object)["sources"_L1], u"sources");
    auto to = readWaypoints((*object)["destinations"_L1], u"destinations");
    for (const auto *error : {durations ? nullptr : &durations.error(), distances ? nullptr : &distances.error(),
                              from ? nullptr : &from.error(), to ? nullptr : &to.error()}) {
        if (error)
            return std::unexpected(*error);
    }
    if (from->size() != sources || to->size() != destinations)
        return badKey(u"sources, destinations");
    return RoadTable{.durationsSeconds = std::move(*durations),
                     .distancesMeters = std::move(*distances),
                     .sources = std::move(*from),
                     .destinations = std::move(*to)};
}

Result<QList<NearestRoad>> readNearest(const QByteArray &json)
{
    const auto object = readObject(json);
    if (!object)
        return std::unexpected(object.error());
    auto waypoints = readWaypoints((*object)["waypoints"_L1], u"waypoints");
    if (waypoints && waypoints->isEmpty())
        return badKey(u"waypoints");
    return waypoints;
}

} // namespace Doorstep::Osrm
