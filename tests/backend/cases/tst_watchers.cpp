// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/watchers.h"

#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Cases;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 3, 12), QTime(15, 0), QTimeZone::UTC);
const QGeoCoordinate door(-34.9055, -56.1851);

/// One driver on the way to one stop, on time, in good order; each row spoils one thing.
struct World
{
    Stop stop{
        .id = StopId(u"s1"_s), .where = door, .whereScore = 1.0, .window = {.from = {}, .to = noon.addSecs(1800)}};
    Depot depot{.id = DepotId(u"aguada"_s), .where = door.atDistanceAndAzimuth(4'000, 0)};
    Route route{.id = RouteId(u"r1"_s),
                .status = Route::Status::Underway,
                .scheduledStart = noon.addSecs(-3600),
                .scheduledEnd = noon.addSecs(10'800),
                .stops = {StopId(u"s1"_s)}};
    StopForecast ahead{.stop = StopId(u"s1"_s),
                       .expectedArrival = noon.addSecs(1200),
                       .lateArrival = noon.addSecs(1500),
                       .expectedDeparture = noon.addSecs(1400)};
    Forecast forecast{.route = RouteId(u"r1"_s), .computedAt = noon, .lastSeen = noon, .stops = {ahead}};
    RoutePath path{.route = RouteId(u"r1"_s), .legs = {{door.atDistanceAndAzimuth(4'000, 0), door}}};
    Track track;
    QHash<StopId, Stop> stops{{stop.id, stop}};
    CaseSettings settings;

    World()
    {
        Fix fix;
        fix.fixedAt = noon;
        fix.where = door.atDistanceAndAzimuth(2'000, 0);
        fix.batteryFraction = 0.8;
        track = {.last = fix, .trusted = fix, .anchor = fix.where, .anchoredAt = noon.addSecs(-20)};
    }

    [[nodiscard]] QStringList seen() const
    {
        const StopView ofStop{
            .stop = stop, .depot = &depot, .forecast = &ahead, .track = &track, .settings = settings, .now = noon};
        const RouteView ofRoute{.route = route,
                                .stops = stops,
                                .depot = &depot,
                                .forecast = &forecast,
                                .path = &path,
                                .track = &track,
                                .now = noon,
                                .settings = settings};
        QStringList words;
        for (const auto &kind : kinds()) {
            if ((kind.stopWatcher != nullptr && kind.stopWatcher(ofStop))
                || (kind.routeWatcher != nullptr && kind.routeWatcher(ofRoute)))
                words.append(kind.word);
        }
        return words;
    }
};

using Spoil = void (*)(World &);

void fail(World &world, Stop::Failure failure)
{
    world.stop.status = Stop::Status::Failed;
    world.stop.failure = failure;
    world.stop.attempts = 1;
    world.stop.completedAt = noon;
}

void deliverFrom(World &world, double meters)
{
    world.stop.status = Stop::Status::Delivered;
    world.stop.completedAt = noon;
    world.track.trusted->where = door.atDistanceAndAzimuth(meters, 0); // north, along the route
}

void stand(World &world, qint64 seconds)
{
    world.track.anchoredAt = noon.addSecs(-seconds);
}

} // namespace

Q_DECLARE_METATYPE(Spoil)

class WatchersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sayWhatIsWrongAndNothingElse_data()
    {
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *name, Spoil spoil, const QStringList &words) {
            QTest::newRow(name) << spoil << words;
        };
        row("all is well", [](World &) { }, {});
        row("nobody home", [](World &w) { fail(w, Stop::Failure::NobodyHome); }, {u"missed"_s});
        row("refused", [](World &w) { fail(w, Stop::Failure::Refused); }, {u"missed"_s});
        row("cancelled is nobody's case", [](World &w) { w.stop.status = Stop::Status::Cancelled; }, {});
        row("no place", [](World &w) { w.stop.where = {}; }, {u"address"_s});
        row("no place, but done",
            [](World &w) {
                w.stop.where = {};
                w.stop.status = Stop::Status::Delivered;
            },
            {});
        row("score just below", [](World &w) { w.stop.whereScore = 0.79; }, {u"address_unsure"_s});
        row("score just enough", [](World &w) { w.stop.whereScore = 0.8; }, {});
        row("in another country", [](World &w) { w.depot.where = door.atDistanceAndAzimuth(81'000, 0); },
            {u"address_far"_s});
        row("far, but served", [](World &w) { w.depot.where = door.atDistanceAndAzimuth(79'000, 0); }, {});
        row("a second late", [](World &w) { w.ahead.expectedArrival = w.stop.window.to.addSecs(1); }, {u"late"_s});
        row("just in time", [](World &w) { w.ahead.expectedArrival = w.stop.window.to; }, {});
        row("late, but held",
            [](World &w) {
                w.ahead.expectedArrival = w.stop.window.to.addSecs(99);
                w.stop.held = true;
            },
            {});
        row("late, but the driver is there",
            [](World &w) {
                w.ahead.expectedArrival = w.stop.window.to.addSecs(99);
                w.stop.status = Stop::Status::Arrived;
            },
            {});
        row("delivered from afar", [](World &w) { deliverFrom(w, 310); }, {u"far_delivery"_s});
        row("delivered nearby", [](World &w) { deliverFrom(w, 290); }, {});
        row("delivered from afar, but at the entrance",
            [](World &w) {
                deliverFrom(w, 310);
                w.stop.entrance = w.track.trusted->where.atDistanceAndAzimuth(20, 0);
            },
            {});
        row("delivered from afar, on the other side than the entrance",
            [](World &w) {
                deliverFrom(w, 310);
                w.stop.entrance =
                    w.stop.where.atDistanceAndAzimuth(300, w.track.trusted->where.azimuthTo(w.stop.where));
            },
            {u"far_delivery"_s});
        row("delivered from afar, the fix is old",
            [](World &w) {
                deliverFrom(w, 310);
                w.stop.completedAt = noon.addSecs(-61);
            },
            {});
        row("delivered from afar, but was at the door",
            [](World &w) {
                deliverFrom(w, 310);
                w.stop.actualArrival = noon.addSecs(-300);
            },
            {});
        row("silent",
            [](World &w) {
                w.forecast.state = Forecast::State::Silent;
                w.track.last->fixedAt = noon.addSecs(-301);
            },
            {u"silent"_s});
        row("heard, though not believed",
            [](World &w) {
                w.forecast.state = Forecast::State::Silent;
                w.track.last->mocked = true;
            },
            {u"mocked"_s});
        row("not started", [](World &w) { w.route.status = Route::Status::Planned; }, {u"late_start"_s});
        row("starts within a quarter of an hour",
            [](World &w) {
                w.route.status = Route::Status::Planned;
                w.route.scheduledStart = noon.addSecs(-899);
            },
            {});
        row("never started, its day is over",
            [](World &w) {
                w.route.status = Route::Status::Planned;
                w.route.scheduledEnd = noon.addSecs(-1);
            },
            {});
        row("stands", [](World &w) { stand(w, 1500); }, {u"stopped"_s});
        row("stands, but has just finished a visit there",
            [](World &w) {
                stand(w, 1500);
                w.stops[w.stop.id].completedAt = noon.addSecs(-1499);
            },
            {});
        row("stands where the next window has not opened yet",
            [](World &w) {
                stand(w, 1500);
                w.stops[w.stop.id].where = w.track.anchor;
                w.stops[w.stop.id].window = {.from = noon.addSecs(60), .to = noon.addSecs(1800)};
            },
            {});
        row("jumped", [](World &w) { w.track.jumpedAt = noon; }, {u"mocked"_s});
        row("stands a little less", [](World &w) { stand(w, 1499); }, {});
        row("stands at the depot",
            [](World &w) {
                stand(w, 1500);
                w.track.anchor = w.depot.where;
            },
            {});
        row("stands, all is done",
            [](World &w) {
                stand(w, 1500);
                w.forecast.stops.clear();
            },
            {});
        row("a kilometre beside the road",
            [](World &w) { w.track.trusted->where = door.atDistanceAndAzimuth(1'000, 90); }, {u"off_route"_s});
        row("near the road", [](World &w) { w.track.trusted->where = door.atDistanceAndAzimuth(490, 90); }, {});
        row("beside a road that nobody knows",
            [](World &w) {
                w.track.trusted->where = door.atDistanceAndAzimuth(1'000, 90);
                w.path.legs = {{}};
            },
            {});
        row("battery low", [](World &w) { w.track.last->batteryFraction = 0.14; }, {u"battery"_s});
        row("battery low, on the charger",
            [](World &w) {
                w.track.last->batteryFraction = 0.14;
                w.track.last->charging = true;
            },
            {});
        row("battery enough", [](World &w) { w.track.last->batteryFraction = 0.15; }, {});
        row("asked, half an hour before",
            [](World &w) {
                w.stop.checkIn.askedAt = noon.addSecs(-3600);
                w.ahead.expectedArrival = noon.addSecs(1800);
            },
            {u"checkin_unanswered"_s});
        row("asked, a second more than half an hour before",
            [](World &w) {
                w.stop.window.to = noon.addSecs(3600);
                w.stop.checkIn.askedAt = noon.addSecs(-3600);
                w.ahead.expectedArrival = noon.addSecs(1801);
            },
            {});
        row("answered",
            [](World &w) {
                w.stop.checkIn = {.askedAt = noon.addSecs(-3600),
                                  .answeredAt = noon.addSecs(-60),
                                  .answer = CheckIn::Answer::WillBeThere};
            },
            {});
        row("asked, but the driver is there",
            [](World &w) {
                w.stop.checkIn.askedAt = noon.addSecs(-3600);
                w.stop.status = Stop::Status::Arrived;
            },
            {});
        row("will not be there",
            [](World &w) {
                w.stop.checkIn = {.askedAt = noon.addSecs(-3600),
                                  .answeredAt = noon.addSecs(-60),
                                  .answer = CheckIn::Answer::NotThere};
            },
            {u"customer_away"_s});
        row("will not be there, the desk will",
            [](World &w) {
                w.stop.method = Stop::Method::FrontDesk;
                w.stop.checkIn = {.askedAt = noon.addSecs(-3600),
                                  .answeredAt = noon.addSecs(-60),
                                  .answer = CheckIn::Answer::NotThere};
            },
            {});
        row("a gate and no code", [](World &w) { w.stop.preferences.isGated = true; }, {u"instructions_missing"_s});
        row("a gate and its code",
            [](World &w) {
                w.stop.preferences.isGated = true;
                w.stop.gateCode = u"4711"_s;
            },
            {});
        row("a safe place, and nobody says where", [](World &w) { w.stop.method = Stop::Method::SafePlace; },
            {u"instructions_missing"_s});
        row("a safe place that is known",
            [](World &w) {
                w.stop.method = Stop::Method::SafePlace;
                w.stop.preferences.safePlace = u"behind the bins"_s;
            },
            {});
        row("a safe place that the instructions name",
            [](World &w) {
                w.stop.method = Stop::Method::SafePlace;
                w.stop.instructions = u"leave it behind the bins"_s;
            },
            {});
        row("a locker, and nobody says which", [](World &w) { w.stop.method = Stop::Method::Locker; },
            {u"instructions_missing"_s});
        row("left at the door where a quarter goes wrong",
            [](World &w) {
                w.stop.method = Stop::Method::LeaveAtDoor;
                w.stop.dropOffRisk = 0.25;
            },
            {u"risky_dropoff"_s});
        row("left at the door where little less goes wrong",
            [](World &w) {
                w.stop.method = Stop::Method::LeaveAtDoor;
                w.stop.dropOffRisk = 0.24;
            },
            {});
        row("handed over where much goes wrong", [](World &w) { w.stop.dropOffRisk = 0.9; }, {});
        row("mocked", [](World &w) { w.track.last->mocked = true; }, {u"mocked"_s});
        row("nothing known",
            [](World &w) {
                w.track = {};
                w.path = {};
                w.depot = {};
            },
            {});
    }

    void sayWhatIsWrongAndNothingElse()
    {
        QFETCH(const Spoil, spoil);
        QFETCH(const QStringList, words);
        World world;
        spoil(world);
        QCOMPARE(world.seen(), words);
    }

    void tellHowLikelyAWindowIsMissed_data()
    {
        QTest::addColumn<int>("lateSeconds");
        QTest::addColumn<int>("bandSeconds");
        QTest::addColumn<int>("percent");
        QTest::newRow("hardly late, wide band") << 1 << 1800 << 0; // as likely as not is no news
        QTest::newRow("likely enough") << 800 << 1800 << 72;
        QTest::newRow("as late as the band is wide") << 600 << 600 << 90;
        QTest::newRow("very late") << 3600 << 300 << 100;
        QTest::newRow("no band") << 60 << 0 << 100;
    }

    void tellHowLikelyAWindowIsMissed()
    {
        QFETCH(const int, lateSeconds);
        QFETCH(const int, bandSeconds);
        QFETCH(const int, percent);
        World world;
        world.ahead.expectedArrival = world.stop.window.to.addSecs(lateSeconds);
        world.ahead.lateArrival = world.ahead.expectedArrival.addSecs(bandSeconds);
        const auto trouble = willMissWindow({.stop = world.stop, .forecast = &world.ahead, .settings = world.settings});
        QCOMPARE(trouble.has_value(), percent > 0);
        if (!trouble)
            return;
        QCOMPARE(trouble->chancePercent, percent);
        QCOMPARE(trouble->lateBy.count(), lateSeconds);
    }

    void callManyLateStopsALateRoute()
    {
        World world;
        world.forecast.stops.clear();
        world.stops.clear();
        const auto look = [&world] {
            return runningLate({.route = world.route,
                                .stops = world.stops,
                                .depot = &world.depot,
                                .forecast = &world.forecast,
                                .now = noon,
                                .settings = world.settings});
        };
        for (int i = 0; i < 4; ++i) {
            auto stop = world.stop;
            stop.id = StopId(u"s%1"_s.arg(i));
            stop.window.to = noon.addSecs(i == 0 ? -60 : i * 600);
            world.stops.insert(stop.id, stop);
            world.forecast.stops.append({.stop = stop.id,
                                         .expectedArrival = stop.window.to.addSecs(600 + i * 60),
                                         .lateArrival = stop.window.to.addSecs(900 + i * 60)});
            QCOMPARE(look().has_value(), i + 1 >= world.settings.lateStopsOfARoute);
        }
        const auto trouble = look();
        QCOMPARE(trouble->detail, u"4"_s);
        QCOMPARE(trouble->lateBy.count(), 780);
        QCOMPARE(trouble->dueAt, noon.addSecs(600)); // the first window is over: nothing can be done for that one
        QCOMPARE(trouble->severity, Exception::Severity::High);
        world.forecast.stops.append({.stop = StopId(u"nobody knows"_s), .expectedArrival = noon});
        QCOMPARE(look()->detail, u"4"_s);
        world.route.status = Route::Status::Finished;
        QVERIFY(!look());
    }

    void giveAnotherAttemptAnotherCase()
    {
        World world;
        fail(world, Stop::Failure::NobodyHome);
        const auto view = [&world] { return StopView{.stop = world.stop, .settings = world.settings}; };
        const auto first = missedDelivery(view());
        world.stop.attempts = 2;
        QVERIFY(first && first->instance != missedDelivery(view())->instance);
        QCOMPARE(first->detail, u"nobody_home"_s);
    }
};

QTEST_GUILESS_MAIN(WatchersTest)
#include "tst_watchers.moc"
