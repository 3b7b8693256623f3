// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/clock.h"
#include "models/store/concerns.h"
#include "models/store/fleet.h"
#include "models/store/selection.h"
#include "tests/support/samples.h"
#include "widgets/map/mapcards.h"
#include "widgets/map/mapfeed.h"
#include "widgets/map/mapoverlay.h"
#include "widgets/map/mapscenes.h"
#include "widgets/map/mapview.h"

#include <QQuickItem>
#include <QQuickWidget>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {
class FixedClock : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return Test::at(14, 7); }
};

/// A route of three stops: one delivered, one next and late, one after it.
Batch someDay()
{
    Batch batch;
    batch.depots.written = {Test::someDepot()};
    batch.drivers.written = {Test::someDriver()};
    auto route = Test::someRoute();
    route.driver = Test::someDriver().id;
    route.status = Route::Status::Underway;
    route.stops = {StopId(u"one"_s), StopId(u"two"_s), StopId(u"three"_s)};
    auto place = QGeoCoordinate(-34.9, -56.16);
    for (const auto &id : route.stops) {
        auto stop = Test::someStop();
        stop.id = id;
        stop.route = route.id;
        stop.where = place;
        stop.status = id == route.stops.first() ? Stop::Status::Delivered : Stop::Status::Planned;
        stop.failure = Stop::Failure::None;
        stop.window = {.from = Test::at(14, 0), .to = Test::at(14, 30)};
        batch.stops.written.append(stop);
        place = place.atDistanceAndAzimuth(500.0, 90.0);
    }
    batch.routes.written = {route};
    auto path = Test::someRoutePath();
    path.route = route.id;
    path.legs = {
        {{-34.91, -56.17}, {-34.9, -56.16}}, {{-34.9, -56.16}, {-34.9, -56.155}}, {{-34.9, -56.155}, {-34.9, -56.15}}};
    batch.paths.written = {PackedPath::of(path)};
    auto forecast = Test::someForecast();
    forecast.route = route.id;
    forecast.state = Forecast::State::Late;
    forecast.nextStop = route.stops.at(1);
    forecast.slack = std::chrono::minutes(-11);
    forecast.stops = {{.stop = route.stops.at(1),
                       .expectedArrival = Test::at(14, 41),
                       .lateArrival = Test::at(14, 50),
                       .expectedDeparture = Test::at(14, 44)},
                      {.stop = route.stops.at(2),
                       .expectedArrival = Test::at(14, 25),
                       .lateArrival = Test::at(14, 40),
                       .expectedDeparture = Test::at(14, 28)}};
    batch.forecasts.written = {forecast};
    auto fix = Test::someFix();
    fix.driver = Test::someDriver().id;
    fix.where = {-34.9, -56.158};
    fix.fixedAt = fix.receivedAt = Test::at(14, 6, 48);
    fix.mocked = true;
    fix.clockSuspect = false;
    fix.speedMetersPerSecond = 10.0;
    batch.fixes = {fix};
    return batch;
}

class Desk
{
public:
    Desk()
        : concerns(fleet)
        , selection(fleet)
        , view(clock)
        , feed(fleet, concerns, selection, clock, view)
    {
        view.setAnimated(false);
        view.resize(800, 600);
        view.show();
    }

    [[nodiscard]] const ProjectedScene &scene() const
    {
        return view.findChild<QQuickWidget *>()->rootObject()->findChild<MapOverlay *>()->scene();
    }

    FixedClock clock;
    Fleet fleet;
    Concerns concerns;
    Selection selection;
    MapView view;
    MapFeed feed;
};
} // namespace

class MapFeedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyStoreIsAnEmptyMap()
    {
        const Fleet fleet;
        const Concerns concerns(fleet);
        QVERIFY(stopMarkers(fleet, concerns).isEmpty());
        QVERIFY(routeLines(fleet).isEmpty());
        QVERIFY(driverMarkers(fleet).isEmpty());
        QVERIFY(trailOf(fleet, DriverId(u"nobody"_s)).isEmpty());
        QCOMPARE(MapCards::of(StopId(u"none"_s), fleet, FixedClock()), MapCard());
        QCOMPARE(MapCards::of(DriverId(u"nobody"_s), fleet, FixedClock()), MapCard());
    }

    void stopsHaveNumbersShapesAndOutlook()
    {
        Fleet fleet;
        const Concerns concerns(fleet);
        fleet.apply(someDay());
        const auto markers = stopMarkers(fleet, concerns);
        QCOMPARE(markers.size(), 3);
        QCOMPARE(markers.at(0).shape, StopMarker::Shape::Delivered);
        QCOMPARE(markers.at(1).number, 2);
        QVERIFY(markers.at(1).next);
        QVERIFY(markers.at(1).exception); // expected after its window
        QCOMPARE(markers.at(2).outlook, Forecast::State::AtRisk); // only the late estimate is
        QCOMPARE(markers.at(2).colour, fleet.colourOf(Test::someRoute().id));
    }

    void aRouteIsDoneAsFarAsItsNextStop()
    {
        Fleet fleet;
        fleet.apply(someDay());
        const auto lines = routeLines(fleet);
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().doneLegs, 1);
        QCOMPARE(lines.first().reached, QGeoCoordinate(-34.9, -56.158));
    }

    void aStandingDriverPointsNowhere()
    {
        Fleet fleet;
        auto day = someDay();
        day.fixes.first().headingDegrees = 90.0;
        fleet.apply(day);
        QVERIFY(driverMarkers(fleet).first().headingDegrees);
        QVERIFY(driverMarkers(fleet).first().mocked);
        QCOMPARE(driverMarkers(fleet).first().state, Forecast::State::Late);
        day.fixes.first().fixedAt = Test::at(14, 6, 59);
        day.fixes.first().speedMetersPerSecond = 0.0;
        fleet.apply(day);
        QVERIFY(!driverMarkers(fleet).first().headingDegrees);
    }

    void cardsSayWhatIsKnown()
    {
        Fleet fleet;
        fleet.apply(someDay());
        const FixedClock clock;
        const auto driver = MapCards::of(Test::someDriver().id, fleet, clock);
        QCOMPARE(driver.title, Test::someDriver().name);
        QCOMPARE(driver.tone, Forecast::State::Late);
        QVERIFY(!driver.warning.isEmpty());
        QVERIFY(driver.lines.contains(MapCard::Line{u"Seen"_s, u"12 s ago"_s})
                || driver.lines.contains(MapCard::Line{u"Seen"_s, u"19 s ago"_s}));
        QVERIFY(driver.lines.contains(MapCard::Line{u"Speed"_s, u"36 km/h"_s}));
        const auto stop = MapCards::of(StopId(u"two"_s), fleet, clock);
        QVERIFY(stop.title.startsWith(u'2'));
        QCOMPARE(stop.tone, Forecast::State::Late);
    }

    void theMapFollowsTheStore()
    {
        Desk desk;
        desk.fleet.apply(someDay());
        QTRY_COMPARE(desk.scene().stops().size(), 3);
        QTRY_COMPARE(desk.scene().lines().size(), 1U);
        QCOMPARE(desk.scene().drivers().size(), 1);
        QCOMPARE(desk.scene().depots().size(), 1U);
        QTRY_VERIFY(desk.view.camera().centre.distanceTo({-34.9, -56.16}) < 5000.0); // the first day came into view

        Batch gone;
        gone.stops.removed = {StopId(u"three"_s)};
        desk.fleet.apply(gone);
        QTRY_COMPARE(desk.scene().stops().size(), 2);
        desk.fleet.clear();
        QTRY_COMPARE(desk.scene().stops().size(), 0);
        QTRY_COMPARE(desk.scene().drivers().size(), 0);
    }

    void thereIsOneSelection()
    {
        Desk desk;
        desk.fleet.apply(someDay());
        desk.selection.selectStop(StopId(u"two"_s));
        QCOMPARE(desk.scene().selection().stops, QSet{StopId(u"two"_s)});
        QVERIFY(desk.scene().isInFocus(Test::someRoute().id));
        QVERIFY(!desk.scene().isInFocus(RouteId(u"another"_s)));

        Q_EMIT desk.view.selectionRequested(
            {.stops = {StopId(u"one"_s), StopId(u"three"_s)}, .drivers = {}, .routes = {}});
        QCOMPARE(desk.selection.stops(), (QList{StopId(u"one"_s), StopId(u"three"_s)}));
        Q_EMIT desk.view.selectionRequested({.stops = {}, .drivers = {Test::someDriver().id}, .routes = {}});
        QCOMPARE(desk.selection.driver(), Test::someDriver().id);
        QVERIFY(!desk.scene().trail().empty());
        Q_EMIT desk.view.selectionRequested({});
        QVERIFY(desk.selection.isEmpty());
        QVERIFY(desk.scene().trail().empty());
    }

    void bringsIntoSightWhatIsSelectedElsewhere()
    {
        Desk desk;
        desk.fleet.apply(someDay());
        const auto far = MapCamera{.centre = {-34.7, -56.3}, .zoom = 15.0};
        const auto centre = [&desk] { return desk.view.camera().centre; };
        const auto isAt = [&](const QGeoCoordinate &place) { return centre().distanceTo(place) < 5.0; };
        const auto one = desk.fleet.stops().find(StopId(u"one"_s))->where;

        desk.view.setCamera(far);
        desk.selection.selectStop(StopId(u"one"_s));
        QVERIFY(isAt(one));
        QCOMPARE(desk.view.camera().zoom, far.zoom); // nearer or farther is the person's choice
        desk.selection.selectStop(StopId(u"two"_s)); // in sight from here
        QVERIFY(isAt(one));

        desk.view.setCamera(far);
        desk.selection.selectStops({StopId(u"one"_s), StopId(u"three"_s)});
        QVERIFY(isAt(far.centre));
        desk.selection.selectDriver(Test::someDriver().id);
        QVERIFY(isAt({-34.9, -56.158}));

        desk.view.setCamera(far);
        Q_EMIT desk.view.selectionRequested({.stops = {StopId(u"one"_s)}, .drivers = {}, .routes = {}});
        QVERIFY(isAt(far.centre));
        desk.view.setPicking(true); // where the person is about to click stays under the pointer
        desk.selection.selectStop(StopId(u"two"_s));
        QVERIFY(isAt(far.centre));
    }

    void plansGoAlongRoadsOnceTheyAreKnown()
    {
        Fleet fleet;
        fleet.apply(someDay());
        const auto route = Test::someRoute().id;
        const PlannedLists planned{{route, {StopId(u"one"_s), StopId(u"three"_s), StopId(u"two"_s)}}};
        PlannedRoads roads;
        const auto drives = roads.missing(planned, fleet);
        QCOMPARE(drives.size(), 3); // one to three, three to two, two to the depot
        const auto legs = [&] { return routeLines(fleet, planned, roads).first().legs; };
        QCOMPARE(legs().size(), 4);
        QCOMPARE(legs()[0], fleet.paths().find(route)->legs[0]); // as it is
        QCOMPARE(legs()[1].size(), 2); // straight
        const QList<QGeoCoordinate> around{drives[0].from, {-34.905, -56.155}, drives[0].to};
        roads.take(drives, {around, {}});
        QCOMPARE(legs()[1], PackedLine(around));
        QCOMPARE(legs()[2].size(), 2); // no road leads there: straight still
        QCOMPARE(roads.missing(planned, fleet), drives.last(1)); // nobody asks twice
    }

    void anUnfedViewStays()
    {
        Desk desk;
        desk.fleet.apply(someDay());
        auto temporary = std::make_unique<MapFeed>(desk.fleet, desk.concerns, desk.selection, desk.clock, desk.view);
        temporary.reset();
        desk.fleet.clear();
        QVERIFY(!desk.view.grab().isNull());
    }
};

QTEST_MAIN(MapFeedTest)
#include "tst_mapfeed.moc"
