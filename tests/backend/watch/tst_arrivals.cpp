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

WatchSettings withoutLosses()
{
    WatchSettings settings;
    settings.spread.lostShare = 0.0;
    return settings;
}

StopAhead ahead(const Stop &stop, double driveSeconds, const QDateTime &arrived = {})
{
    return {.stop = &stop,
            .driveSeconds = driveSeconds,
            .serviceSeconds = static_cast<double>(stop.serviceTime.count()),
            .arrivedMs = arrived.isValid() ? arrived.toMSecsSinceEpoch() : 0};
}

qint64 bandOf(const StopForecast &forecast)
{
    return forecast.expectedArrival.secsTo(forecast.lateArrival);
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
        const auto arrivals = arrivalsOf({ahead(a, 600), ahead(b, 600)}, at(noon), withoutLosses());

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
        const auto arrivals = arrivalsOf({ahead(a, 600), ahead(b, 600)}, at(noon), withoutLosses());

        QCOMPARE(arrivals.at(0).expectedArrival, noon.addSecs(570)); // arriving is not beginning
        QCOMPARE(arrivals.at(0).expectedDeparture, noon.addSecs(1800 + 180));
        QCOMPARE(arrivals.at(1).expectedArrival, noon.addSecs(1800 + 180 + 570));
    }

    void neverPromisesThePast()
    {
        const auto a = someStop(u"a"_s);
        const auto arrivals = arrivalsOf({ahead(a, 60)}, at(noon, 15min), withoutLosses());
        QCOMPARE(arrivals.at(0).expectedArrival, noon);
        QVERIFY(arrivals.at(0).lateArrival > noon.addSecs(60)); // fifteen silent minutes are not nothing
    }

    void staysAtTheDoorUntilTheServiceIsOver()
    {
        const auto a = someStop(u"a"_s, 300s);
        const auto b = someStop(u"b"_s);
        const auto arrived = noon.addSecs(-100);
        const auto arrivals = arrivalsOf({ahead(a, 0, arrived), ahead(b, 600)}, at(noon), withoutLosses());
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
        std::vector<StopAhead> all;
        for (const auto &stop : stops)
            all.push_back(ahead(stop, 300));
        const auto arrivals = arrivalsOf(all, at(noon), withoutLosses());

        qint64 narrower = 0;
        for (const auto &arrival : arrivals) {
            const auto band = arrival.expectedArrival.secsTo(arrival.lateArrival);
            QVERIFY(band > narrower);
            narrower = band;
        }
    }

    void drivesSlowerWhereOthersDo()
    {
        const auto a = someStop(u"a"_s);
        auto standpoint = at(noon);
        standpoint.trafficPace.fill(1.5);
        const auto near = arrivalsOf({ahead(a, 600)}, standpoint, withoutLosses());
        QCOMPARE(near.at(0).expectedArrival, noon.addSecs(855)); // 570 in one and a half times

        // Half of it is over when a drive begins in four hours.
        standpoint.fromMs = noon.addSecs(4 * 3600).toMSecsSinceEpoch();
        const auto starts = QDateTime::fromMSecsSinceEpoch(standpoint.fromMs, QTimeZone::UTC);
        const auto slow = arrivalsOf({ahead(a, 600)}, standpoint, withoutLosses()).at(0).expectedArrival;
        standpoint.trafficPace.fill(1.0);
        const auto usual = arrivalsOf({ahead(a, 600)}, standpoint, withoutLosses()).at(0).expectedArrival;
        const auto ratio = static_cast<double>(starts.secsTo(slow)) / static_cast<double>(starts.secsTo(usual));
        QVERIFY2(std::abs(ratio - 1.25) < 0.01, qPrintable(QString::number(ratio)));
    }

    void servesTwoDoorsOfOneHouseOneByOne()
    {
        const auto a = someStop(u"a"_s, 300s);
        const auto b = someStop(u"b"_s, 200s);
        const auto c = someStop(u"c"_s);
        const auto arrived = noon.addSecs(-100);
        const auto arrivals =
            arrivalsOf({ahead(a, 0, arrived), ahead(b, 0, arrived), ahead(c, 600)}, at(noon), withoutLosses());
        QCOMPARE(arrivals.at(0).expectedDeparture, noon.addSecs(200));
        QCOMPARE(arrivals.at(1).expectedDeparture, noon.addSecs(400));
        QCOMPARE(arrivals.at(2).expectedArrival, noon.addSecs(400 + 570));
    }

    void believesThatWhoRestsGoesOnResting()
    {
        const auto a = someStop(u"a"_s);
        auto standpoint = at(noon);
        const auto settings = withoutLosses();
        standpoint.idleSeconds = settings.spread.idleFrom; // a red light, a form to fill in
        const auto usual = arrivalsOf({ahead(a, 600)}, standpoint, settings);
        QCOMPARE(usual.at(0).expectedArrival, noon.addSecs(570));

        standpoint.idleSeconds = 600;
        const auto rest = static_cast<qint64>(600 * settings.spread.idleOn);
        const auto resting = arrivalsOf({ahead(a, 600)}, standpoint, settings);
        QCOMPARE(resting.at(0).expectedArrival, noon.addSecs(570 + rest));
        QVERIFY(bandOf(resting.at(0)) > bandOf(usual.at(0)) + rest / 2);

        standpoint.idleSeconds = 1e6;
        QCOMPARE(arrivalsOf({ahead(a, 600)}, standpoint, settings).at(0).expectedArrival,
                 noon.addSecs(570 + static_cast<qint64>(settings.spread.idleLongest)));
    }

    void believesThatWhoIsNotHeardGoesOn()
    {
        const auto a = someStop(u"a"_s);
        const auto b = someStop(u"b"_s);
        auto standpoint = at(noon, 20min);
        standpoint.isBlind = true;
        const auto arrivals = arrivalsOf({ahead(a, 600), ahead(b, 600)}, standpoint, withoutLosses());
        QCOMPARE(arrivals.at(0).expectedArrival, noon.addSecs(570 - 1200)); // was there, as far as one can know
        QCOMPARE(arrivals.at(1).expectedArrival, noon.addSecs(570 - 1200 + 180 + 570));
    }

    void aWaitTakesUpWhatIsNotKnown()
    {
        auto a = someStop(u"a"_s);
        const auto b = someStop(u"b"_s);
        const auto straight = arrivalsOf({ahead(a, 3000), ahead(b, 60)}, at(noon), withoutLosses());
        a.window.from = noon.addSecs(4 * 3600);
        const auto waited = arrivalsOf({ahead(a, 3000), ahead(b, 60)}, at(noon), withoutLosses());
        QCOMPARE(bandOf(waited.at(0)), bandOf(straight.at(0)));
        QVERIFY(bandOf(waited.at(1)) < bandOf(straight.at(1)));
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
