// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/fleet.h"
#include "models/store/routecosts.h"
#include "tests/support/samples.h"

#include <QTest>

#include <cmath>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QGeoCoordinate depotPlace(-34.89, -56.19);

/// A van's route of four stops a kilometre apart on one street, and the way home; it begins at 12.
struct Day
{
    Route route;
    Batch batch;
    Fleet fleet;

    Day()
    {
        route.id = RouteId(u"r"_s);
        route.depot = DepotId(u"aguada"_s);
        route.vehicle = VehicleId(u"v"_s);
        route.scheduledStart = at(12);
        PackedPath path{.route = route.id, .legs = {}, .avoids = {}};
        for (int i = 0; i < 4; ++i) {
            Stop stop;
            stop.id = StopId(u"s%1"_s.arg(i));
            stop.depot = route.depot;
            stop.route = route.id;
            route.stops.append(stop.id);
            batch.stops.written.append(stop);
            path.legs.append(PackedLine{place(i), place(i + 1)});
        }
        path.legs.append(PackedLine{place(4), place(0)});
        batch.paths.written = {path};
        Vehicle vehicle;
        vehicle.id = route.vehicle;
        batch.vehicles.written = {vehicle};
    }
    static QGeoCoordinate place(int kilometers) { return depotPlace.atDistanceAndAzimuth(1000.0 * kilometers, 90); }
    void expectLastDeparture(const QDateTime &at)
    {
        Forecast forecast;
        forecast.route = route.id;
        forecast.stops = {
            {.stop = route.stops.constLast(), .expectedArrival = at, .lateArrival = at, .expectedDeparture = at}};
        batch.forecasts.written = {forecast};
    }
    void set(int stop, Stop::Status status, const QDateTime &completedAt = {})
    {
        batch.stops.written[stop].status = status;
        batch.stops.written[stop].completedAt = completedAt;
    }
    [[nodiscard]] std::optional<RouteCosts> costs(const QDateTime &now)
    {
        batch.routes.written = {route};
        fleet.apply(batch);
        return costsOf(route, fleet, now);
    }
};

bool isAbout(double value, double wanted)
{
    return std::abs(value - wanted) < 0.5;
}

} // namespace

class RouteCostsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void addsWorkKilometresAndTheRouteItself_data()
    {
        QTest::addColumn<std::chrono::seconds>("work");
        QTest::addColumn<double>("meters");
        QTest::addColumn<Vehicle::Kind>("kind");
        QTest::addColumn<double>("cost");
        QTest::addColumn<double>("grams");
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("a van") << 7200s << 10'000.0 << Vehicle::Kind::Van << 350.0 + 800.0 + 180.0 << 2000.0;
        QTest::newRow("a bicycle") << 7200s << 10'000.0 << Vehicle::Kind::Bicycle << 350.0 + 800.0 + 20.0 << 0.0;
        QTest::newRow("nothing") << 0s << 0.0 << Vehicle::Kind::Van << 350.0 << 0.0;
        QTest::newRow("less than nothing") << -60s << -5.0 << Vehicle::Kind::Van << 350.0 << 0.0;
        QTest::newRow("no number") << 3600s << nan << Vehicle::Kind::Van << 750.0 << 0.0;
    }
    void addsWorkKilometresAndTheRouteItself()
    {
        QFETCH(const std::chrono::seconds, work);
        QFETCH(const double, meters);
        QFETCH(const Vehicle::Kind, kind);
        QFETCH(const double, cost);
        QFETCH(const double, grams);
        const auto costs = costOf({.work = work, .meters = meters}, kind, Rates());
        QCOMPARE(costs.cost, cost);
        QCOMPARE(costs.gramsCo2, grams);
    }

    void expectsAPlannedRouteFromItsPlannedStart()
    {
        Day day;
        day.expectLastDeparture(at(14));
        const auto costs = day.costs(at(9));
        QVERIFY(costs);
        QVERIFY(!costs->soFar);
        const double home = 4000.0 / 6.5 / 3600.0; // hours
        QVERIFY(isAbout(costs->whole.cost, 350.0 + (2.0 + home) * 400.0 + 8.0 * 18.0));
        QVERIFY(isAbout(costs->whole.gramsCo2, 1600.0));
        QCOMPARE(costs->stops, 4);
        QVERIFY(isAbout(costs->perStop() * 4.0, costs->whole.cost));
    }

    void tellsSoFarFromWhatIsToCome()
    {
        Day day;
        day.route.status = Route::Status::Underway;
        day.route.actualStart = at(12, 30);
        day.set(0, Stop::Status::Delivered, at(12, 50));
        day.set(1, Stop::Status::Arrived);
        day.expectLastDeparture(at(14, 30));
        const auto costs = day.costs(at(13, 30));
        QVERIFY(costs && costs->soFar);
        QVERIFY(isAbout(costs->soFar->cost, 350.0 + 400.0 + 2.0 * 18.0)); // an hour, and two legs that were driven
        QVERIFY(costs->whole.cost > costs->soFar->cost + 400.0);
        QVERIFY(!costs->isOver);
    }

    void takesTheRatesOfTheDepot()
    {
        Day day;
        day.expectLastDeparture(at(14));
        const auto usual = day.costs(at(9));
        day.batch.rates.written = {
            {.id = day.route.depot, .rates = {.perHour = 0.0, .perKilometerVan = 1.0, .fixed = 0.0}}};
        const auto own = day.costs(at(9));
        QVERIFY(usual && own);
        QVERIFY(isAbout(own->whole.cost, 8.0));
    }

    void saysWhatARouteThatHasEndedCameTo()
    {
        Day day;
        day.route.status = Route::Status::Finished;
        day.route.actualStart = at(12);
        day.route.actualEnd = at(15);
        for (int i = 0; i < 4; ++i)
            day.set(i, Stop::Status::Delivered, at(13));
        const auto costs = day.costs(at(18));
        QVERIFY(costs);
        QVERIFY(costs->isOver);
        QCOMPARE(costs->soFar, costs->whole);
        QVERIFY(isAbout(costs->whole.cost, 350.0 + 1200.0 + 8.0 * 18.0));
    }

    void countsTheWayHomeWhenAllIsDone()
    {
        Day day;
        day.route.actualStart = at(12);
        for (int i = 0; i < 4; ++i)
            day.set(i, Stop::Status::Delivered, at(13));
        const auto soon = day.costs(at(13, 1));
        const auto later = day.costs(at(15)); // who is not back yet costs on
        QVERIFY(soon && later);
        QVERIFY(isAbout(soon->whole.cost, 350.0 + (1.0 + 4000.0 / 6.5 / 3600.0) * 400.0 + 8.0 * 18.0));
        QVERIFY(isAbout(later->whole.cost, 350.0 + 3.0 * 400.0 + 8.0 * 18.0));
    }

    void leavesOutWhatWasCalledOff()
    {
        Day day;
        day.expectLastDeparture(at(14));
        day.set(2, Stop::Status::Cancelled);
        QCOMPARE(day.costs(at(9))->stops, 3);
    }

    void saysNothingWhereNothingIsKnown_data()
    {
        QTest::addColumn<int>("missing");
        QTest::newRow("no path") << 0;
        QTest::newRow("no start") << 1;
        QTest::newRow("no forecast") << 2;
        QTest::newRow("no now") << 3;
    }
    void saysNothingWhereNothingIsKnown()
    {
        QFETCH(const int, missing);
        Day day;
        if (missing != 2)
            day.expectLastDeparture(at(14));
        if (missing == 0)
            day.batch.paths.written.clear();
        if (missing == 1)
            day.route.scheduledStart = {};
        QVERIFY(!day.costs(missing == 3 ? QDateTime() : at(9)));
    }
};

QTEST_GUILESS_MAIN(RouteCostsTest)

#include "tst_routecosts.moc"
