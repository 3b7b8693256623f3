// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/backend/region/roadworld.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace Doorstep;
using namespace Qt::StringLiterals;
using Test::RoadWorld;

namespace {

RouteRequest between(const QGeoCoordinate &from, const QGeoCoordinate &to, bool steps = false)
{
    RouteRequest request;
    request.waypoints = {from, to};
    request.steps = steps;
    return request;
}

} // namespace

class RoadRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void drivesAtTheSpeedOfTheRoad_data()
    {
        QTest::addColumn<QByteArray>("tags");
        QTest::addColumn<double>("kmh");

        QTest::newRow("motorway") << QByteArray("highway=motorway,oneway=no") << 90.0;
        QTest::newRow("trunk") << QByteArray("highway=trunk") << 85.0;
        QTest::newRow("primary") << QByteArray("highway=primary") << 65.0;
        QTest::newRow("secondary") << QByteArray("highway=secondary") << 55.0;
        QTest::newRow("tertiary") << QByteArray("highway=tertiary") << 40.0;
        QTest::newRow("residential") << QByteArray("highway=residential") << 25.0;
        QTest::newRow("living street") << QByteArray("highway=living_street") << 10.0;
        QTest::newRow("service") << QByteArray("highway=service") << 15.0;
        QTest::newRow("maxspeed counts for 80 %") << QByteArray("highway=primary,maxspeed=45") << 36.0;
        QTest::newRow("maxspeed in miles") << QByteArray("highway=primary,maxspeed=30%20%mph") << 30 * 1.609 * 0.8;
        QTest::newRow("maxspeed by law") << QByteArray("highway=primary,maxspeed=UY:urban") << 40.0;
        QTest::newRow("absurd maxspeed") << QByteArray("highway=residential,maxspeed=fast") << 25.0;
        QTest::newRow("paving stones cap") << QByteArray("highway=trunk,surface=paving_stones") << 60.0;
        QTest::newRow("gravel caps maxspeed") << QByteArray("highway=primary,maxspeed=80,surface=gravel") << 40.0;
        QTest::newRow("bad smoothness caps") << QByteArray("highway=primary,smoothness=very_bad") << 20.0;
        QTest::newRow("an unknown road that cars may use") << QByteArray("highway=track,motor_vehicle=yes") << 10.0;
    }

    void drivesAtTheSpeedOfTheRoad()
    {
        QFETCH(const QByteArray, tags);
        QFETCH(const double, kmh);
        RoadWorld town({u"a b c d e f g h i"_s});
        town.way(tags, "abcdefghi");
        const auto answer = town.roads()->route(between(town.at('a'), town.at('i')));
        QVERIFY(answer);
        const auto &route = answer->routes.first();
        QVERIFY2(std::abs(route.distanceMeters - 800.0) < 2.0, qPrintable(QString::number(route.distanceMeters)));
        QVERIFY2(std::abs(route.durationSeconds - route.distanceMeters / kmh * 3.6) < 0.5,
                 qPrintable(QString::number(route.durationSeconds)));
    }

    void saysHowItsTimeSplitsOverTheClasses()
    {
        RoadWorld town({u"a b c d e f g h i"_s});
        town.way("highway=primary", "abcd");
        town.way("highway=tertiary_link", "def");
        town.way("highway=residential", "fghi");
        const auto roads = town.roads();
        const auto legBetween = [&](const QGeoCoordinate &from, const QGeoCoordinate &to, float factor = 1.0F) {
            auto request = between(from, to);
            request.conditions.durationFactors[std::size_t(RoadClass::Primary)] = factor;
            return roads->route(request)->routes.first().legs.first();
        };
        const auto of = [](const RoadLeg &leg, RoadClass roadClass) {
            return leg.classDurationsSeconds[static_cast<std::size_t>(roadClass)];
        };
        const auto isWhole = [](const RoadLeg &leg) {
            const auto &all = leg.classDurationsSeconds;
            return std::abs(std::accumulate(all.begin(), all.end(), 0.0) - leg.durationSeconds) < 1e-6;
        };
        const auto leg = legBetween(town.at('a'), town.at('i'));
        QVERIFY(isWhole(leg));
        QVERIFY(std::abs(of(leg, RoadClass::Primary) - 300.0 / 65.0 * 3.6) < 0.3);
        QVERIFY(std::abs(of(leg, RoadClass::Residential) - 300.0 / 25.0 * 3.6) < 0.3);
        QVERIFY(of(leg, RoadClass::TertiaryLink) > 0.0);

        const auto slow = legBetween(town.at('a'), town.at('i'), 2.0F);
        QVERIFY(isWhole(slow));
        QVERIFY(std::abs(of(slow, RoadClass::Primary) - 2.0 * of(leg, RoadClass::Primary)) < 0.2);
        QCOMPARE(of(slow, RoadClass::Residential), of(leg, RoadClass::Residential));

        const auto part = legBetween(town.between('f', 'g'), town.between('g', 'h'));
        QVERIFY(isWhole(part));
        QCOMPARE(of(part, RoadClass::Residential), part.durationSeconds);
        const auto nothing = legBetween(town.at('g'), town.at('g'));
        QVERIFY(isWhole(nothing));
        QCOMPARE(nothing.durationSeconds, 0.0);
    }

    void goesOnlyWhereItMay_data()
    {
        QTest::addColumn<QByteArray>("shortcut"); // tags of the direct way from b to c, instead of around by e and f
        QTest::addColumn<QByteArray>("there");
        QTest::addColumn<QByteArray>("back");

        const QByteArray direct = "abcd";
        const QByteArray directBack = "dcba";
        const QByteArray around = "abefcd";
        const QByteArray aroundBack = "dcfeba";
        QTest::newRow("open") << QByteArray("highway=residential") << direct << directBack;
        QTest::newRow("one-way") << QByteArray("highway=residential,oneway=yes") << direct << aroundBack;
        QTest::newRow("one-way against") << QByteArray("highway=residential,oneway=-1") << around << directBack;
        QTest::newRow("one-way, but not for cars")
            << QByteArray("highway=residential,oneway=yes,oneway:motor_vehicle=no") << direct << directBack;
        QTest::newRow("motorways are one-way") << QByteArray("highway=motorway") << direct << aroundBack;
        QTest::newRow("changing direction")
            << QByteArray("highway=residential,oneway=reversible") << around << aroundBack;
        QTest::newRow("forbidden") << QByteArray("highway=residential,access=no") << around << aroundBack;
        QTest::newRow("forbidden, but not for cars")
            << QByteArray("highway=residential,access=no,motorcar=yes") << direct << directBack;
        QTest::newRow("forbidden in one direction")
            << QByteArray("highway=residential,motor_vehicle:backward=no") << direct << aroundBack;
        QTest::newRow("for residents: not to pass through")
            << QByteArray("highway=residential,access=destination") << around << aroundBack;
        QTest::newRow("private: not to pass through")
            << QByteArray("highway=residential,access=private") << around << aroundBack;
        QTest::newRow("footway") << QByteArray("highway=footway") << around << aroundBack;
        QTest::newRow("steps") << QByteArray("highway=steps") << around << aroundBack;
        QTest::newRow("being built") << QByteArray("highway=construction,construction=primary") << around << aroundBack;
        QTest::newRow("too low") << QByteArray("highway=residential,maxheight=1.8") << around << aroundBack;
        QTest::newRow("too narrow") << QByteArray("highway=residential,maxwidth=1.5%20%m") << around << aroundBack;
        QTest::newRow("for light vehicles") << QByteArray("highway=residential,maxweight=1.5") << around << aroundBack;
        QTest::newRow("an area") << QByteArray("highway=service,area=yes") << around << aroundBack;
    }

    void goesOnlyWhereItMay()
    {
        QFETCH(const QByteArray, shortcut);
        QFETCH(const QByteArray, there);
        QFETCH(const QByteArray, back);
        RoadWorld town({u"a b c d"_s, u". e f ."_s});
        town.way("highway=residential", "ab");
        town.way(shortcut, "bc");
        town.way("highway=residential", "cd");
        town.way("highway=residential", "befc");
        const auto roads = town.roads();
        QCOMPARE(town.route(*roads, 'a', 'd'), there);
        QCOMPARE(town.route(*roads, 'd', 'a'), back);
    }

    void doesNotPassBarriers_data()
    {
        QTest::addColumn<QByteArray>("tags");
        QTest::addColumn<bool>("car");
        QTest::addColumn<bool>("bicycle");

        QTest::newRow("bollard") << QByteArray("barrier=bollard") << false << true;
        QTest::newRow("rising bollard") << QByteArray("barrier=bollard,bollard=rising") << true << true;
        QTest::newRow("cattle grid") << QByteArray("barrier=cattle_grid") << true << true;
        QTest::newRow("a bollard with leave") << QByteArray("barrier=bollard,motor_vehicle=yes") << true << true;
        QTest::newRow("no access") << QByteArray("access=no") << false << false;
        QTest::newRow("a wall") << QByteArray("barrier=wall") << false << false;
        QTest::newRow("a low arch") << QByteArray("barrier=height_restrictor,maxheight=1.9") << false << true;
        QTest::newRow("a high arch") << QByteArray("barrier=height_restrictor,maxheight=2.5") << true << true;
    }

    void doesNotPassBarriers()
    {
        QFETCH(const QByteArray, tags);
        QFETCH(const bool, car);
        QFETCH(const bool, bicycle);
        RoadWorld town({u"a b c"_s, u"d e f"_s});
        town.way("highway=residential", "abc");
        town.way("highway=residential", "adefc");
        town.tagNode('b', tags);
        const auto roads = town.roads();
        QCOMPARE(town.route(*roads, 'a', 'c'), car ? QByteArray("abc") : QByteArray("adefc"));
        QCOMPARE(town.route(*roads, 'a', 'c', RoadProfile::Bicycle), bicycle ? QByteArray("abc") : QByteArray("adefc"));
    }

    void losesTimeAtSignalsAndGates_data()
    {
        QTest::addColumn<QByteArray>("tags");
        QTest::addColumn<double>("there");
        QTest::addColumn<double>("back");

        QTest::newRow("signals") << QByteArray("highway=traffic_signals") << 2.0 << 2.0;
        QTest::newRow("signals for one direction")
            << QByteArray("highway=traffic_signals,traffic_signals:direction=forward") << 2.0 << 0.0;
        QTest::newRow("stop") << QByteArray("highway=stop") << 2.0 << 2.0;
        QTest::newRow("give way") << QByteArray("highway=give_way,direction=backward") << 0.0 << 1.0;
        QTest::newRow("gate") << QByteArray("barrier=gate") << 60.0 << 60.0;
        QTest::newRow("lift gate") << QByteArray("barrier=lift_gate") << 60.0 << 60.0;
        QTest::newRow("crossing") << QByteArray("highway=crossing") << 0.0 << 0.0;
    }

    void losesTimeAtSignalsAndGates()
    {
        QFETCH(const QByteArray, tags);
        QFETCH(const double, there);
        QFETCH(const double, back);
        RoadWorld plain({u"a b c"_s});
        plain.way("highway=residential", "abc");
        RoadWorld town({u"a b c"_s});
        town.way("highway=residential", "abc");
        town.tagNode('b', tags);
        const auto roads = town.roads();
        const auto free = plain.roads()->route(between(plain.at('a'), plain.at('c')))->routes.first().durationSeconds;
        const auto seconds = [&](char a, char b) {
            return roads->route(between(town.at(a), town.at(b)))->routes.first().durationSeconds;
        };
        QVERIFY(std::abs(seconds('a', 'c') - free - there) < 0.15);
        QVERIFY(std::abs(seconds('c', 'a') - free - back) < 0.15);
    }

    void turnsCostWhatOsrmSays_data()
    {
        QTest::addColumn<char>("to");
        QTest::addColumn<double>("degrees"); // right positive

        QTest::newRow("straight on") << 'c' << 0.0;
        QTest::newRow("right") << 'e' << 90.0;
        QTest::newRow("left") << 'f' << -90.0;
    }

    void turnsCostWhatOsrmSays()
    {
        QFETCH(const char, to);
        QFETCH(const double, degrees);
        RoadWorld town({u". f ."_s, u"a b c"_s, u". e ."_s});
        town.way("highway=residential", "abc");
        town.way("highway=residential", "fbe");
        const auto answer = town.roads()->route(between(town.at('a'), town.at(to)));
        QVERIFY(answer);
        constexpr double bias = 1.075;
        const double exponent =
            degrees >= 0 ? 13 / bias * degrees / 180 - 6.5 * bias : 13 * bias * -degrees / 180 - 6.5 / bias;
        const double expected = 200.0 / 25.0 * 3.6 + 7.5 / (1.0 + std::exp(-exponent));
        QVERIFY2(std::abs(answer->routes.first().durationSeconds - expected) < 0.2,
                 qPrintable(u"%1, not %2"_s.arg(answer->routes.first().durationSeconds).arg(expected)));
    }

    void turnsAroundOnlyInDeadEnds()
    {
        RoadWorld town({u"a b c d"_s});
        town.way("highway=residential", "abcd");
        const auto roads = town.roads();
        auto request = between(town.between('a', 'b'), town.between('a', 'b', 0.2));
        request.waypoints.insert(1, town.between('b', 'c'));
        request.continueStraight = true;
        const auto answer = roads->route(request);
        QVERIFY(answer);
        QCOMPARE(town.letters(answer->routes.first().line), QByteArray("bcdcb"));
        const double driving = answer->routes.first().distanceMeters / 25.0 * 3.6;
        QVERIFY(std::abs(answer->routes.first().durationSeconds - driving - 27.5) < 0.3); // 20 s and the turn

        request.continueStraight = false;
        const auto free = roads->route(request);
        QVERIFY(free);
        QCOMPARE(town.letters(free->routes.first().line), QByteArray("b"));
    }

    void obeysTurnRestrictions_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QByteArray>("car");
        QTest::addColumn<QByteArray>("bicycle");

        const QByteArray direct = "abe";
        const QByteArray around = "abcfe";
        QTest::newRow("no right turn") << QByteArray("no_right_turn") << QByteArray() << around << around;
        QTest::newRow("except for bicycles")
            << QByteArray("no_right_turn") << QByteArray("except=bicycle") << around << direct;
        QTest::newRow("except for cars") << QByteArray("no_right_turn") << QByteArray("except=motorcar") << direct
                                         << around;
        QTest::newRow("nonsense") << QByteArray("maybe") << QByteArray() << direct << direct;
    }

    void obeysTurnRestrictions()
    {
        QFETCH(const QByteArray, kind);
        QFETCH(const QByteArray, more);
        QFETCH(const QByteArray, car);
        QFETCH(const QByteArray, bicycle);
        RoadWorld town({u"a b c"_s, u"d e f"_s});
        const auto in = town.way("highway=residential", "ab");
        town.way("highway=residential", "bcf");
        const auto out = town.way("highway=residential", "be");
        town.way("highway=residential", "fe");
        town.restrict(kind, in, 'b', out, more);
        const auto roads = town.roads();
        QCOMPARE(town.route(*roads, 'a', 'e'), car);
        QCOMPARE(town.route(*roads, 'a', 'e', RoadProfile::Bicycle), bicycle);
    }

    void obeysOnlyRestrictions()
    {
        RoadWorld town({u"a b c"_s, u"d e f"_s});
        const auto in = town.way("highway=residential", "ab");
        const auto on = town.way("highway=residential", "bcf");
        town.way("highway=residential", "be");
        town.way("highway=residential", "fe");
        town.restrict("only_straight_on", in, 'b', on);
        QCOMPARE(town.route(*town.roads(), 'a', 'e'), QByteArray("abcfe"));
    }

    void goesAroundRoundaboutsOneWay()
    {
        RoadWorld town({u". a ."_s, u"d . b"_s, u". c ."_s, u". e ."_s, u"f . ."_s});
        town.way("highway=primary,junction=roundabout,name=Rotonda",
                 "adcba"); // anticlockwise, as where one drives on the right
        town.way("highway=primary,name=Sur", "ce");
        town.way("highway=primary,name=Norte", "ba");
        const auto roads = town.roads();
        auto answer = roads->route(between(town.at('e'), town.at('d'), true));
        QVERIFY(answer);
        QCOMPARE(town.letters(answer->routes.first().line), QByteArray("ecbad"));
        const auto &steps = answer->routes.first().legs.first().steps;
        QCOMPARE(steps[1].kind, ManeuverKind::Roundabout);
    }

    void offersOnlyTheLargeNetwork()
    {
        RoadWorld town({u"a b c"_s, u"d e f"_s, u". . ."_s, u"x y ."_s});
        town.way("highway=residential", "abcfeda");
        town.way("highway=residential", "be");
        town.way("highway=residential", "xy"); // an island of its own
        const auto roads = town.roads();
        const auto nearest = roads->nearest(RoadProfile::Car, town.at('x'), 1);
        QVERIFY(nearest);
        QVERIFY(nearest->first().distanceMeters > 150.0);
    }

    void bicyclesUseWhatCarsMayNot()
    {
        RoadWorld town({u"a b c g"_s, u"d e f ."_s});
        town.way("highway=residential", "adefcg");
        town.way("highway=cycleway", "abc");
        const auto roads = town.roads();
        QCOMPARE(town.route(*roads, 'a', 'c'), QByteArray("adefc"));
        QCOMPARE(town.route(*roads, 'a', 'c', RoadProfile::Bicycle), QByteArray("abc"));
    }
};

QTEST_APPLESS_MAIN(RoadRulesTest)
#include "tst_roadrules.moc"
