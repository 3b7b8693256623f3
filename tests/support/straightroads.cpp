// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/straightroads.h"

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

} // namespace

CannedServer::Reply straightRoads(const QUrl &url)
{
    if (!url.path().contains(u"/table/"_s))
        return {.status = 400, .body = R"({"code":"NoRoute","message":"tables only"})"};
    QList<QGeoCoordinate> places;
    for (const auto &pair : url.path().section(u'/', -1).split(u';')) {
        const auto numbers = pair.split(u',');
        places.append({numbers.value(1).toDouble(), numbers.value(0).toDouble()});
    }
    const QUrlQuery query(url);
    const auto sources = indexes(query, u"sources"_s, places.size());
    const auto destinations = indexes(query, u"destinations"_s, places.size());
    const auto waypoint = [&places](qsizetype i) {
        return QJsonObject{{u"location"_s, QJsonArray{places.at(i).longitude(), places.at(i).latitude()}},
                           {u"distance"_s, 0.0},
                           {u"name"_s, QString()}};
    };
    QJsonArray durations;
    QJsonArray distances;
    QJsonArray from;
    QJsonArray to;
    for (const auto source : sources) {
        from.append(waypoint(source));
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
        to.append(waypoint(destination));
    return {.status = 200,
            .body = QJsonDocument(QJsonObject{{u"code"_s, u"Ok"_s},
                                              {u"durations"_s, durations},
                                              {u"distances"_s, distances},
                                              {u"sources"_s, from},
                                              {u"destinations"_s, to}})
                        .toJson(QJsonDocument::Compact)};
}

} // namespace Doorstep::Test
