// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/osrmdialect.h"

#include "backend/region/roads/osrmjson.h"

#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

using namespace Osrm;

OsrmReply ok(QJsonObject json)
{
    json[u"code"_s] = u"Ok"_s;
    return {.status = 200, .json = QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

OsrmReply refused(const QString &code, const QString &message)
{
    const QJsonObject json{{u"code"_s, code}, {u"message"_s, message}};
    return {.status = 400, .json = QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

/// A road service fails in its own terms; clients know OSRM's.
OsrmReply failed(const Error &error, const QString &notFound)
{
    switch (error.kind) {
    case Error::Kind::NotFound:
        return refused(error.detail.startsWith("no road near"_L1) ? u"NoSegment"_s : notFound, error.detail);
    case Error::Kind::Malformed:
        return refused(u"InvalidValue"_s, error.detail);
    default:
        return refused(u"DisabledDataset"_s, error.detail);
    }
}

OsrmReply answerRoute(const RoadService &roads, const Target &target, const Options &options)
{
    RouteRequest request;
    request.profile = target.profile;
    request.waypoints = target.places;
    request.alternatives = options.alternatives;
    request.steps = options.steps;
    request.continueStraight = options.continueStraight;
    request.radiiMeters = options.radii;
    const auto answer = roads.route(request);
    if (!answer)
        return failed(answer.error(), u"NoRoute"_s);
    QJsonArray routes;
    for (const auto &route : answer->routes)
        routes.append(routeJson(route, options, target.profile));
    return ok({{u"routes"_s, routes}, {u"waypoints"_s, waypointsJson(answer->waypoints)}});
}

QJsonArray rowsJson(const std::vector<float> &values, qsizetype columns, double factor)
{
    QJsonArray rows;
    QJsonArray row;
    for (const auto value : values) {
        row.append(std::isnan(value) ? QJsonValue() : QJsonValue(std::round(double(value) * factor * 10.0) / 10.0));
        if (row.size() == columns)
            rows.append(std::exchange(row, {}));
    }
    return rows;
}

/// Straight ahead where no road leads; answers which cells that were.
QJsonArray fallBack(RoadTable &table, double metersPerSecond)
{
    QJsonArray cells;
    for (qsizetype i = 0; i < table.sources.size(); ++i) {
        for (qsizetype j = 0; j < table.destinations.size(); ++j) {
            const auto cell = table.at(i, j);
            if (!std::isnan(table.durationsSeconds[cell]))
                continue;
            const auto meters = table.sources[i].where.distanceTo(table.destinations[j].where);
            table.distancesMeters[cell] = static_cast<float>(meters);
            table.durationsSeconds[cell] = static_cast<float>(meters / metersPerSecond);
            cells.append(QJsonArray{i, j});
        }
    }
    return cells;
}

OsrmReply answerTable(const RoadService &roads, const Target &target, const Options &options)
{
    TableRequest request;
    request.profile = target.profile;
    for (const auto index : options.sources)
        request.sources.append(target.places[index]);
    for (const auto index : options.destinations)
        request.destinations.append(target.places[index]);
    auto table = roads.table(request);
    if (!table)
        return failed(table.error(), u"NoTable"_s);

    QJsonObject json{{u"sources"_s, waypointsJson(table->sources)},
                     {u"destinations"_s, waypointsJson(table->destinations)}};
    if (options.fallbackSpeed)
        json[u"fallback_speed_cells"_s] = fallBack(*table, *options.fallbackSpeed);
    const auto columns = table->destinations.size();
    if (options.durations)
        json[u"durations"_s] = rowsJson(table->durationsSeconds, columns, options.scaleFactor);
    if (options.distances)
        json[u"distances"_s] = rowsJson(table->distancesMeters, columns, 1.0);
    return ok(json);
}

OsrmReply answerNearest(const RoadService &roads, const Target &target, const Options &options)
{
    auto found = roads.nearest(target.profile, target.places.first(), options.number);
    if (!found)
        return failed(found.error(), u"NoSegment"_s);
    const double radius = options.radii.empty() ? std::numeric_limits<double>::infinity() : options.radii.front();
    found->removeIf([radius](const NearestRoad &road) { return road.distanceMeters > radius; });
    if (found->isEmpty())
        return refused(u"NoSegment"_s, u"Could not find a matching segment for the coordinate"_s);
    return ok({{u"waypoints"_s, waypointsJson(*found)}});
}

} // namespace

OsrmReply answerOsrm(const RoadService &roads, const QString &path, const QHash<QString, QString> &query)
{
    const auto target = parsePath(path);
    if (!target)
        return refused(target.error().code, target.error().message);
    const auto options = parseOptions(*target, query);
    if (!options)
        return refused(options.error().code, options.error().message);
    switch (target->service) {
    case Service::Route:
        return answerRoute(roads, *target, *options);
    case Service::Table:
        return answerTable(roads, *target, *options);
    case Service::Nearest:
        return answerNearest(roads, *target, *options);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Doorstep
