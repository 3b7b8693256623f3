// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/fleet.h"
#include "tests/support/samples.h"

#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

Stop stop(int number)
{
    auto stop = someStop();
    stop.id = StopId(u"stop-%1"_s.arg(number));
    return stop;
}

Batch day(int stops)
{
    Batch batch;
    batch.drivers.written = {someDriver()};
    batch.routes.written = {someRoute()};
    batch.routes.written.first().stops.clear();
    for (int i = 0; i < stops; ++i) {
        batch.stops.written.append(stop(i));
        batch.routes.written.first().stops.append(StopId(u"stop-%1"_s.arg(i)));
    }
    batch.parcels.written = {someParcel()};
    return batch;
}

} // namespace

class FleetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void saysOneThingATableABatch()
    {
        Fleet fleet;
        QSignalSpy inserted(&fleet.stops(), &TableSignals::inserted);
        QSignalSpy changed(&fleet.stops(), &TableSignals::changed);
        const QSignalSpy applied(&fleet, &Fleet::applied);

        fleet.apply(day(100));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted.first(), (QVariantList{qsizetype(0), qsizetype(99)}));
        QCOMPARE(changed.size(), 0);

        Batch batch = day(102);
        batch.stops.written[7].status = Stop::Status::Delivered;
        batch.stops.written[3].status = Stop::Status::Cancelled;
        fleet.apply(batch);
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().value<QList<qsizetype>>(), (QList<qsizetype>{3, 7}));
        QCOMPARE(applied.size(), 2);

        fleet.apply(batch);
        QCOMPARE(changed.size(), 1); // nothing is different
        fleet.apply({});
        QCOMPARE(applied.size(), 3); // nothing at all came
    }

    void takesTheLastOfTwoWritingsInOneBatch()
    {
        Fleet fleet;
        Batch batch;
        batch.stops.written = {stop(1), stop(2), stop(1)};
        batch.stops.written[2].customer = u"Later"_s;
        fleet.apply(batch);
        QCOMPARE(fleet.stops().size(), 2);
        QCOMPARE(fleet.stops().find(StopId(u"stop-1"_s))->customer, u"Later"_s);

        batch.stops.written = {stop(2), stop(2)};
        batch.stops.written[1].customer = u"Last"_s;
        fleet.apply(batch);
        QCOMPARE(fleet.stops().find(StopId(u"stop-2"_s))->customer, u"Last"_s);
    }

    void removesAndStillFindsTheRest_data()
    {
        QTest::addColumn<QList<int>>("removed");
        QTest::newRow("one") << QList<int>{5};
        QTest::newRow("first and last") << QList<int>{0, 199};
        QTest::newRow("a range and a single") << QList<int>{10, 12, 11, 150};
        QTest::newRow("one twice and a stranger") << QList<int>{5, 5, 7'000};
        QTest::newRow("many at once") << [] {
            QList<int> numbers;
            for (int i = 0; i < 200; i += 2)
                numbers.append(i);
            return numbers;
        }();
        QTest::newRow("all") << [] {
            QList<int> numbers(200);
            std::ranges::iota(numbers, 0);
            return numbers;
        }();
    }

    void removesAndStillFindsTheRest()
    {
        QFETCH(const QList<int>, removed);
        Fleet fleet;
        fleet.apply(day(200));
        Batch batch;
        for (const auto number : removed)
            batch.stops.removed.append(StopId(u"stop-%1"_s.arg(number)));
        fleet.apply(batch);

        for (int i = 0; i < 200; ++i) {
            const auto *found = fleet.stops().find(StopId(u"stop-%1"_s.arg(i)));
            QCOMPARE(found == nullptr, removed.contains(i));
            if (found != nullptr)
                QCOMPARE(&fleet.stops().at(fleet.stops().rowOf(found->id)), found);
        }
    }

    void findsTheWayFromOneThingToAnother()
    {
        Fleet fleet;
        auto batch = day(3);
        batch.forecasts.written = {someForecast()};
        fleet.apply(batch);

        const StopId id(u"stop-2"_s);
        QCOMPARE(fleet.placeOf(id).position, 2);
        QCOMPARE(fleet.routeOf(id)->id, RouteId(u"route-1"_s));
        QCOMPARE(fleet.driverOf(id)->name, u"Carla Núñez"_s);
        QCOMPARE(fleet.routeOf(DriverId(u"carla"_s))->id, RouteId(u"route-1"_s));
        QCOMPARE(fleet.forecastOf(id)->expectedArrival, at(14, 41));
        QCOMPARE(fleet.parcelWithNumber(u"DS441022076UY"_s)->stop, StopId(u"stop-1"_s));
        QCOMPARE(fleet.trackingNumberOf(*fleet.stops().find(id)), u"DS441022076UY"_s);

        // The stop goes to another route; nobody drives to it any more; its route goes.
        batch = {};
        batch.routes.written = {someRoute()};
        batch.routes.written[0].stops = {StopId(u"stop-0"_s)};
        fleet.apply(batch);
        QVERIFY(!fleet.placeOf(id).isValid());
        QCOMPARE(fleet.driverOf(id), nullptr);
        batch = {};
        batch.routes.removed = {RouteId(u"route-1"_s)};
        batch.parcels.removed = {ParcelId(u"parcel-1"_s)};
        fleet.apply(batch);
        QVERIFY(!fleet.placeOf(StopId(u"stop-0"_s)).isValid());
        QCOMPARE(fleet.routeOf(DriverId(u"carla"_s)), nullptr);
        QCOMPARE(fleet.parcelWithNumber(u"DS441022076UY"_s), nullptr);
    }

    void prefersTheRouteUnderwayOfTheDay()
    {
        Fleet fleet;
        Batch batch;
        const auto route = [](const char *id, Route::Status status, int startHour, int dayOfMonth) {
            auto made = someRoute();
            made.id = RouteId(QString::fromLatin1(id));
            made.status = status;
            made.scheduledStart = at(startHour);
            made.day = QDate(2026, 3, dayOfMonth);
            return made;
        };
        batch.routes.written = {
            route("done", Route::Status::Finished, 8, 12), route("now", Route::Status::Underway, 12, 12),
            route("next", Route::Status::Planned, 16, 12), route("later", Route::Status::Planned, 12, 13)};
        fleet.apply(batch);
        QCOMPARE(fleet.routeOf(DriverId(u"carla"_s))->id, RouteId(u"now"_s));
        fleet.setDay(QDate(2026, 3, 13));
        QCOMPARE(fleet.routeOf(DriverId(u"carla"_s))->id, RouteId(u"later"_s));
        QVERIFY(fleet.colourOf(RouteId(u"now"_s)) != fleet.colourOf(RouteId(u"next"_s)));
    }

    void neverMovesADriverBack()
    {
        Fleet fleet;
        const auto fix = [](int second, double latitude) {
            auto made = someFix();
            made.clockSuspect = false;
            made.fixedAt = at(14, 0).addSecs(second);
            made.receivedAt = made.fixedAt;
            made.where.setLatitude(latitude);
            return made;
        };
        Batch batch;
        const QSignalSpy moved(&fleet.trails(), &Trails::moved);
        batch.fixes = {fix(0, 0.0), fix(20, 2.0), fix(10, 1.0), fix(20, 7.0), fix(21, 3.0), fix(22, 4.0)};
        fleet.apply(batch);
        QCOMPARE(moved.size(), 1);
        const DriverId carla(u"carla"_s);
        QCOMPARE(fleet.trails().last(carla)->where.latitude(), 4.0);
        const auto trail = fleet.trails().trail(carla);
        QCOMPARE(trail.size(), 3); // 0 s and 20 s are ten seconds apart, 22 s is where the driver is
        QCOMPARE(trail.constLast().latitude, 4.0);

        batch.fixes = {fix(22, 9.0)};
        fleet.apply(batch);
        QCOMPARE(moved.size(), 1); // told again

        batch.fixes = {fix(3'600, 5.0)};
        fleet.apply(batch);
        QCOMPARE(fleet.trails().trail(carla).size(), 1); // the rest is older than half an hour
    }

    void doesNotTrustAPhoneThatLivesInTheFuture()
    {
        Fleet fleet;
        auto wrong = someFix();
        wrong.fixedAt = at(23);
        wrong.receivedAt = at(14, 7);
        auto right = someFix();
        right.clockSuspect = false;
        right.fixedAt = right.receivedAt = at(14, 8);
        right.where = QGeoCoordinate(-34.0, -56.0);
        Batch batch;
        batch.fixes = {wrong, right};
        fleet.apply(batch);
        QCOMPARE(*fleet.trails().last(right.driver), right);
    }

    void forgetsEverythingOnAnotherServer()
    {
        Fleet fleet;
        auto batch = day(3);
        batch.fixes = {someFix()};
        fleet.apply(batch);
        fleet.clear();
        QVERIFY(fleet.stops().isEmpty() && fleet.routes().isEmpty() && fleet.drivers().isEmpty());
        QCOMPARE(fleet.trails().size(), 0);
        QVERIFY(!fleet.placeOf(StopId(u"stop-1"_s)).isValid());
        QCOMPARE(fleet.parcelWithNumber(u"DS441022076UY"_s), nullptr);
    }
};

QTEST_GUILESS_MAIN(FleetTest)
#include "tst_fleet.moc"
