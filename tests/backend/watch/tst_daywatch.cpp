// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/backend/watch/smallday.h"

#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Watch;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class DayWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void followsADayFromDepotToLastStop()
    {
        SmallDay day;
        day.stay(depotPlace, 60s);
        QCOMPARE(day.route.status, Route::Status::Planned);
        day.stay(Doorstep::Test::SmallDay::place(0).atDistanceAndAzimuth(500, 270), 60s);
        QCOMPARE(day.route.status, Route::Status::Underway);
        QVERIFY(day.route.actualStart.isValid());

        for (int i = 0; i < 3; ++i) {
            const auto before = day.now;
            day.stay(Doorstep::Test::SmallDay::place(i), 60s);
            QCOMPARE(day.stops.value(day.id(i)).status, Stop::Status::Arrived);
            QCOMPARE(day.stops.value(day.id(i)).actualArrival, before.addSecs(5));
            QCOMPARE(day.forecasts.last().nextStop, day.id(i));
            day.finish(i);
            QCOMPARE(day.stops.value(day.id(i)).status, Stop::Status::Delivered);
            const auto left = day.now;
            day.stay(Doorstep::Test::SmallDay::place(i).atDistanceAndAzimuth(400, 0), 40s);
            QCOMPARE(day.stops.value(day.id(i)).actualDeparture, left.addSecs(5));
            QCOMPARE(day.forecasts.last().doneStops, i + 1);
            QCOMPARE(day.forecasts.last().deliveredStops, i + 1);
        }
        QCOMPARE(day.route.status, Route::Status::Finished);
        QVERIFY(day.route.actualEnd.isValid());
        QCOMPARE(day.forecasts.last().state, Forecast::State::Finished);
    }

    void hasArrivedAtTheEntranceAndStaysWhileWalkingIn()
    {
        SmallDay day;
        const auto gate = Doorstep::Test::SmallDay::place(0).atDistanceAndAzimuth(400, 0);
        auto stop = day.stops.value(Doorstep::Test::SmallDay::id(0));
        stop.entrance = gate;
        day.change(stop);
        day.stay(Doorstep::Test::SmallDay::place(0).atDistanceAndAzimuth(900, 180), 60s);
        QCOMPARE(day.stops.value(day.id(0)).status, Stop::Status::Planned);
        const auto before = day.now;
        day.stay(gate, 60s);
        QCOMPARE(day.stops.value(day.id(0)).status, Stop::Status::Arrived);
        QCOMPARE(day.stops.value(day.id(0)).actualArrival, before.addSecs(5));
        for (const double meters : {100.0, 200.0, 300.0, 400.0, 200.0})
            day.stay(gate.atDistanceAndAzimuth(meters, 180), 60s);
        QCOMPARE(day.stops.value(day.id(0)).status, Stop::Status::Arrived);
        QVERIFY(!day.stops.value(day.id(0)).actualDeparture.isValid());
        day.stay(gate.atDistanceAndAzimuth(400, 90), 60s);
        QVERIFY(day.stops.value(day.id(0)).actualDeparture.isValid());
    }

    void drivesToTheEntrance()
    {
        SmallDay day;
        auto stop = day.stops.value(Doorstep::Test::SmallDay::id(0));
        stop.entrance = Doorstep::Test::SmallDay::place(0).atDistanceAndAzimuth(300, 0);
        day.change(stop);
        QVERIFY(!day.wishes.isEmpty());
        const auto places = day.wishes.last().places;
        QVERIFY(places.contains(stop.entrance));
        QVERIFY(!places.contains(stop.where));
    }

    void leavingWithoutAWordKeepsTheStopOpen()
    {
        SmallDay day;
        day.stay(Doorstep::Test::SmallDay::place(0), 60s);
        day.stay(Doorstep::Test::SmallDay::place(0).atDistanceAndAzimuth(500, 0), 60s);
        QCOMPARE(day.stops.value(day.id(0)).status, Stop::Status::Planned);
        QVERIFY(day.stops.value(day.id(0)).actualDeparture.isValid());
        QCOMPARE(day.forecasts.last().nextStop, day.id(0));
    }

    void saysAnArrivalAgainWhenSomebodyElseWasFaster()
    {
        SmallDay day;
        day.loseStopFacts = true;
        day.stay(Doorstep::Test::SmallDay::place(0), 60s);
        QCOMPARE(day.stops.value(day.id(0)).status, Stop::Status::Planned);
        day.loseStopFacts = false;
        auto edited = day.stops.value(Doorstep::Test::SmallDay::id(0));
        edited.gateCode = u"4711"_s;
        day.tell(StopSeen{.stop = edited, .version = 1000});
        QCOMPARE(day.stops.value(day.id(0)).status, Stop::Status::Arrived);
        QCOMPARE(day.stops.value(day.id(0)).gateCode, u"4711"_s);
    }

    void remembersAnArrivalAfterTheDriverLeft()
    {
        SmallDay day;
        day.loseStopFacts = true;
        day.stay(Doorstep::Test::SmallDay::place(0), 60s);
        day.stay(Doorstep::Test::SmallDay::place(0).atDistanceAndAzimuth(500, 0), 60s);
        day.loseStopFacts = false;
        day.finish(0);
        QVERIFY(day.stops.value(day.id(0)).actualArrival.isValid());
        QVERIFY(day.stops.value(day.id(0)).actualDeparture.isValid());
        QCOMPARE(day.stops.value(day.id(0)).status, Stop::Status::Delivered);
    }

    void growsLateAsTimePasses()
    {
        SmallDay day;
        day.stay(Doorstep::Test::SmallDay::place(0).atDistanceAndAzimuth(500, 270), 30s);
        QCOMPARE(day.forecasts.last().state, Forecast::State::OnTime);
        const auto slackAtFirst = *day.forecasts.last().slack;

        bool wasAtRisk = false;
        while (day.now < morning.addSecs(3700)) { // stuck, with a phone that still reports
            day.stay(Doorstep::Test::SmallDay::place(0).atDistanceAndAzimuth(500, 270), 60s);
            wasAtRisk = wasAtRisk || day.forecasts.last().state == Forecast::State::AtRisk;
        }
        QVERIFY(wasAtRisk);
        QCOMPARE(day.forecasts.last().state, Forecast::State::Late);
        QVERIFY(*day.forecasts.last().slack < 0s);
        QVERIFY(*day.forecasts.last().slack < slackAtFirst);
    }

    void noticesSilenceAndItsEnd()
    {
        SmallDay day;
        day.stay(Doorstep::Test::SmallDay::place(0).atDistanceAndAzimuth(500, 270), 30s);
        const auto lastSeen = day.now;
        for (int i = 0; i < 31; ++i)
            day.tick(10s);
        QCOMPARE(day.forecasts.last().state, Forecast::State::Silent);
        QCOMPARE(day.forecasts.last().lastSeen, lastSeen);
        day.stay(Doorstep::Test::SmallDay::place(0).atDistanceAndAzimuth(400, 270), 5s);
        QCOMPARE(day.forecasts.last().state, Forecast::State::OnTime);
    }

    void doesNotBelieveEveryFix_data()
    {
        QTest::addColumn<bool>("mocked");
        QTest::addColumn<bool>("clockSuspect");
        QTest::addColumn<QGeoCoordinate>("where");

        QTest::newRow("made up") << true << false << SmallDay::place(0);
        QTest::newRow("from the future") << false << true << SmallDay::place(0);
        QTest::newRow("nowhere") << false << false << QGeoCoordinate();
    }

    void doesNotBelieveEveryFix()
    {
        QFETCH(const bool, mocked);
        QFETCH(const bool, clockSuspect);
        QFETCH(const QGeoCoordinate, where);

        SmallDay day;
        for (int i = 0; i < 60; ++i) {
            day.now = day.now.addSecs(5);
            auto fix = day.fixAt(where);
            fix.mocked = mocked;
            fix.clockSuspect = clockSuspect;
            day.tell(FixSeen{fix});
            day.tick();
        }
        QCOMPARE(day.stops.value(day.id(0)).status, Stop::Status::Planned);
        QVERIFY(!day.forecasts.last().lastSeen.isValid());
    }

    void completesAVisitFromThePhonesBuffer()
    {
        SmallDay day;
        day.stay(Doorstep::Test::SmallDay::place(0).atDistanceAndAzimuth(500, 270), 10s);
        auto then = day.now;
        day.now = day.now.addSecs(600); // ten minutes in a cellar; then the phone sends what it kept, oldest first
        for (int i = 0; i < 12; ++i) {
            then = then.addSecs(5);
            auto fix = day.fixAt(Doorstep::Test::SmallDay::place(0));
            fix.fixedAt = then;
            day.tell(FixSeen{fix});
        }
        QCOMPARE(day.stops.value(day.id(0)).status, Stop::Status::Arrived);
        QCOMPARE(day.stops.value(day.id(0)).actualArrival, then.addSecs(-55));
    }

    void asksForRoadsOnceAndKeepsThem()
    {
        SmallDay day;
        QCOMPARE(day.wishes.size(), 1);
        QCOMPARE(day.wishes.first().places.size(), 5); // depot, three stops, depot
        day.tick(20s);
        QCOMPARE(day.wishes.size(), 1);

        day.tell(answerTo(day.wishes.first()));
        QCOMPARE(day.paths.size(), 1);
        QCOMPARE(day.paths.first().legs.size(), 4);
        day.tell(answerTo(day.wishes.first())); // already stored
        QCOMPARE(day.paths.size(), 1);

        auto moved = day.stops.value(Doorstep::Test::SmallDay::id(1));
        moved.where = moved.where.atDistanceAndAzimuth(300, 0);
        day.tell(StopSeen{.stop = moved, .version = 2000});
        day.tick(1s);
        QCOMPARE(day.wishes.size(), 2);
        day.tell(answerTo(day.wishes.first())); // too late: of the old places
        QCOMPARE(day.paths.size(), 1);
        day.tell(answerTo(day.wishes.last()));
        QCOMPARE(day.paths.size(), 2);
    }

    void leavesALegEmptyForAStopWithoutAPlace()
    {
        SmallDay day;
        auto lost = day.stops.value(Doorstep::Test::SmallDay::id(1));
        lost.where = {};
        day.tell(StopSeen{.stop = lost, .version = 2000});
        day.tick(1s);
        QCOMPARE(day.wishes.last().places.size(), 4);
        day.tell(answerTo(day.wishes.last()));
        QCOMPARE(day.paths.last().legs.size(), 4);
        QVERIFY(day.paths.last().legs.at(1).isEmpty());
        QVERIFY(!day.paths.last().legs.at(2).isEmpty());
    }

    void takesTheFirstForecastAlongRoadsForThePlan()
    {
        SmallDay day;
        day.tick(20s);
        QVERIFY(!day.stops.value(day.id(0)).scheduledArrival.isValid()); // the roads may still come
        day.tell(answerTo(day.wishes.first()));
        day.tick(1s);
        const auto first = day.forecasts.last();
        for (int i = 0; i < 3; ++i)
            QCOMPARE(day.stops.value(day.id(i)).scheduledArrival, first.stops.at(i).expectedArrival);
        for (int i = 0; i < 60; ++i)
            day.tick(30s); // later and later, but the plan stays
        QVERIFY(day.forecasts.last().stops.at(2).expectedArrival > first.stops.at(2).expectedArrival);
        QCOMPARE(day.stops.value(day.id(2)).scheduledArrival, first.stops.at(2).expectedArrival);
    }

    void takesTheFirstForecastForThePlanWhereRoadsStayUnknown()
    {
        SmallDay day;
        day.tick(59s);
        QVERIFY(!day.stops.value(day.id(2)).scheduledArrival.isValid());
        day.tick(10s);
        QVERIFY(day.stops.value(day.id(2)).scheduledArrival.isValid());
    }

    void plansNothingThatWouldBeTooLate()
    {
        SmallDay day;
        auto late = day.stops.value(Doorstep::Test::SmallDay::id(1));
        late.window = {.from = morning.addSecs(-7200), .to = morning.addSecs(-3600)}; // before the day was seen first
        day.stops.insert(late.id, late);
        day.tell(StopSeen{.stop = late, .version = 2000});
        day.tell(answerTo(day.wishes.first()));
        day.tick(1s);
        QVERIFY(!day.stops.value(day.id(1)).scheduledArrival.isValid());
        QVERIFY(day.stops.value(day.id(2)).scheduledArrival.isValid());
    }

    void leavesAPlanAsItIs()
    {
        SmallDay day;
        auto planned = day.stops.value(Doorstep::Test::SmallDay::id(1));
        planned.scheduledArrival = morning.addSecs(1234);
        day.stops.insert(planned.id, planned);
        day.tell(StopSeen{.stop = planned, .version = 2000});
        day.tell(answerTo(day.wishes.first()));
        day.tick(1s);
        QCOMPARE(day.stops.value(day.id(1)).scheduledArrival, morning.addSecs(1234));
        QVERIFY(day.stops.value(day.id(2)).scheduledArrival.isValid());
    }

    void plansNoArrivalWhereTheDriverIsAlready()
    {
        SmallDay day;
        day.stay(Doorstep::Test::SmallDay::place(0), 55s);
        day.tell(answerTo(day.wishes.first()));
        day.tick(1s);
        QCOMPARE(day.stops.value(day.id(0)).status, Stop::Status::Arrived);
        QVERIFY(!day.stops.value(day.id(0)).scheduledArrival.isValid());
        QVERIFY(day.stops.value(day.id(1)).scheduledArrival.isValid());
    }

    void tellsOnlyWhatChanged()
    {
        SmallDay day;
        day.stay(Doorstep::Test::SmallDay::place(0).atDistanceAndAzimuth(500, 270), 20s);
        const auto told = day.forecasts.size();
        day.stay(Doorstep::Test::SmallDay::place(0).atDistanceAndAzimuth(480, 270), 40s);
        QCOMPARE_LE(day.forecasts.size(), told + 1);
    }

    void concludesTheSameFromTheSame()
    {
        const auto run = [] {
            SmallDay day;
            day.stay(depotPlace, 60s);
            for (int i = 0; i < 3; ++i) {
                day.stay(Doorstep::Test::SmallDay::place(i), 90s);
                day.finish(i, i == 1 ? Stop::Status::Failed : Stop::Status::Delivered);
            }
            return std::pair{day.forecasts, day.stops};
        };
        QCOMPARE(run(), run());
    }

    void survivesStrangeWorlds()
    {
        DayWatch watch;
        QVERIFY(watch.see(Tick{}, morning).empty());
        QVERIFY(watch.see(StopGone{StopId(u"never"_s)}, morning).empty());
        QVERIFY(watch.see(RouteGone{RouteId(u"never"_s)}, morning).empty());
        QVERIFY(watch.see(PathFound{}, morning).empty());
        Route route;
        route.id = RouteId(u"r"_s);
        route.stops = {StopId(u"unknown"_s), StopId(u"unknown"_s)};
        QVERIFY(watch.see(RouteSeen{.route = route}, morning).empty());
        for (const auto &fact : watch.see(Tick{}, morning))
            QVERIFY(!std::holds_alternative<StopBecame>(fact));
    }
};

QTEST_APPLESS_MAIN(DayWatchTest)
#include "tst_daywatch.moc"
