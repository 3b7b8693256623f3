// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/osrmdialect.h"
#include "models/domain/polyline.h"
#include "tests/backend/region/roadworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

#include <cmath>

using namespace Doorstep;
using namespace Qt::StringLiterals;
using Test::RoadWorld;

class OsrmDialectTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<RoadWorld> m_town;
    std::unique_ptr<GraphRoads> m_roads;

    struct Answer
    {
        int status = 0;
        QJsonObject json;
    };

    /// Asks as a browser would: one URL.
    [[nodiscard]] Answer ask(const QString &url) const
    {
        const QUrl parsed(url);
        QHash<QString, QString> query;
        for (const auto &[key, value] : QUrlQuery(parsed).queryItems(QUrl::FullyDecoded))
            query.insert(key, value);
        const auto reply = answerOsrm(*m_roads, parsed.path(QUrl::FullyDecoded), query);
        return {.status = reply.status, .json = QJsonDocument::fromJson(reply.json).object()};
    }

    [[nodiscard]] QString places(const QByteArray &letters) const
    {
        QStringList parts;
        for (const char letter : letters) {
            const auto place = m_town->at(letter);
            parts.append(u"%1,%2"_s.arg(place.longitude(), 0, 'f', 7).arg(place.latitude(), 0, 'f', 7));
        }
        return parts.join(u';');
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_town = std::make_unique<RoadWorld>(QStringList{u"a b c d"_s, u"e f g h"_s, u"i j k l"_s});
        m_town->way("highway=primary,name=Avenida%20%Uno,ref=1", "abcd");
        m_town->way("highway=residential,name=Dos,oneway=yes", "hgfe");
        m_town->way("highway=secondary,name=Tres", "ijkl");
        m_town->way("highway=residential,name=Oeste", "aei");
        m_town->way("highway=residential,name=Medio", "bfj");
        m_town->way("highway=residential,name=Este", "dhl");
        m_roads = m_town->roads();
    }
    void init() { QTest::failOnWarning(); }

    void givesQtLocationWhatItNeeds()
    {
        // The request of Qt Location's osm plugin, and what its parser insists on.
        const auto answer = ask(u"/route/v1/driving/"_s + places("al")
                                + u"?overview=full&steps=true&geometries=polyline6&alternatives=true"_s);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json["code"_L1].toString(), u"Ok"_s);
        const auto route = answer.json["routes"_L1].toArray().at(0).toObject();
        QVERIFY(route["duration"_L1].isDouble());
        QVERIFY(route["distance"_L1].isDouble());
        const auto legs = route["legs"_L1].toArray();
        QCOMPARE(legs.size(), 1);
        const auto steps = legs[0].toObject()["steps"_L1].toArray();
        QVERIFY(steps.size() >= 3);
        QList<QGeoCoordinate> line;
        for (const auto &value : steps) {
            const auto step = value.toObject();
            QVERIFY(step["duration"_L1].isDouble());
            QVERIFY(step["distance"_L1].isDouble());
            QVERIFY(!step["intersections"_L1].toArray().isEmpty());
            QCOMPARE(step["maneuver"_L1]["location"_L1].toArray().size(), 2);
            QVERIFY(!step["maneuver"_L1]["type"_L1].toString().isEmpty());
            QVERIFY(step["name"_L1].isString());
            QCOMPARE(step["mode"_L1].toString(), u"driving"_s);
            const auto geometry = decodedPolyline(step["geometry"_L1].toString(), 6);
            QVERIFY(geometry);
            QVERIFY(geometry->size() >= 2);
            for (const auto &crossing : step["intersections"_L1].toArray()) {
                const auto bearings = crossing["bearings"_L1].toArray();
                QCOMPARE(crossing["entry"_L1].toArray().size(), bearings.size());
                for (const auto key : {"in"_L1, "out"_L1}) {
                    if (crossing.toObject().contains(key))
                        QVERIFY(crossing[key].toInt() >= 0 && crossing[key].toInt() < bearings.size());
                }
            }
            line += *geometry;
        }
        const auto whole = decodedPolyline(route["geometry"_L1].toString(), 6);
        QVERIFY(whole);
        QCOMPARE(m_town->letters(*whole), m_town->letters(line));
        QCOMPARE(answer.json["waypoints"_L1].toArray().size(), 2);
        QCOMPARE(answer.json["waypoints"_L1][0]["location"_L1].toArray().size(), 2);
    }

    void drawsTheLineAsAsked_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<int>("decimals"); // 0: GeoJSON, -1: none

        QTest::newRow("default") << u""_s << 5;
        QTest::newRow("polyline") << u"geometries=polyline"_s << 5;
        QTest::newRow("polyline6") << u"geometries=polyline6&overview=full"_s << 6;
        QTest::newRow("GeoJSON") << u"geometries=geojson"_s << 0;
        QTest::newRow("none") << u"overview=false"_s << -1;
    }

    void drawsTheLineAsAsked()
    {
        QFETCH(const QString, options);
        QFETCH(const int, decimals);
        const auto answer = ask(u"/route/v1/car/"_s + places("ah") + u".json?"_s + options);
        QCOMPARE(answer.status, 200);
        const auto geometry = answer.json["routes"_L1][0]["geometry"_L1];
        if (decimals < 0) {
            QVERIFY(geometry.isUndefined());
        } else if (decimals == 0) {
            QCOMPARE(geometry["type"_L1].toString(), u"LineString"_s);
            const auto first = geometry["coordinates"_L1][0].toArray();
            QVERIFY(std::abs(first[0].toDouble() - m_town->at('a').longitude()) < 1e-6);
        } else {
            const auto line = decodedPolyline(geometry.toString(), decimals);
            QVERIFY(line);
            QVERIFY(line->first().distanceTo(m_town->at('a')) < 1.2);
            QVERIFY(line->last().distanceTo(m_town->at('h')) < 1.2);
        }
    }

    void annotatesEachPiece()
    {
        const auto answer =
            ask(u"/route/v1/car/"_s + places("ad") + u"?annotations=true&geometries=geojson&overview=full"_s);
        const auto route = answer.json["routes"_L1][0];
        const auto pieces = route["geometry"_L1]["coordinates"_L1].toArray().size() - 1;
        const auto annotation = route["legs"_L1][0]["annotation"_L1];
        QCOMPARE(annotation["distance"_L1].toArray().size(), pieces);
        QCOMPARE(annotation["duration"_L1].toArray().size(), pieces);
        QCOMPARE(annotation["speed"_L1].toArray().size(), pieces);
        double meters = 0.0;
        for (const auto &value : annotation["distance"_L1].toArray())
            meters += value.toDouble();
        QVERIFY(std::abs(meters - route["distance"_L1].toDouble()) < 0.1);
    }

    void makesALegBetweenEachTwoPlaces()
    {
        const auto answer = ask(u"/route/v1/car/"_s + places("adil") + u"?overview=full"_s);
        const auto route = answer.json["routes"_L1][0];
        QCOMPARE(route["legs"_L1].toArray().size(), 3);
        double meters = 0.0;
        for (const auto &leg : route["legs"_L1].toArray())
            meters += leg["distance"_L1].toDouble();
        QVERIFY(std::abs(meters - route["distance"_L1].toDouble()) < 0.3);
        QCOMPARE(answer.json["waypoints"_L1].toArray().size(), 4);
    }

    void fillsTables()
    {
        const auto both = ask(u"/table/v1/car/"_s + places("adil") + u"?annotations=duration,distance"_s);
        QCOMPARE(both.status, 200);
        const auto durations = both.json["durations"_L1].toArray();
        QCOMPARE(durations.size(), 4);
        QCOMPARE(both.json["distances"_L1].toArray().size(), 4);
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(durations[i].toArray().size(), 4);
            QCOMPARE(durations[i][i].toDouble(), 0.0);
        }
        const auto route = ask(u"/route/v1/car/"_s + places("al")).json["routes"_L1][0];
        QVERIFY(std::abs(durations[0][3].toDouble() - route["duration"_L1].toDouble()) < 0.11);
        QVERIFY(std::abs(both.json["distances"_L1][0][3].toDouble() - route["distance"_L1].toDouble()) < 0.2);

        const auto part = ask(u"/table/v1/car/"_s + places("adil") + u"?sources=0;3&destinations=1&scale_factor=2"_s);
        QCOMPARE(part.json["sources"_L1].toArray().size(), 2);
        QCOMPARE(part.json["destinations"_L1].toArray().size(), 1);
        QCOMPARE(part.json["durations"_L1].toArray().size(), 2);
        QVERIFY(std::abs(part.json["durations"_L1][0][0].toDouble() - 2 * durations[0][1].toDouble()) < 0.11);
        QVERIFY(part.json["distances"_L1].isUndefined());
    }

    void findsTheNearestRoads()
    {
        const auto answer = ask(u"/nearest/v1/bicycle/"_s + places("f") + u"?number=3"_s);
        QCOMPARE(answer.status, 200);
        const auto waypoints = answer.json["waypoints"_L1].toArray();
        QCOMPARE(waypoints.size(), 3);
        QVERIFY(waypoints[0]["distance"_L1].toDouble() < 0.01);
    }

    void readsPlacesFromAPolyline()
    {
        const QList<QGeoCoordinate> two{m_town->at('a'), m_town->at('l')};
        for (const auto &[name, decimals] : {std::pair(u"polyline"_s, 5), std::pair(u"polyline6"_s, 6)}) {
            const auto reply = answerOsrm(*m_roads, u"/route/v1/car/%1(%2)"_s.arg(name, encodedPolyline(two, decimals)),
                                          {{u"overview"_s, u"false"_s}});
            QCOMPARE(reply.status, 200);
        }
    }

    void refusesWithOsrmsCodes_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("code");

        QTest::newRow("nothing") << u""_s << u"InvalidUrl"_s;
        QTest::newRow("no places") << u"/route/v1/car/"_s << u"InvalidUrl"_s;
        QTest::newRow("no such service") << u"/fly/v1/car/1,1;2,2"_s << u"InvalidService"_s;
        QTest::newRow("match is not there") << u"/match/v1/car/1,1;2,2"_s << u"InvalidService"_s;
        QTest::newRow("version") << u"/route/v9/car/1,1;2,2"_s << u"InvalidVersion"_s;
        QTest::newRow("profile") << u"/route/v1/horse/1,1;2,2"_s << u"InvalidValue"_s;
        QTest::newRow("words for places") << u"/route/v1/car/here;there"_s << u"InvalidUrl"_s;
        QTest::newRow("half a place") << u"/route/v1/car/1,1;2"_s << u"InvalidUrl"_s;
        QTest::newRow("not a number") << u"/route/v1/car/nan,1;2,2"_s << u"InvalidUrl"_s;
        QTest::newRow("infinite") << u"/route/v1/car/inf,1;2,2"_s << u"InvalidUrl"_s;
        QTest::newRow("off the globe") << u"/route/v1/car/1,91;2,2"_s << u"InvalidValue"_s;
        QTest::newRow("huge") << u"/route/v1/car/1e300,1;2,2"_s << u"InvalidValue"_s;
        QTest::newRow("broken polyline") << u"/route/v1/car/polyline(_p~iF~ps|U_)"_s << u"InvalidUrl"_s;
        QTest::newRow("one place") << u"/route/v1/car/0,0"_s << u"InvalidOptions"_s;
        QTest::newRow("too many places") << u"/route/v1/car/"_s + QStringList(501, u"0,0"_s).join(u';') << u"TooBig"_s;
        QTest::newRow("too large a table")
            << u"/table/v1/car/"_s + QStringList(501, u"0,0"_s).join(u';') << u"TooBig"_s;
        QTest::newRow("endless") << u"/route/v1/car/"_s + QString(200'000, u'1') << u"TooBig"_s;
        QTest::newRow("unknown option") << u"/route/v1/car/0,0;0.001,0?colour=red"_s << u"InvalidQuery"_s;
        QTest::newRow("bad steps") << u"/route/v1/car/0,0;0.001,0?steps=perhaps"_s << u"InvalidQuery"_s;
        QTest::newRow("bad geometry") << u"/route/v1/car/0,0;0.001,0?geometries=wkt"_s << u"InvalidQuery"_s;
        QTest::newRow("bad alternatives") << u"/route/v1/car/0,0;0.001,0?alternatives=-1"_s << u"InvalidQuery"_s;
        QTest::newRow("bad annotations") << u"/route/v1/car/0,0;0.001,0?annotations=mood"_s << u"InvalidQuery"_s;
        QTest::newRow("one radius for two") << u"/route/v1/car/0,0;0.001,0?radiuses=5"_s << u"InvalidOptions"_s;
        QTest::newRow("negative radius") << u"/route/v1/car/0,0;0.001,0?radiuses=-5;5"_s << u"InvalidQuery"_s;
        QTest::newRow("nothing near") << u"/route/v1/car/5,5;0.001,0?radiuses=100;100"_s << u"NoSegment"_s;
        QTest::newRow("bearings") << u"/route/v1/car/0,0;0.001,0?bearings=0,10;0,10"_s << u"NotImplemented"_s;
        QTest::newRow("source out of range") << u"/table/v1/car/0,0;0.001,0?sources=2"_s << u"InvalidOptions"_s;
        QTest::newRow("source is no number") << u"/table/v1/car/0,0;0.001,0?sources=x"_s << u"InvalidQuery"_s;
        QTest::newRow("bad scale") << u"/table/v1/car/0,0;0.001,0?scale_factor=0"_s << u"InvalidQuery"_s;
        QTest::newRow("nearest of two") << u"/nearest/v1/car/0,0;0.001,0"_s << u"InvalidOptions"_s;
        QTest::newRow("nearest zero") << u"/nearest/v1/car/0,0?number=0"_s << u"InvalidQuery"_s;
        QTest::newRow("nearest too many") << u"/nearest/v1/car/0,0?number=1000"_s << u"TooBig"_s;
    }

    void refusesWithOsrmsCodes()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, code);
        const auto answer = ask(url);
        QCOMPARE(answer.json["code"_L1].toString(), code);
        QCOMPARE(answer.status, 400);
        QVERIFY(!answer.json["message"_L1].toString().isEmpty());
    }

    void leavesTheKeyToOthers() { QCOMPARE(ask(u"/route/v1/car/"_s + places("al") + u"?key=secret"_s).status, 200); }
};

QTEST_APPLESS_MAIN(OsrmDialectTest)
#include "tst_osrmdialect.moc"
