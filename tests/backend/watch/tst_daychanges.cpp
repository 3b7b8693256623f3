// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/backend/watch/smallday.h"

#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Watch;
using namespace Doorstep::Test;
using namespace std::chrono_literals;

/// What people decide while a route is under way.
class DayChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void passesByStopsThatWereCalledOffOrHeld_data()
    {
        QTest::addColumn<bool>("isHeld");
        QTest::newRow("called off") << false;
        QTest::newRow("held") << true;
    }

    void passesByStopsThatWereCalledOffOrHeld()
    {
        QFETCH(const bool, isHeld);
        SmallDay day;
        day.tell(answerTo(day.wishes.last()));
        auto stop = day.stops.value(Doorstep::Test::SmallDay::id(1));
        stop.window.to = day.now.addSecs(-60); // it would be late
        stop.held = isHeld;
        stop.status = isHeld ? Stop::Status::Planned : Stop::Status::Cancelled;
        day.tell(StopSeen{.stop = stop, .version = 2000});
        day.tick(1s);
        QCOMPARE(day.wishes.last().places.size(), 4);
        day.tell(answerTo(day.wishes.last()));
        QVERIFY(day.paths.last().legs.at(1).isEmpty());
        QVERIFY(!day.paths.last().legs.at(2).isEmpty());
        QCOMPARE(day.forecasts.last().stops.size(), 2);
        QCOMPARE(day.forecasts.last().stops.at(1).stop, day.id(2));
        QCOMPARE(day.forecasts.last().state, Forecast::State::OnTime);
        QCOMPARE(day.forecasts.last().doneStops, isHeld ? 0 : 1);
        QCOMPARE(day.route.status, Route::Status::Planned);

        stop.held = false;
        stop.status = Stop::Status::Planned;
        day.tell(StopSeen{.stop = stop, .version = 2001});
        day.tick(1s);
        QCOMPARE(day.forecasts.last().stops.size(), 3);
        QCOMPARE(day.forecasts.last().state, Forecast::State::Late);
    }

    void isNotDoneWhileAStopIsHeld()
    {
        SmallDay day;
        day.finish(0);
        day.finish(1);
        auto stop = day.stops.value(Doorstep::Test::SmallDay::id(2));
        stop.held = true;
        day.tell(StopSeen{.stop = stop, .version = 2000});
        day.tick(1s);
        QVERIFY(day.forecasts.last().stops.isEmpty());
        QVERIFY(day.forecasts.last().state != Forecast::State::Finished);
        QCOMPARE(day.route.status, Route::Status::Underway);
    }

    void forgetsTheRoadsOfARouteThatLostAllItsStops()
    {
        SmallDay day;
        day.tell(answerTo(day.wishes.last()));
        auto empty = day.route;
        empty.stops.clear();
        for (int i = 0; i < 3; ++i) {
            auto stop = day.stops.value(Doorstep::Test::SmallDay::id(i));
            stop.route = {};
            day.tell(StopSeen{.stop = stop, .version = 2000 + i});
        }
        day.tell(RouteSeen{.route = empty, .version = 2003});
        day.tick(1s);
        QCOMPARE(day.paths.last().legs.size(), 1);
        QVERIFY(day.paths.last().legs.first().isEmpty());
        QVERIFY(day.forecasts.last().stops.isEmpty());
    }

    void followsANewOrderAtTheNextTick()
    {
        SmallDay day;
        day.tell(answerTo(day.wishes.last()));
        auto turned = day.route;
        std::ranges::reverse(turned.stops);
        day.tell(RouteSeen{.route = turned, .version = 2000});
        day.tick(1s);
        QCOMPARE(day.forecasts.last().nextStop, day.id(2));
        QCOMPARE(day.wishes.last().places.at(1), day.place(2));
        day.tell(answerTo(day.wishes.last()));
        QCOMPARE(day.paths.last().legs.first().last(), day.place(2));
    }

    void dropsRoadsThatNoLongerFit()
    {
        SmallDay day;
        auto stop = day.stops.value(Doorstep::Test::SmallDay::id(1));
        stop.status = Stop::Status::Cancelled;
        day.tell(StopSeen{.stop = stop, .version = 2000});
        day.tell(answerTo(day.wishes.first())); // asked for when it was still on the way
        QVERIFY(day.paths.isEmpty());
    }
};

QTEST_APPLESS_MAIN(DayChangesTest)
#include "tst_daychanges.moc"
