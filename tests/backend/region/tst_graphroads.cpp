// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/backend/region/roadworld.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <thread>

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

/// A square grid of streets with a few one-ways, large enough for ways to differ.
RoadWorld grid()
{
    RoadWorld town({u"a b c d e"_s, u"f g h i j"_s, u"k l m n o"_s, u"p q r s t"_s, u"u v w x y"_s});
    town.way("highway=residential,name=Uno", "abcde");
    town.way("highway=tertiary,name=Dos,oneway=yes", "fghij");
    town.way("highway=residential,name=Tres,oneway=yes", "onmlk");
    town.way("highway=residential,name=Cuatro", "pqrst");
    town.way("highway=secondary,name=Cinco", "uvwxy");
    town.way("highway=residential,name=Este", "ejoty");
    town.way("highway=residential,name=Centro,oneway=yes", "chmrw");
    town.way("highway=residential,name=Oeste", "afkpu");
    town.way("highway=service,name=Pasaje", "lq");
    return town;
}

} // namespace

class GraphRoadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void hierarchyAndPlainSearchAgree()
    {
        auto town = grid();
        const auto roads = town.roads();
        std::mt19937 random(5);
        std::uniform_real_distribution<double> place(-0.0005, 0.0041);
        RoadConditions touched; // a factor of almost 1 makes the plain search answer
        touched.durationFactors[static_cast<std::size_t>(RoadClass::Ferry)] = 1.001F;
        for (const auto profile : {RoadProfile::Car, RoadProfile::Bicycle}) {
            TableRequest table;
            table.profile = profile;
            for (int i = 0; i < 60; ++i)
                table.sources.emplaceBack(-place(random), place(random));
            table.destinations = table.sources;
            const auto fast = roads->table(table);
            table.conditions = touched;
            const auto plain = roads->table(table);
            QVERIFY(fast && plain);
            QCOMPARE(fast->durationsSeconds, plain->durationsSeconds);
            QCOMPARE(fast->distancesMeters.size(), plain->distancesMeters.size());

            for (int i = 0; i < 60; ++i) {
                auto request = between(table.sources[i], table.sources[(i * 7 + 3) % 60]);
                request.profile = profile;
                const auto one = roads->route(request);
                request.conditions = touched;
                const auto other = roads->route(request);
                QVERIFY(one && other);
                QCOMPARE(one->routes.first().weight, other->routes.first().weight);
                // What the route adds up and what the table says is the same.
                QVERIFY(
                    std::abs(one->routes.first().durationSeconds - double(fast->durationSeconds(i, (i * 7 + 3) % 60)))
                    < 0.05);
            }
        }
    }

    void obeysClosuresAndFactors()
    {
        auto town = grid();
        const auto roads = town.roads();
        auto request = between(town.at('u'), town.at('y'));
        const auto usual = roads->route(request)->routes.first();
        QCOMPARE(town.letters(usual.line), QByteArray("uvwxy"));

        const auto closed = roads->nearest(RoadProfile::Car, town.between('w', 'x'), 1);
        request.conditions.closed = {closed->first().roads.begin(), closed->first().roads.end()};
        const auto around = roads->route(request)->routes.first();
        QVERIFY(!town.letters(around.line).contains("wx"));
        QVERIFY(around.durationSeconds > usual.durationSeconds);

        request.conditions = {};
        request.conditions.durationFactors = RoadConditions::everywhere(2.0F);
        const auto slow = roads->route(request)->routes.first();
        QVERIFY(slow.durationSeconds > 1.9 * usual.durationSeconds);
        QCOMPARE(slow.distanceMeters, usual.distanceMeters);

        request.conditions = {};
        auto slowRoads = closed->first().roads;
        std::ranges::sort(slowRoads);
        for (const auto road : std::as_const(slowRoads))
            request.conditions.slow.push_back({.road = road, .factor = 50.0F});
        const auto aside = roads->route(request)->routes.first();
        QVERIFY(!town.letters(aside.line).contains("wx"));
        TableRequest table{.sources = request.waypoints, .destinations = request.waypoints};
        table.conditions = request.conditions;
        QVERIFY(std::abs(double(roads->table(table)->durationSeconds(0, 1)) - aside.durationSeconds) < 0.05);
    }

    void knowsOtherWays()
    {
        // Two avenues of nearly the same length, and a street far around.
        RoadWorld town({u"a b c d e"_s, u"f . . . g"_s, u"h i j k l"_s, u"m . . . n"_s, u"o p q r s"_s, u"t . . . u"_s,
                        u"v w x y z"_s});
        town.way("highway=residential,name=West", "afhmotv");
        town.way("highway=residential,name=East", "eglnsuz");
        town.way("highway=secondary,name=Norte", "abcde");
        town.way("highway=secondary,name=Sur", "hijkl");
        town.way("highway=residential,name=Lejos", "vwxyz");
        const auto roads = town.roads();
        auto request = between(town.at('f'), town.at('g'));
        request.alternatives = 2;
        const auto answer = roads->route(request);
        QVERIFY(answer);
        QCOMPARE(answer->routes.size(), 2); // over Norte and over Sur; nobody wants to go over Lejos
        const auto first = town.letters(answer->routes[0].line);
        const auto second = town.letters(answer->routes[1].line);
        QVERIFY(first.contains("bcd") != second.contains("bcd"));
        QVERIFY(first.contains("ijk") != second.contains("ijk"));
        QVERIFY(answer->routes[0].weight <= answer->routes[1].weight);

        request.alternatives = 0;
        QCOMPARE(roads->route(request)->routes.size(), 1);
        // On one's own street there is nothing to choose.
        auto near = between(town.between('b', 'c', 0.2), town.between('b', 'c', 0.8));
        near.alternatives = 3;
        QCOMPARE(roads->route(near)->routes.size(), 1);
    }

    void stepsAddUpToTheirLeg()
    {
        auto town = grid();
        const auto roads = town.roads();
        for (const auto &[from, to] :
             {std::pair('a', 'y'), std::pair('u', 'e'), std::pair('k', 'j'), std::pair('l', 't')}) {
            const auto answer = roads->route(between(town.at(from), town.at(to), true));
            QVERIFY(answer);
            const auto &leg = answer->routes.first().legs.first();
            QCOMPARE(leg.steps.first().kind, ManeuverKind::Depart);
            QCOMPARE(leg.steps.last().kind, ManeuverKind::Arrive);
            double meters = 0.0;
            double seconds = 0.0;
            QList<QGeoCoordinate> line;
            for (const auto &step : leg.steps) {
                QVERIFY(step.line.size() >= 2);
                QCOMPARE(step.line.first(), line.isEmpty() ? leg.line.first() : line.last());
                QVERIFY(!step.intersections.isEmpty());
                QCOMPARE(step.intersections.first().where, step.line.first());
                meters += step.distanceMeters;
                seconds += step.durationSeconds;
                if (step.kind != ManeuverKind::Arrive)
                    line += step.line;
            }
            const auto twice = std::ranges::unique(line); // steps share their ends
            line.erase(twice.begin(), twice.end());
            QVERIFY(std::abs(meters - leg.distanceMeters) < 0.01);
            QVERIFY(std::abs(seconds - leg.durationSeconds) < 0.01);
            QCOMPARE(line, leg.line);
            QCOMPARE(leg.segmentDistancesMeters.size(), leg.line.size() - 1);
        }
    }

    void tellsWhichWayToTurn()
    {
        auto town = grid();
        const auto answer = town.roads()->route(between(town.between('a', 'b'), town.between('t', 'y'), true));
        QVERIFY(answer);
        const auto &steps = answer->routes.first().legs.first().steps;
        QStringList told;
        for (const auto &step : steps)
            told.append(step.name);
        QCOMPARE(told.first(), u"Uno"_s);
        QCOMPARE(told.last(), u"Este"_s);
        for (qsizetype i = 1; i + 1 < steps.size(); ++i)
            QVERIFY(steps[i].direction == TurnDirection::Right || steps[i].direction == TurnDirection::Left);
    }

    void staysOnTheRoadWhenItCan()
    {
        RoadWorld town({u"a b c"_s});
        town.way("highway=residential", "abc");
        const auto roads = town.roads();
        const auto there = roads->route(between(town.between('a', 'b', 0.2), town.between('a', 'b', 0.7)));
        QVERIFY(std::abs(there->routes.first().distanceMeters - 50.0) < 0.5);
        const auto same = roads->route(between(town.between('a', 'b'), town.between('a', 'b'), true));
        QVERIFY(same->routes.first().distanceMeters < 0.01);
        QVERIFY(same->routes.first().line.size() >= 2);
        QCOMPARE(same->routes.first().legs.first().steps.size(), 2);
    }

    void goesAroundTheBlockToGetBack()
    {
        RoadWorld town({u"a b"_s, u"c d"_s});
        town.way("highway=residential,oneway=yes", "abdca");
        const auto roads = town.roads();
        const auto back = roads->route(between(town.between('a', 'b', 0.7), town.between('a', 'b', 0.2)));
        QVERIFY(back);
        QVERIFY(std::abs(back->routes.first().distanceMeters - 350.0) < 1.0);
        const auto table = roads->table({.profile = RoadProfile::Car,
                                         .sources = {town.between('a', 'b', 0.7)},
                                         .destinations = {town.between('a', 'b', 0.2)},
                                         .conditions = {}});
        QVERIFY(std::abs(table->distanceMeters(0, 0) - 350.0F) < 1.0F);
    }

    void refusesWhatItCannotAnswer()
    {
        auto town = grid();
        const auto roads = town.roads();
        QCOMPARE(roads->route({}).error().kind, Error::Kind::Malformed);
        QCOMPARE(roads->route(between(town.at('a'), QGeoCoordinate())).error().kind, Error::Kind::Malformed);
        auto far = between(town.at('a'), town.at('y'));
        far.waypoints[0].setLatitude(10.0);
        QVERIFY(roads->route(far)); // however far, unless a radius is given
        far.radiiMeters = {100.0, 100.0};
        QCOMPARE(roads->route(far).error().kind, Error::Kind::NotFound);
        far.radiiMeters = {100.0};
        QCOMPARE(roads->route(far).error().kind, Error::Kind::Malformed);
        QCOMPARE(roads->nearest(RoadProfile::Car, town.at('a'), 0).error().kind, Error::Kind::Malformed);
    }

    void answersSeveralThreadsAtOnce()
    {
        auto town = grid();
        const auto roads = town.roads();
        const auto request = between(town.at('a'), town.at('y'), true);
        const auto expected = roads->route(request)->routes;
        std::atomic<int> wrong = 0;
        {
            std::vector<std::jthread> threads;
            threads.reserve(4);
            for (int i = 0; i < 4; ++i)
                threads.emplace_back([&] {
                    for (int j = 0; j < 100; ++j) {
                        if (const auto answer = roads->route(request); !answer || answer->routes != expected)
                            ++wrong;
                    }
                });
        }
        QCOMPARE(wrong.load(), 0);
    }
};

QTEST_APPLESS_MAIN(GraphRoadsTest)
#include "tst_graphroads.moc"
