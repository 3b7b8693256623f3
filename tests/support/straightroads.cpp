// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/straightroads.h"

#include "models/domain/polyline.h"

#include <QGeoCoordinate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Doorstep::Test {
namespace {

QList<qsizetype> indexes(const QUrlQuery &query, const QString &key, qsizetype count)
{
    QList<qsizetype> all;
    for (const auto &text : query.queryItemValue(key).split(u';', Qt::SkipEmptyParts))
        all.append(text.toLongLong());
    for (qsizetype i = 0; all.size() < count && query.queryItemValue(key).isEmpty(); ++i)
        all.append(i);
    return all;
}

QList<QGeoCoordinate> placesIn(const QUrl &url)
{
    QList<QGeoCoordinate> places;
    for (const auto &pair : url.path().section(u'/', -1).split(u';')) {
        const auto numbers = pair.split(u',');
        places.append({numbers.value(1).toDouble(), numbers.value(0).toDouble()});
    }
    return places;
}

QJsonObject waypointAt(const QGeoCoordinate &place)
{
    return {
        {u"location"_s, QJsonArray{place.longitude(), place.latitude()}}, {u"distance"_s, 0.0}, {u"name"_s, QString()}};
}

QJsonObject measured(double meters, QJsonObject json)
{
    json.insert("distance"_L1, meters);
    json.insert("duration"_L1, meters / 10.0);
    return json;
}

CannedServer::Reply route(const QList<QGeoCoordinate> &places)
{
    QJsonArray legs;
    QJsonArray waypoints{waypointAt(places.constFirst())};
    double whole = 0.0;
    for (qsizetype i = 1; i < places.size(); ++i) {
        const double meters = places[i - 1].distanceTo(places[i]);
        const auto step = [&places, i](const QString &type, const QList<QGeoCoordinate> &line) {
            const QJsonObject maneuver{{u"type"_s, type},
                                       {u"location"_s, QJsonArray{line.first().longitude(), line.first().latitude()}}};
            return QJsonObject{{u"geometry"_s, encodedPolyline(line)}, {u"maneuver"_s, maneuver}};
        };
        const QJsonArray steps{measured(meters, step(u"depart"_s, {places[i - 1], places[i]})),
                               measured(0.0, step(u"arrive"_s, {places[i], places[i]}))};
        legs.append(measured(meters, {{u"steps"_s, steps}, {u"summary"_s, QString()}}));
        waypoints.append(waypointAt(places[i]));
        whole += meters;
    }
    const QJsonArray routes{measured(whole, {{u"geometry"_s, encodedPolyline(places)}, {u"legs"_s, legs}})};
    return {.status = 200,
            .body = QJsonDocument(QJsonObject{{u"code"_s, u"Ok"_s}, {u"routes"_s, routes}, {u"waypoints"_s, waypoints}})
                        .toJson(QJsonDocument::Compact)};
}

} // namespace

CannedServer::Reply straightRoads(const QUrl &url)
{
    const auto places = placesIn(url);
    if (url.path().contains(u"/route/"_s) && places.size() > 1)
        return route(places);
    if (!url.path().contains(u"/table/"_s))
        return {.status = 400, .body = R"({"code":"NoRoute","message":"tables and routes only"})"};
    const QUrlQuery query(url);
    const auto sources = indexes(query, u"sources"_s, places.size());
    const auto destinations = indexes(query, u"destinations"_s, places.size());
    QJsonArray durations;
    QJsonArray distances;
    QJsonArray from;
    QJsonArray to;
    for (const auto source : sources) {
        from.append(waypointAt(places.at(source)));
        QJsonArray seconds;
        QJsonArray meters;
        for (const auto destination : destinations) {
            const double length = places.at(source).distanceTo(places.at(destination));
            seconds.append(length / 10.0);
            meters.append(length);
        }
        durations.append(seconds);
        distances.append(meters);
    }
    for (const auto destination : destinations)
        to.append(waypointAt(places.at(destination)));
    return {.status = 200,
            .body = QJsonDocument(QJsonObject{{u"code"_s, u"Ok"_s},
                                              {u"durations"_s, durations},
                                              {u"distances"_s, distances},
                                              {u"sources"_s, from},
                                              {u"destinations"_s, to}})
                        .toJson(QJsonDocument::Compact)};
}

} // namespace Doorstep::Test
