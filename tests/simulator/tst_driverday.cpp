// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/driverday.h"
#include "tests/simulator/fakecity.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace Doorstep;
using namespace Doorstep::Simulation;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime morning(QDate(2026, 3, 12), QTime(11, 0), QTimeZone::UTC);
const QGeoCoordinate depot(-34.889, -56.196);

Tour twoStops()
{
    Tour tour;
    const auto first = Test::doorAt(QGeoCoordinate(-34.895, -56.190));
    const auto second = Test::doorAt(QGeoCoordinate(-34.900, -56.180));
    tour.visits = {Visit{.door = first, .actualService = 200s}, Visit{.door = second, .actualService = 300s}};
    tour.legs = {Test::streetFrom(depot, first.where), Test::streetFrom(first.where, second.where),
                 Test::streetFrom(second.where, depot)};
    tour.scheduledStart = morning;
    return tour;
}

QList<Happening::Kind> kindsOf(const QList<Happening> &happenings)
{
    QList<Happening::Kind> kinds;
    for (const auto &happening : happenings)
        kinds += happening.kind;
    return kinds;
}

const Traffic calm{.zone = QTimeZone::utc()};

} // namespace

class DriverDayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void drivesServesAndComesHome()
    {
        using enum Happening::Kind;
        DriverDay day(twoStops(), calm);
        const auto happenings = day.liveUntil(morning.addSecs(10'800));
        QCOMPARE(kindsOf(happenings),
                 (QList{LeftDepot, Arrived, BeganService, Done, Arrived, BeganService, Done, Returned}));
        QVERIFY(day.isHome());
        QCOMPARE(happenings[2].at.secsTo(happenings[3].at), 200);
        // 8 m/s, slowed by the hour.
        const double road = day.tour().legs[0].duration();
        const auto took = static_cast<double>(happenings[0].at.msecsTo(happenings[1].at)) / 1000.0;
        QVERIFY(took > road * 1.05 && took < road * 1.3);
    }

    void isTheSameHoweverOftenOneLooks()
    {
        DriverDay atOnce(twoStops(), calm);
        DriverDay often(twoStops(), calm);
        const auto all = atOnce.liveUntil(morning.addSecs(7200));
        QList<Happening> pieces;
        for (int second = 0; second <= 7200; ++second)
            pieces += often.liveUntil(morning.addSecs(second));
        QCOMPARE(pieces, all);
        QCOMPARE(often.sightingAt(morning.addSecs(333)).where, atOnce.sightingAt(morning.addSecs(333)).where);
    }

    void waitsForTheWindow()
    {
        auto tour = twoStops();
        tour.visits[0].window = {.from = morning.addSecs(3600), .to = morning.addSecs(7200)};
        DriverDay day(tour, calm);
        const auto happenings = day.liveUntil(morning.addSecs(10'800));
        QCOMPARE(happenings[2].kind, Happening::Kind::BeganService);
        QCOMPARE(happenings[2].at, morning.addSecs(3600));
        QVERIFY(!day.droveAt(morning.addSecs(3000)));
    }

    void startsLateAndPauses()
    {
        auto tour = twoStops();
        tour.troubles.lateStart = 900s;
        tour.troubles.pauses = {Pause{.notBefore = morning, .length = 600s, .why = u"flat tyre"_s}};
        DriverDay day(tour, calm);
        const auto happenings = day.liveUntil(morning.addSecs(14'400));
        QCOMPARE(happenings[0].at, morning.addSecs(900));
        QCOMPARE(happenings[4].kind, Happening::Kind::Paused);
        QCOMPARE(happenings[5].kind, Happening::Kind::DroveOn);
        QCOMPARE(happenings[4].at.secsTo(happenings[5].at), 600);
    }

    void goesOnAnErrandAndComesBack()
    {
        auto tour = twoStops();
        const auto here = tour.visits[0].door.where;
        const auto there = here.atDistanceAndAzimuth(2000.0, 270.0);
        tour.troubles.pauses = {Pause{.notBefore = morning, .length = 600s, .why = u"an errand"_s, .elsewhere = there}};
        DriverDay day(tour, calm);
        const auto happenings = day.liveUntil(morning.addSecs(14'400));
        const auto &leaves = happenings[4];
        const auto &comesBack = happenings[5];
        QCOMPARE(leaves.kind, Happening::Kind::Paused);
        QCOMPARE(comesBack.kind, Happening::Kind::DroveOn);
        const auto middle = leaves.at.addSecs(leaves.at.secsTo(comesBack.at) / 2);
        QVERIFY(day.sightingAt(middle).where.distanceTo(there) < 5.0);
        QVERIFY(day.sightingAt(comesBack.at).where.distanceTo(here) < 5.0);
        QCOMPARE(happenings.last().kind, Happening::Kind::Returned);
    }

    void reportsFromAfarAndDrivesPast()
    {
        using enum Happening::Kind;
        auto tour = twoStops();
        tour.visits[1].isToldFromAfar = true;
        DriverDay day(tour, calm);
        const auto happenings = day.liveUntil(morning.addSecs(10'800));
        QCOMPARE(kindsOf(happenings), (QList{LeftDepot, Arrived, BeganService, Done, Done, Returned}));
        QCOMPARE(happenings[4].at, happenings[3].at);
        QVERIFY(day.sightingAt(happenings[4].at).where.distanceTo(tour.visits[1].door.where) > 500.0);
        // The way home leads past the door, without a stop.
        double nearest = 1e9;
        for (auto at = happenings[4].at; at < happenings[5].at; at = at.addSecs(1))
            nearest = std::min(nearest, day.sightingAt(at).where.distanceTo(tour.visits[1].door.where));
        QVERIFY(nearest < 10.0);
    }

    void drivesAroundAClosedRoad()
    {
        auto tour = twoStops();
        const auto &leg = tour.legs[1];
        const auto via = leg.points.first().atDistanceAndAzimuth(2000.0, 270.0);
        tour.detours = {{}, Test::streetFrom(leg.points.first(), via), {}};
        tour.detours[1].append(Test::streetFrom(via, leg.points.last()).points, 300.0);
        Traffic closed = calm;
        closed.closures = {SlowArea{.centre = leg.points[leg.points.size() / 2],
                                    .radiusMeters = 60.0,
                                    .from = morning,
                                    .to = morning.addSecs(36'000)}};
        DriverDay day(tour, closed);
        QVERIFY(kindsOf(day.liveUntil(morning.addSecs(14'400))).contains(Happening::Kind::Detoured));

        closed.closures[0].to = morning.addSecs(1); // open again before anybody comes
        DriverDay later(tour, closed);
        QVERIFY(!kindsOf(later.liveUntil(morning.addSecs(14'400))).contains(Happening::Kind::Detoured));
    }

    void aJamCostsTimeOnlyInsideOfIt()
    {
        const auto path = twoStops().legs[1];
        Traffic jammed = calm;
        jammed.jams = {SlowArea{.centre = path.points.last(),
                                .radiusMeters = 200.0,
                                .from = morning,
                                .to = morning.addSecs(36'000),
                                .slowness = 3.0}};
        const auto usual = calm.driven(path, morning);
        const auto slow = jammed.driven(path, morning);
        QCOMPARE(slow.seconds[2], usual.seconds[2]);
        QVERIFY(slow.duration() > usual.duration() * 1.1);
    }

    void fastRoadsHaveMoreOfTheTraffic_data()
    {
        QTest::addColumn<double>("metersPerSecond");
        QTest::addColumn<double>("share");
        QTest::newRow("a street") << 8.0 << 1.0;
        QTest::newRow("an avenue") << 12.0 << 1.5;
        QTest::newRow("a motorway") << 30.0 << 1.9;
        QTest::newRow("a yard") << 1.0 << 0.35;
        QTest::newRow("standing") << 0.0 << 1.0;
        QTest::newRow("backwards") << -4.0 << 1.0;
        QTest::newRow("no time") << std::numeric_limits<double>::infinity() << 1.0;
        QTest::newRow("no time, no way") << std::numeric_limits<double>::quiet_NaN() << 1.0;
    }

    void fastRoadsHaveMoreOfTheTraffic()
    {
        QFETCH(const double, metersPerSecond);
        QTEST(shareOfTraffic(metersPerSecond), "share");
    }

    void traffickedRoadsAreSlowerOnBusyDays_data()
    {
        QTest::addColumn<double>("seconds"); // to drive 1,000 m of an empty road
        QTest::addColumn<double>("contrast");
        QTest::addColumn<double>("slowness"); // on a day of twice the time, at an hour without traffic
        QTest::newRow("a street") << 125.0 << 1.0 << 2.0;
        QTest::newRow("an avenue") << 80.0 << 1.0 << 2.5625;
        QTest::newRow("an avenue, on a day when all roads are alike") << 80.0 << 0.0 << 2.0;
        QTest::newRow("an avenue, on a day of avenues") << 80.0 << 1.5 << 2.84375;
        QTest::newRow("a yard, on a day of avenues") << 1000.0 << 1.5 << 1.025;
        QTest::newRow("no time") << 0.0 << 1.0 << 0.0;
    }

    void traffickedRoadsAreSlowerOnBusyDays()
    {
        QFETCH(const double, seconds);
        QFETCH(const double, contrast);
        QFETCH(const double, slowness);
        const QDateTime evening(QDate(2026, 3, 12), QTime(22, 0), QTimeZone::UTC);
        QCOMPARE(usualSlowness(22.0), 1.0);
        const Traffic traffic{.zone = QTimeZone::utc(), .today = 2.0, .contrast = contrast};
        const TimedPath road{.points = {depot, depot.atDistanceAndAzimuth(1000.0, 90.0)}, .seconds = {0.0, seconds}};
        const auto driven = traffic.driven(road, evening);
        QVERIFY2(std::abs(driven.duration() - seconds * slowness) < seconds * 0.001 + 1e-9,
                 qPrintable(QString::number(driven.duration())));
        QCOMPARE(traffic.driven(road, evening), driven);
    }

    void neverJumps()
    {
        DriverDay day(twoStops(), calm);
        day.liveUntil(morning.addSecs(7200));
        auto before = day.sightingAt(morning).where;
        for (int second = 1; second < 7200; ++second) {
            const auto here = day.sightingAt(morning.addSecs(second)).where;
            QVERIFY(here.distanceTo(before) < 15.0);
            before = here;
        }
        QVERIFY(before.distanceTo(depot) < 1.0);
    }
};

QTEST_APPLESS_MAIN(DriverDayTest)
#include "tst_driverday.moc"
