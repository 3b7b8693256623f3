// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/osrmdialect.h"
#include "backend/region/roads/osrmroads.h"
#include "tests/backend/region/roadworld.h"
#include "tests/support/cannedserver.h"
#include "tests/support/ownport.h"

#include <QTest>
#include <QUrlQuery>

#include <cmath>

using namespace Doorstep;
using namespace Qt::StringLiterals;
using Test::CannedServer;
using Test::RoadWorld;

namespace {

QByteArray routeJson(const QByteArray &step,
                     const QByteArray &waypoints = R"([{"location":[0,0]},{"location":[0.001,0]}])")
{
    return R"({"code":"Ok","waypoints":)" + waypoints
        + R"(,"routes":[{"distance":10,"duration":2,"legs":[{"distance":10,"duration":2,"steps":[)" + step + "]}]}]}";
}

const QByteArray goodStep =
    R"({"distance":10,"duration":2,"geometry":"??o}@?","maneuver":{"type":"depart","location":[0,0]},)"
    R"("intersections":[{"location":[0,0],"bearings":[0],"entry":[true],"out":0}]})";

RouteRequest shortRoute()
{
    RouteRequest request;
    request.waypoints = {{0, 0}, {0, 0.001}};
    request.steps = true;
    return request;
}

} // namespace

class OsrmRoadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void understandsOurOwnDialect()
    {
        // Our dialect behind HTTP must give back what the graph itself says: reader and writer agree.
        RoadWorld town({u"a b c d"_s, u"e f g h"_s, u"i j k l"_s});
        town.way("highway=primary,name=Uno,ref=1", "abcd");
        town.way("highway=residential,name=Dos,oneway=yes", "hgfe");
        town.way("highway=secondary,name=Tres", "ijkl");
        town.way("highway=residential,name=Oeste", "aei");
        town.way("highway=residential,name=Este", "dhl");
        const auto graph = town.roads();
        const CannedServer server([&graph](const QUrl &url) {
            QHash<QString, QString> query;
            for (const auto &[key, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded))
                query.insert(key, value);
            const auto reply = answerOsrm(*graph, url.path(QUrl::FullyDecoded).sliced(5), query);
            return CannedServer::Reply{.status = reply.status, .body = reply.json};
        });
        const OsrmRoads remote({.car = server.url(u"/osrm/"_s), .bicycle = server.url(u"/osrm"_s)});

        RouteRequest request;
        request.waypoints = {town.at('a'), town.at('l'), town.at('e')};
        request.steps = true;
        const auto here = graph->route(request);
        const auto there = remote.route(request);
        QVERIFY2(there, qPrintable(there ? QString() : there.error().detail));
        const auto &ours = here->routes.first();
        const auto &theirs = there->routes.first();
        QVERIFY(std::abs(ours.distanceMeters - theirs.distanceMeters) < 0.1);
        QVERIFY(std::abs(ours.durationSeconds - theirs.durationSeconds) < 0.1);
        QCOMPARE(town.letters(theirs.line), town.letters(ours.line));
        QCOMPARE(theirs.legs.size(), 2);
        for (qsizetype leg = 0; leg < 2; ++leg) {
            QCOMPARE(theirs.legs[leg].summary, ours.legs[leg].summary);
            QCOMPARE(theirs.legs[leg].steps.size(), ours.legs[leg].steps.size());
            for (qsizetype i = 0; i < ours.legs[leg].steps.size(); ++i) {
                const auto &a = ours.legs[leg].steps[i];
                const auto &b = theirs.legs[leg].steps[i];
                QCOMPARE(b.kind, a.kind);
                QCOMPARE(b.direction, a.direction);
                QCOMPARE(b.name, a.name);
                QCOMPARE(b.bearingAfter, a.bearingAfter);
                QCOMPARE(b.intersections.size(), a.intersections.size());
            }
        }

        TableRequest table; // more than one block
        for (int i = 0; i < 70; ++i)
            table.sources.append(town.between('a', 'd', i / 70.0));
        table.destinations = table.sources.first(60);
        const auto ourTable = graph->table(table);
        const auto theirTable = remote.table(table);
        QVERIFY2(theirTable, qPrintable(theirTable ? QString() : theirTable.error().detail));
        QCOMPARE(theirTable->sources.size(), 70);
        for (qsizetype i = 0; i < 70; ++i) {
            for (qsizetype j = 0; j < 60; ++j)
                QVERIFY(std::abs(theirTable->durationSeconds(i, j) - ourTable->durationSeconds(i, j)) < 0.11F);
        }
        QCOMPARE(remote.nearest(RoadProfile::Bicycle, town.at('f'), 2)->size(), 2);
    }

    void readsWhatOsrmSays()
    {
        const CannedServer server([](const QUrl &) { return CannedServer::Reply{.body = routeJson(goodStep)}; });
        const auto answer = OsrmRoads({.car = server.url(), .bicycle = {}}).route(shortRoute());
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
        QCOMPARE(answer->routes.first().durationSeconds, 2.0);
    }

    void refusesWhatIsNotOsrm_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");

        using Kind = Error::Kind;
        const auto changed = [](const char *from, const char *to) {
            auto step = goodStep;
            return routeJson(step.replace(from, to));
        };
        QTest::newRow("no route") << 400 << QByteArray(R"({"code":"NoRoute","message":"x"})") << Kind::NotFound;
        QTest::newRow("no segment") << 400 << QByteArray(R"({"code":"NoSegment"})") << Kind::NotFound;
        QTest::newRow("too big") << 400 << QByteArray(R"({"code":"TooBig"})") << Kind::Refused;
        QTest::newRow("no code") << 200 << QByteArray("{}") << Kind::Malformed;
        QTest::newRow("HTML") << 200 << QByteArray("<html>") << Kind::Malformed;
        QTest::newRow("nothing") << 200 << QByteArray() << Kind::Malformed;
        QTest::newRow("an array") << 200 << QByteArray("[]") << Kind::Malformed;
        QTest::newRow("server error") << 502 << QByteArray("<html>") << Kind::Offline;
        QTest::newRow("hangs up") << 0 << QByteArray() << Kind::Offline;
        QTest::newRow("no routes") << 200 << QByteArray(R"({"code":"Ok","routes":[],"waypoints":[]})")
                                   << Kind::Malformed;
        QTest::newRow("one waypoint") << 200 << routeJson(goodStep, R"([{"location":[0,0]}])") << Kind::Malformed;
        QTest::newRow("waypoint off the globe")
            << 200 << routeJson(goodStep, R"([{"location":[0,95]},{"location":[0,0]}])") << Kind::Malformed;
        QTest::newRow("no steps") << 200 << routeJson("") << Kind::Malformed;
        QTest::newRow("duration is a word")
            << 200 << changed(R"("duration":2)", R"("duration":"2")") << Kind::Malformed;
        QTest::newRow("negative length") << 200 << changed(R"("distance":10)", R"("distance":-10)") << Kind::Malformed;
        QTest::newRow("broken line") << 200 << changed("??o}@?", "??o}@") << Kind::Malformed;
        QTest::newRow("bearing out of range") << 200 << changed(R"("out":0)", R"("out":7)") << Kind::Malformed;
        QTest::newRow("entries missing") << 200 << changed("[true]", "[]") << Kind::Malformed;
    }

    void refusesWhatIsNotOsrm()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const Error::Kind, kind);
        const CannedServer server([&](const QUrl &) { return CannedServer::Reply{.status = status, .body = body}; });
        const auto answer =
            OsrmRoads({.car = server.url(), .bicycle = {}, .timeout = std::chrono::seconds(5)}).route(shortRoute());
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, kind);
    }

    void refusesBrokenTables_data()
    {
        QTest::addColumn<QByteArray>("durations");
        QTest::addColumn<bool>("good");

        QTest::newRow("good") << QByteArray("[[0,5]]") << true;
        QTest::newRow("unreachable") << QByteArray("[[0,null]]") << true;
        QTest::newRow("rounded below 0") << QByteArray("[[0,-1]]") << true;
        QTest::newRow("too short") << QByteArray("[[0]]") << false;
        QTest::newRow("too many rows") << QByteArray("[[0,1],[0,1]]") << false;
        QTest::newRow("words") << QByteArray(R"([[0,"far"]])") << false;
        QTest::newRow("missing") << QByteArray("null") << false;
    }

    void refusesBrokenTables()
    {
        QFETCH(const QByteArray, durations);
        QFETCH(const bool, good);
        const CannedServer server([&](const QUrl &) {
            return CannedServer::Reply{.body = R"({"code":"Ok","distances":[[0,1]],"durations":)" + durations
                                           + R"(,"sources":[{"location":[0,0]}],"destinations":[{"location":[0,0]},)"
                                             R"({"location":[0,0]}]})"};
        });
        TableRequest request;
        request.sources = {{0, 0}};
        request.destinations = {{0, 0}, {0, 0.001}};
        const auto table = OsrmRoads({.car = server.url(), .bicycle = {}}).table(request);
        QCOMPARE(table.has_value(), good);
        if (good)
            QVERIFY(std::isnan(table->durationSeconds(0, 1)) || table->durationSeconds(0, 1) >= 0.0F);
        else
            QCOMPARE(table.error().kind, Error::Kind::Malformed);
    }

    void isOfflineWhereNobodyListens()
    {
        const Test::OwnPort nobody;
        const OsrmRoads roads({.car = nobody.url(), .bicycle = {}, .timeout = std::chrono::seconds(2)});
        QCOMPARE(roads.route(shortRoute()).error().kind, Error::Kind::Offline);
        QCOMPARE(roads.nearest(RoadProfile::Bicycle, {0, 0}, 1).error().kind, Error::Kind::Refused);
        auto closedRoad = shortRoute();
        closedRoad.conditions.closed = {1};
        QCOMPARE(roads.route(closedRoad).error().kind, Error::Kind::Refused);
    }
};

QTEST_GUILESS_MAIN(OsrmRoadsTest)
#include "tst_osrmroads.moc"
