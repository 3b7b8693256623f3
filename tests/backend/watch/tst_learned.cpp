// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/pace.h"
#include "backend/watch/pacemeter.h"
#include "backend/watch/servicetimes.h"
#include "backend/watch/spread.h"

#include <QTest>
#include <QTimeZone>

#include <cmath>
#include <limits>

using namespace Doorstep;
using namespace Doorstep::Watch;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime noon(QDate(2026, 3, 12), QTime(12, 0), QTimeZone::UTC);
constexpr qint64 hourMs = 3'600'000;

Stop visited(int number, int seconds, const QGeoCoordinate &where = {-34.9, -56.2})
{
    Stop stop;
    stop.id = StopId(u"stop-%1"_s.arg(number));
    stop.where = where;
    stop.serviceTime = 200s;
    stop.status = Stop::Status::Delivered;
    stop.actualArrival = noon.addSecs(qint64{3600} * number);
    stop.completedAt = stop.actualArrival.addSecs(seconds);
    return stop;
}

QGeoCoordinate elsewhere(int number)
{
    return {-34.8, -56.1 + number * 0.001};
}

} // namespace

class LearnedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void littleThatWasSeenSaysLittle()
    {
        Pace pace(60min, 900.0);
        QCOMPARE(pace.at(0), 1.0);
        pace.see(200.0, 100.0, hourMs);
        const double once = pace.at(hourMs);
        QVERIFY(once > 1.0 && once < 1.2);
        for (int i = 0; i < 100; ++i)
            pace.see(200.0, 100.0, hourMs);
        QVERIFY(pace.at(hourMs) > 1.8 && pace.at(hourMs) < 2.0);
    }

    void forgetsTrafficThatNobodySeesAnyMore()
    {
        Pace pace(60min, 900.0);
        for (int i = 0; i < 100; ++i)
            pace.see(200.0, 100.0, hourMs);
        QVERIFY(pace.at(2 * hourMs) < pace.at(hourMs));
        QVERIFY(std::abs(pace.at(20 * hourMs) - 1.0) < 0.01);
        QVERIFY(std::abs(pace.at(20 * hourMs, 1.3) - 1.3) < 0.01);
    }

    void believesNoNonsense()
    {
        Pace pace(60min, 900.0);
        for (const double expected : {0.0, -5.0, std::numeric_limits<double>::quiet_NaN()})
            pace.see(100.0, expected, hourMs);
        pace.see(std::numeric_limits<double>::quiet_NaN(), 100.0, hourMs);
        QCOMPARE(pace.at(hourMs), 1.0);
        pace.see(1e9, 100.0, hourMs);
        QVERIFY(pace.at(hourMs) <= 4.0);
    }

    void measuresOnlyDriving()
    {
        PaceMeter meter;
        double left = 590.0;
        std::optional<PaceMeter::Reading> reading;
        qint64 at = 0;
        for (; !reading && at < hourMs; at += 5000, left -= 2.5) // half as fast as on empty roads
            reading = meter.see(0, left, 600.0, at);
        QVERIFY(reading);
        QVERIFY(std::abs(reading->seconds / reading->freeSeconds - 2.0) < 0.1);

        for (int i = 0; i < 100; ++i) { // standing at a door
            at += 30'000;
            QVERIFY(!meter.see(1, 3.0, 600.0, at));
        }
    }

    void aRestIsNoTraffic()
    {
        PaceMeter meter;
        double left = 590.0;
        qint64 at = 0;
        double seconds = 0.0;
        double freeSeconds = 0.0;
        const auto see = [&](double gained, qint64 ms) {
            left -= gained;
            if (const auto reading = meter.see(0, left, 600.0, at += ms)) {
                seconds += reading->seconds;
                freeSeconds += reading->freeSeconds;
            }
        };
        for (int i = 0; i < 10; ++i)
            see(5.0, 5000);
        for (int i = 0; i < 60; ++i)
            see(0.0, 30'000);
        for (int i = 0; i < 60; ++i)
            see(5.0, 5000);
        QVERIFY(seconds > 0.0);
        QVERIFY2(seconds / freeSeconds < 1.2, qPrintable(QString::number(seconds / freeSeconds)));
    }

    void aPhoneThatJumpsOrSleepsSaysNothing()
    {
        PaceMeter meter;
        double left = 590.0;
        for (int i = 1; i < 50; ++i) {
            left -= 5.0;
            QVERIFY(!meter.see(0, left, 600.0, qint64{120'000} * i)); // two minutes between two fixes
        }
        meter.lose();
        QVERIFY(!meter.see(0, 300.0, 600.0, 1));
        QVERIFY(!meter.see(1, 300.0, 600.0, 5001)); // another leg
    }

    void plansCountUntilSomethingWasSeen()
    {
        const ServiceTimes times;
        QCOMPARE(times.expectedSeconds(visited(1, 0), DriverId(u"a"_s)), 200.0);
    }

    void learnsWhoIsSlowAndWhere()
    {
        ServiceTimes times;
        const DriverId slow(u"slow"_s);
        const DriverId quick(u"quick"_s);
        for (int i = 0; i < 60; ++i) {
            times.see(visited(2 * i, 300, elsewhere(2 * i)), slow, {});
            times.see(visited(2 * i + 1, 150, elsewhere(2 * i + 1)), quick, {});
        }
        const auto unknownDoor = visited(1000, 0, elsewhere(1000));
        QVERIFY(times.expectedSeconds(unknownDoor, slow) > 260.0);
        QVERIFY(times.expectedSeconds(unknownDoor, quick) < 170.0);
        const auto nobody = times.expectedSeconds(unknownDoor, DriverId());
        QVERIFY(nobody > 170.0 && nobody < 260.0);

        const auto tower = QGeoCoordinate(-34.95, -56.15);
        for (int i = 500; i < 520; ++i)
            times.see(visited(i, 400, tower), i % 2 == 0 ? slow : quick, {});
        QVERIFY(times.expectedSeconds(visited(1000, 0, tower), quick)
                > times.expectedSeconds(unknownDoor, quick) * 1.5);
    }

    void oneLongTalkTeachesLittle()
    {
        ServiceTimes times;
        for (int i = 0; i < 50; ++i)
            times.see(visited(i, 200, elsewhere(i)), DriverId(u"a"_s), {});
        times.see(visited(99, 7200, elsewhere(7)), DriverId(u"a"_s), {});
        QVERIFY(times.expectedSeconds(visited(100, 0, elsewhere(200)), DriverId(u"a"_s)) < 230.0);
    }

    void teachesEachVisitOnceAndOnlyWhatWasSeen()
    {
        ServiceTimes times;
        const DriverId driver(u"a"_s);
        times.see(visited(1, 300), driver, {});
        times.see(visited(1, 300), driver, {});
        QCOMPARE(times.seen(), 1);
        auto failed = visited(2, 300);
        failed.status = Stop::Status::Failed;
        auto unseen = visited(3, 300);
        unseen.actualArrival = {};
        auto backwards = visited(4, -300);
        auto unplanned = visited(5, 300);
        unplanned.serviceTime = 0s;
        for (const auto &stop : {failed, unseen, backwards, unplanned})
            times.see(stop, driver, {});
        QCOMPARE(times.seen(), 1);
    }

    void twoDoorsInOneHouseAreServedOneByOne()
    {
        ServiceTimes times;
        auto second = visited(1, 500); // reached with the first, which took 300 of it
        times.see(second, DriverId(u"a"_s), second.actualArrival.addSecs(300));
        QCOMPARE(times.seen(), 1);
        QCOMPARE(times.expectedSeconds(visited(2, 0), DriverId(u"a"_s)), 200.0);
    }

    void bandsGrowSmoothlyWithTheHorizon()
    {
        const Spread spread;
        QCOMPARE(spread.deviationsAt(-100.0), spread.deviations.front());
        QCOMPARE(spread.deviationsAt(1e9), spread.deviations.back());
        double before = spread.deviationsAt(0.0);
        for (int seconds = 0; seconds < 20'000; seconds += 10) {
            const double here = spread.deviationsAt(seconds);
            QVERIFY(std::abs(here - before) < 0.01);
            before = here;
        }
    }
};

QTEST_APPLESS_MAIN(LearnedTest)
#include "tst_learned.moc"
