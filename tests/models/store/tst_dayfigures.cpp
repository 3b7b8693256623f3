// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/cause.h"
#include "models/store/concerns.h"
#include "models/store/dayfigures.h"
#include "models/store/fleet.h"
#include "models/store/selection.h"
#include "models/store/serverclock.h"
#include "tests/support/samples.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Stop openStop(int number)
{
    auto stop = someStop();
    stop.id = StopId(u"stop-%1"_s.arg(number));
    stop.status = Stop::Status::Planned;
    stop.failure = Stop::Failure::None;
    stop.attempts = 0;
    stop.actualArrival = stop.actualDeparture = stop.completedAt = {};
    return stop;
}

Stop doneStop(int number, Stop::Status status, const QDateTime &at)
{
    auto stop = openStop(number);
    stop.status = status;
    stop.completedAt = stop.actualArrival = at;
    return stop;
}

Route routeWith(const QList<int> &numbers)
{
    auto route = someRoute();
    route.stops.clear();
    for (const auto number : numbers)
        route.stops.append(StopId(u"stop-%1"_s.arg(number)));
    return route;
}

StopForecast forecastFor(int number, const QDateTime &p50, const QDateTime &p90)
{
    return {.stop = StopId(u"stop-%1"_s.arg(number)),
            .expectedArrival = p50,
            .lateArrival = p90,
            .expectedDeparture = p50.addSecs(240)};
}

/// A fleet, what is derived of it, and a clock that stands at 14:07.
struct Day
{
    Fleet fleet;
    ServerClock clock;
    Concerns concerns{fleet};
    DayFigures figures{fleet, concerns, clock};

    Day() { clock.set(at(14, 7), 0.0); }

    void apply(const QList<Stop> &stops, const QList<Route> &routes = {}, const QList<Forecast> &forecasts = {})
    {
        Batch batch;
        batch.stops.written = stops;
        batch.routes.written = routes;
        batch.forecasts.written = forecasts;
        fleet.apply(batch);
    }
};

Forecast forecastOf(const QList<StopForecast> &stops, Forecast::State state = Forecast::State::OnTime)
{
    auto forecast = someForecast();
    forecast.state = state;
    forecast.stops = stops;
    return forecast;
}

} // namespace

class DayFiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void countsStops()
    {
        Day day;
        QSignalSpy changed(&day.figures, &DayFigures::changed);
        day.apply({doneStop(1, Stop::Status::Delivered, at(14, 30)), doneStop(2, Stop::Status::Delivered, at(15, 1)),
                   doneStop(3, Stop::Status::Failed, at(14)), doneStop(4, Stop::Status::Cancelled, {}), openStop(5)});
        QTRY_COMPARE(day.figures.current().totalStops, 4);
        QTRY_COMPARE(day.figures.current().deliveredStops, 2);
        QTRY_COMPARE(day.figures.current().onTimeStops, 1);
        QTRY_COMPARE(day.figures.current().onTimeFraction(), 0.5);
        QTRY_COMPARE(day.figures.current().exceptions, 1);
        QVERIFY(changed.size() <= 2);

        day.apply({doneStop(5, Stop::Status::Delivered, at(14, 2))});
        QTRY_COMPARE(day.figures.current().deliveredStops, 3);
        Batch batch;
        batch.stops.removed = {StopId(u"stop-1"_s), StopId(u"stop-3"_s)};
        day.fleet.apply(batch);
        QTRY_COMPARE(day.figures.current().totalStops, 2);
        QTRY_COMPARE(day.figures.current().deliveredStops, 2);
        QTRY_COMPARE(day.figures.current().exceptions, 0);
        day.fleet.clear();
        QTRY_COMPARE(day.figures.current(), Figures());
    }

    void countsPromises_data()
    {
        QTest::addColumn<Stop>("stop");
        QTest::addColumn<QList<int>>("counts"); // promised, kept, broken at 14:07; broken once its end has passed
        const auto row = [](const char *title, const Stop &stop, const QList<int> &counts) {
            QTest::newRow(title) << stop << counts;
        };
        const auto told = [](Stop stop, const QList<Promise> &promises) {
            stop.promises = promises;
            return stop;
        };
        const Promise window{.window = {.from = at(14), .to = at(15)}, .toldAt = at(9)};
        const Promise eta{
            .what = Promise::What::Eta, .window = {.from = at(14, 20), .to = at(14, 40)}, .toldAt = at(13)};
        using enum Stop::Status;
        row("nothing was told", told(doneStop(1, Delivered, at(14, 5)), {}), {0, 0, 0, 0});
        row("to come", told(openStop(1), {window}), {1, 0, 0, 1});
        row("to come, by now", told(openStop(1), {{.window = {.to = at(14)}, .toldAt = at(9)}}), {1, 0, 1, 1});
        row("to come, without an end", told(openStop(1), {{.window = {.from = at(14)}, .toldAt = at(9)}}),
            {1, 0, 0, 0});
        row("any time", told(openStop(1), {{.window = {}, .toldAt = at(9)}}), {0, 0, 0, 0});
        row("in time", told(doneStop(1, Delivered, at(14, 59)), {window}), {1, 1, 0, 0});
        row("in the last moment", told(doneStop(1, Delivered, at(15)), {window}), {1, 1, 0, 0});
        row("late by a second", told(doneStop(1, Delivered, at(15, 0, 1)), {window}), {1, 0, 1, 1});
        row("early", told(doneStop(1, Delivered, at(13, 59)), {window}), {1, 0, 1, 1});
        row("nobody opened", told(doneStop(1, Failed, at(14, 30)), {window}), {1, 1, 0, 0});
        row("called off", told(doneStop(1, Cancelled, at(16)), {window}), {0, 0, 0, 0});
        row("the last one counts", told(doneStop(1, Delivered, at(14, 50)), {window, eta}), {1, 0, 1, 1});
        row("told at the door", told(doneStop(1, Delivered, at(12)), {eta}), {0, 0, 0, 0});
        auto there = told(openStop(1), {window});
        there.status = Arrived;
        there.actualArrival = at(14, 5);
        row("there in time", there, {1, 0, 0, 0});
        there.promises = {{.window = {.to = at(14)}, .toldAt = at(9)}};
        row("there late", there, {1, 0, 1, 1});
    }

    void countsPromises()
    {
        QFETCH(const Stop, stop);
        QFETCH(const QList<int>, counts);
        Day day;
        day.apply({stop});
        const auto &figures = day.figures.current();
        QTRY_COMPARE((QList<int>{figures.promisedStops, figures.keptPromises, figures.brokenPromises}),
                     counts.first(3));
        QCOMPARE(figures.duePromises(), counts.at(1) + counts.at(2));
        day.clock.set(at(15, 30), 0.0);
        day.figures.refresh();
        QCOMPARE(figures.brokenPromises, counts.at(3));
        QCOMPARE(figures.keptPromises, counts.at(1));
        Batch gone;
        gone.stops.removed = {stop.id};
        day.fleet.apply(gone);
        QTRY_COMPARE(day.figures.current(), Figures());
    }

    void knowsWhatWillBeLate()
    {
        Day day;
        day.apply({openStop(1), openStop(2), openStop(3)}, {routeWith({1, 2, 3})},
                  {forecastOf({forecastFor(1, at(14, 20), at(14, 30)), forecastFor(2, at(14, 55), at(15, 5)),
                               forecastFor(3, at(15, 11), at(15, 20))})});
        QTRY_COMPARE(day.figures.current().atRiskStops, 2);
        QTRY_COMPARE(day.figures.current().exceptions, 1);
        const auto concern = day.concerns.all().value(Subject::of(StopId(u"stop-3"_s)));
        QCOMPARE(concern.kind, Concern::Kind::WillMissWindow);
        QCOMPARE(concern.lateBy, 11min);
        QCOMPARE(concern.dueAt, at(15));
        QCOMPARE(concern.route, RouteId(u"route-1"_s));
        QTRY_COMPARE(day.figures.current().pastDueExceptions, 0);

        day.clock.set(at(15, 1), 0.0);
        day.figures.refresh();
        QTRY_COMPARE(day.figures.current().pastDueExceptions, 1);

        // The driver makes up for it; the stop is taken off the route; it is done.
        day.apply({}, {}, {forecastOf({forecastFor(3, at(14, 30), at(14, 40))})});
        QTRY_COMPARE(day.figures.current().exceptions, 0);
        QTRY_COMPARE(day.figures.current().atRiskStops, 0);
    }

    void countsOnlyWhatNeedsAttentionNow()
    {
        Day day;
        day.apply({openStop(1)}, {routeWith({1})}, {forecastOf({forecastFor(1, at(15, 11), at(15, 20))})});
        QTRY_COMPARE(day.figures.current().exceptions, 1);
        Exception exception{.id = causeOf(day.concerns.all().value(Subject::of(StopId(u"stop-1"_s))), day.fleet).id};
        const auto write = [&] {
            Batch batch;
            batch.exceptions.written = {exception};
            day.fleet.apply(batch);
        };
        exception.snoozedUntil = at(15, 5);
        write();
        QTRY_COMPARE(day.figures.current().exceptions, 0);
        day.clock.set(at(15, 6), 0.0); // its time has come
        day.figures.refresh();
        QCOMPARE(day.figures.current().exceptions, 1);
        QCOMPARE(day.figures.current().pastDueExceptions, 1);
        exception.status = Exception::Status::Closed;
        write();
        QTRY_COMPARE(day.figures.current().exceptions, 0);
        QCOMPARE(day.figures.current().pastDueExceptions, 0);
        exception.status = Exception::Status::Open;
        exception.owner = UserId(u"ana"_s); // taken is not done
        write();
        QTRY_COMPARE(day.figures.current().exceptions, 1);
    }

    void looksAgainAtAStopTakenOffItsRoute()
    {
        Day day;
        day.apply({openStop(1)}, {routeWith({1})}, {forecastOf({forecastFor(1, at(16), at(17))})});
        QTRY_COMPARE(day.figures.current().exceptions, 1);
        day.apply({}, {routeWith({})});
        QTRY_COMPARE(day.figures.current().exceptions, 0);
        QTRY_COMPARE(day.figures.current().atRiskStops, 0);
    }

    void onlyRisksOfTheNextNinetyMinutesCount()
    {
        Day day;
        auto late = openStop(1);
        late.window = {.from = at(17), .to = at(18)};
        day.apply({late}, {routeWith({1})}, {forecastOf({forecastFor(1, at(17, 50), at(18, 10))})});
        QTRY_COMPARE(day.figures.current().atRiskStops, 0);
        day.clock.set(at(16, 31), 0.0);
        day.figures.refresh();
        QTRY_COMPARE(day.figures.current().atRiskStops, 1);
    }

    void knowsSilentDriversAndStopsWithoutAPlace()
    {
        Day day;
        auto lost = openStop(1);
        lost.where = {};
        day.apply({lost}, {routeWith({1})},
                  {forecastOf({forecastFor(1, at(14, 30), at(14, 40))}, Forecast::State::Silent)});
        QTRY_COMPARE(day.figures.current().silentDrivers, 1);
        QTRY_COMPARE(day.figures.current().liveDrivers, 0);
        QTRY_COMPARE(day.figures.current().exceptions, 2);
        QCOMPARE(day.concerns.all().value(Subject::of(StopId(u"stop-1"_s))).kind, Concern::Kind::NoPlace);
        QCOMPARE(day.concerns.all().value(Subject::of(StopId(u"stop-1"_s))).dueAt, at(14, 30));
        QCOMPARE(day.concerns.all().value(Subject::of(RouteId(u"route-1"_s))).dueAt, at(14, 21, 58));

        lost.where = QGeoCoordinate(-34.9, -56.1);
        day.apply({lost}, {}, {forecastOf({forecastFor(1, at(14, 30), at(14, 40))})});
        QTRY_COMPARE(day.figures.current().exceptions, 0);
        QTRY_COMPARE(day.figures.current().liveDrivers, 1);
    }

    void leavesOtherDaysOut()
    {
        Day day;
        auto tomorrow = routeWith({2});
        tomorrow.id = RouteId(u"route-2"_s);
        tomorrow.day = QDate(2026, 3, 13);
        day.apply({doneStop(1, Stop::Status::Failed, at(14)), openStop(2), openStop(3)}, {routeWith({1}), tomorrow});
        QTRY_COMPARE(day.figures.current().totalStops, 3);
        day.fleet.setDay(QDate(2026, 3, 13));
        QTRY_COMPARE(day.figures.current().totalStops, 2); // stop 2, and stop 3 that nobody drives to
        QTRY_COMPARE(day.figures.current().exceptions, 0);
    }

    void agreesWithCountingFromScratch()
    {
        Day day;
        QRandomGenerator random(20260312);
        for (int round = 0; round < 300; ++round) {
            QList<Stop> stops;
            for (quint32 i = random.bounded(5U); i > 0; --i) {
                const int number = random.bounded(40);
                const auto status = static_cast<Stop::Status>(random.bounded(5));
                stops.append(status <= Stop::Status::Arrived ? openStop(number)
                                                             : doneStop(number, status, at(14, random.bounded(59))));
                if (random.bounded(4) == 0)
                    stops.last().where = {};
            }
            QList<int> members;
            for (int i = 0; i < 40; ++i) {
                if (random.bounded(2) == 0)
                    members.append(i);
            }
            QList<StopForecast> forecasts;
            for (const auto member : members)
                forecasts.append(forecastFor(member, at(14, random.bounded(59)), at(15, random.bounded(20))));
            day.apply(stops, {routeWith(members)},
                      {forecastOf(forecasts, static_cast<Forecast::State>(random.bounded(5)))});
            if (random.bounded(5) == 0) {
                Batch batch;
                batch.stops.removed = {StopId(u"stop-%1"_s.arg(random.bounded(40)))};
                day.fleet.apply(batch);
            }

            const Concerns concerns(day.fleet);
            const DayFigures figures(day.fleet, concerns, day.clock);
            QCOMPARE(day.concerns.all(), concerns.all());
            QCOMPARE(day.concerns.atRisk(), concerns.atRisk());
            QTRY_COMPARE(day.figures.current(), figures.current());
        }
    }

    void runsTheBackendsClockAtItsRate()
    {
        ServerClock clock;
        QVERIFY(!clock.isSet());
        QVERIFY(std::abs(clock.now().msecsTo(QDateTime::currentDateTimeUtc())) < 5'000);
        QSignalSpy changed(&clock, &ServerClock::changed);
        clock.set(at(9), 3'600.0);
        QTRY_VERIFY(clock.now() > at(9, 0, 30)); // an hour a second
        QCOMPARE(changed.size(), 1);
        clock.set(at(9), 0.0);
        QCOMPARE(clock.now(), at(9));
        QCOMPARE(changed.size(), 2);
        clock.set(at(9), 0.0);
        QCOMPARE(changed.size(), 2);
    }

    void followsFromAStopToItsRouteAndDriver()
    {
        Day day;
        Selection selection(day.fleet);
        QSignalSpy changed(&selection, &Selection::changed);
        auto other = routeWith({3});
        other.id = RouteId(u"route-2"_s);
        other.driver = DriverId(u"bruno"_s);
        day.apply({openStop(1), openStop(2), openStop(3)}, {routeWith({1, 2}), other});

        selection.selectStop(StopId(u"stop-2"_s));
        QCOMPARE(selection.route(), RouteId(u"route-1"_s));
        QCOMPARE(selection.driver(), DriverId(u"carla"_s));
        selection.selectStop(StopId(u"stop-2"_s));
        QCOMPARE(changed.size(), 1);
        selection.selectStops({StopId(u"stop-1"_s), StopId(u"stop-2"_s)});
        QCOMPARE(selection.route(), RouteId(u"route-1"_s));
        QVERIFY(!selection.stop().isValid());
        selection.selectStops({StopId(u"stop-1"_s), StopId(u"stop-3"_s)});
        QVERIFY(!selection.route().isValid());
        selection.selectDriver(DriverId(u"bruno"_s));
        QCOMPARE(selection.route(), RouteId(u"route-2"_s));
        selection.selectRoute(RouteId(u"route-1"_s));
        QCOMPARE(selection.driver(), DriverId(u"carla"_s));
        selection.clear();
        QVERIFY(selection.isEmpty());
        QCOMPARE(changed.size(), 6);
    }
};

QTEST_GUILESS_MAIN(DayFiguresTest)
#include "tst_dayfigures.moc"
