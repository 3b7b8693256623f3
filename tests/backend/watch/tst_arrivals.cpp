// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/arrivals.h"
#include "backend/watch/leg.h"
#include "backend/watch/traffic.h"

#include <QTest>
#include <QTimeZone>

using namespace Doorstep;
using namespace Doorstep::Watch;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime noon(QDate(2026, 3, 12), QTime(12, 0), QTimeZone::UTC);

Stop someStop(const QString &id, std::chrono::seconds service = 180s)
{
    Stop stop;
    stop.id = StopId(id);
    stop.serviceTime = service;
    return stop;
}

Standpoint at(const QDateTime &now, std::chrono::seconds fixAge = 0s)
{
    // Offset chosen so that the hour of the day is 3 at night, when traffic takes 0.95 of the time.
    return {.nowMs = now.toMSecsSinceEpoch(),
            .fromMs = now.addDuration(-fixAge).toMSecsSinceEpoch(),
            .utcOffsetSeconds = -9 * 3600};
}

} // namespace

class ArrivalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void addsDrivesAndServices()
    {
        const auto a = someStop(u"a"_s);
        const auto b = someStop(u"b"_s);
        const auto arrivals =
            arrivalsOf({{.stop = &a, .driveSeconds = 600}, {.stop = &b, .driveSeconds = 600}}, at(noon));

        QCOMPARE(arrivals.size(), 2);
        QCOMPARE(arrivals.at(0).expectedArrival, noon.addSecs(570));
        QCOMPARE(arrivals.at(0).expectedDeparture, noon.addSecs(570 + 180));
        QCOMPARE(arrivals.at(1).expectedArrival, noon.addSecs(570 + 180 + 570));
    }

    void waitsForTheWindowToOpen()
    {
        auto a = someStop(u"a"_s);
        a.window.from = noon.addSecs(1800);
        const auto b = someStop(u"b"_s);
        const auto arrivals =
            arrivalsOf({{.stop = &a, .driveSeconds = 600}, {.stop = &b, .driveSeconds = 600}}, at(noon));

        QCOMPARE(arrivals.at(0).expectedArrival, noon.addSecs(570)); // arriving is not beginning
        QCOMPARE(arrivals.at(0).expectedDeparture, noon.addSecs(1800 + 180));
        QCOMPARE(arrivals.at(1).expectedArrival, noon.addSecs(1800 + 180 + 570));
    }

    void neverPromisesThePast()
    {
        const auto a = someStop(u"a"_s);
        const auto arrivals = arrivalsOf({{.stop = &a, .driveSeconds = 60}}, at(noon, 15min));
        QCOMPARE(arrivals.at(0).expectedArrival, noon);
        QVERIFY(arrivals.at(0).lateArrival > noon.addSecs(60)); // fifteen silent minutes are not nothing
    }

    void staysAtTheDoorUntilTheServiceIsOver()
    {
        const auto a = someStop(u"a"_s, 300s);
        const auto b = someStop(u"b"_s);
        const auto arrived = noon.addSecs(-100);
        const auto arrivals = arrivalsOf({{.stop = &a, .driveSeconds = 0, .arrivedMs = arrived.toMSecsSinceEpoch()},
                                          {.stop = &b, .driveSeconds = 600}},
                                         at(noon));
        QCOMPARE(arrivals.at(0).expectedArrival, arrived);
        QCOMPARE(arrivals.at(0).lateArrival, arrived);
        QCOMPARE(arrivals.at(0).expectedDeparture, noon.addSecs(200));
        QCOMPARE(arrivals.at(1).expectedArrival, noon.addSecs(200 + 570));
    }

    void isLessSureOfWhatIsFurtherAway()
    {
        std::vector<Stop> stops;
        for (int i = 0; i < 10; ++i)
            stops.push_back(someStop(QString::number(i)));
        std::vector<StopAhead> ahead;
        for (const auto &stop : stops)
            ahead.push_back({.stop = &stop, .driveSeconds = 300});
        const auto arrivals = arrivalsOf(ahead, at(noon));

        qint64 narrower = 0;
        for (const auto &arrival : arrivals) {
            const auto band = arrival.expectedArrival.secsTo(arrival.lateArrival);
            QVERIFY(band > narrower);
            narrower = band;
        }
    }

    void knowsTheHoursOfTraffic_data()
    {
        QTest::addColumn<double>("hour");
        QTest::addColumn<double>("factor");

        QTest::newRow("night") << 3.0 << 0.95;
        QTest::newRow("evening peak") << 18.0 << 1.35;
        QTest::newRow("between two hours") << 7.5 << (1.15 + 1.28) / 2;
        QTest::newRow("tomorrow is as today") << 27.0 << 0.95;
        QTest::newRow("yesterday, too") << -21.0 << 0.95;
    }

    void knowsTheHoursOfTraffic()
    {
        QFETCH(const double, hour);
        QTEST(trafficFactor(hour), "factor");
    }

    void knowsHowMuchOfALegIsLeft()
    {
        // 1,000 m east, then 1,000 m north, in Montevideo.
        const QGeoCoordinate start(-34.90, -56.17);
        const auto corner = start.atDistanceAndAzimuth(1000, 90);
        const auto end = corner.atDistanceAndAzimuth(1000, 0);
        const Leg leg({start, corner, end}, 200.0);

        const auto isAbout = [&leg](const QGeoCoordinate &where, double seconds) {
            const auto left = leg.secondsLeft(where);
            return left && std::abs(*left - seconds) < 2.0;
        };
        QVERIFY(isAbout(start, 200));
        QVERIFY(isAbout(corner, 100));
        QVERIFY(isAbout(end, 0));
        QVERIFY(isAbout(start.atDistanceAndAzimuth(500, 90).atDistanceAndAzimuth(20, 180), 150));
        QVERIFY(!leg.secondsLeft(start.atDistanceAndAzimuth(2000, 180))); // taking other roads
        QVERIFY(!Leg({start}, 10.0).secondsLeft(start));
        QVERIFY(!Leg(start, start, Vehicle::Kind::Van).secondsLeft(start));
    }
};

QTEST_APPLESS_MAIN(ArrivalsTest)
#include "tst_arrivals.moc"
