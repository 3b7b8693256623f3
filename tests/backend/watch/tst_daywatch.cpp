// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/daywatch.h"

#include <QTest>
#include <QTimeZone>

using namespace Doorstep;
using namespace Doorstep::Watch;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime morning(QDate(2026, 3, 12), QTime(12, 0), QTimeZone::UTC);
const QGeoCoordinate depotPlace(-34.889, -56.196);

/// A depot, a driver, and a route of three stops one kilometre apart, watched; facts are fed back as commits, as a
/// backend does.
class SmallDay
{
public:
    explicit SmallDay(WatchSettings settings = {})
        : m_watch(settings)
    {
        tell(DepotSeen{{.id = DepotId(u"aguada"_s), .where = depotPlace, .timeZone = u"America/Montevideo"_s}});
        tell(VehicleSeen{{.id = VehicleId(u"v1"_s), .depot = DepotId(u"aguada"_s)}});
        for (int i = 0; i < 3; ++i) {
            Stop stop;
            stop.id = id(i);
            stop.depot = DepotId(u"aguada"_s);
            stop.route = route.id;
            stop.where = place(i);
            stop.window = {.from = {}, .to = morning.addSecs(3600)};
            stops.insert(stop.id, stop);
            route.stops.append(stop.id);
            tell(StopSeen{.stop = stop, .version = ++m_version});
        }
        tell(RouteSeen{.route = route, .version = ++m_version});
        tick();
    }

    static StopId id(int index) { return StopId(u"s%1"_s.arg(index)); }
    static QGeoCoordinate place(int index) { return depotPlace.atDistanceAndAzimuth(1000.0 * (index + 1), 90); }

    void tell(const Event &event)
    {
        const auto facts = m_watch.see(event, now);
        for (const auto &fact : facts)
            commit(fact);
    }

    void tick() { tell(Tick{}); }
    void tick(std::chrono::seconds passed)
    {
        now = now.addDuration(passed);
        tick();
    }

    /// The phone reports every five seconds from \a where for so long.
    void stay(const QGeoCoordinate &where, std::chrono::seconds duration)
    {
        for (auto passed = 0s; passed < duration; passed += 5s) {
            now = now.addSecs(5);
            tell(FixSeen{fixAt(where)});
            tick();
        }
    }

    [[nodiscard]] Fix fixAt(const QGeoCoordinate &where) const
    {
        Fix fix;
        fix.driver = route.driver;
        fix.fixedAt = now;
        fix.receivedAt = now;
        fix.where = where;
        fix.accuracyMeters = 8.0;
        return fix;
    }

    void finish(int index, Stop::Status status = Stop::Status::Delivered)
    {
        auto stop = stops.value(id(index));
        stop.status = status;
        stop.completedAt = now;
        stops.insert(stop.id, stop);
        tell(StopSeen{.stop = stop, .version = ++m_version});
    }

    QDateTime now = morning;
    Route route{.id = RouteId(u"r1"_s),
                .depot = DepotId(u"aguada"_s),
                .driver = DriverId(u"carla"_s),
                .vehicle = VehicleId(u"v1"_s),
                .scheduledStart = morning};
    QHash<StopId, Stop> stops;
    QList<Forecast> forecasts;
    QList<RoutePath> paths;
    QList<PathWanted> wishes;
    int routeFacts = 0;
    bool loseStopFacts = false; ///< As when somebody else's commit came first.

private:
    void commit(const Fact &fact)
    {
        if (const auto *became = std::get_if<StopBecame>(&fact)) {
            if (loseStopFacts)
                return;
            stops.insert(became->stop.id, became->stop);
            tell(StopSeen{.stop = became->stop, .version = ++m_version});
        } else if (const auto *routeBecame = std::get_if<RouteBecame>(&fact)) {
            ++routeFacts;
            route = routeBecame->route;
            tell(RouteSeen{.route = route, .version = ++m_version});
        } else if (const auto *made = std::get_if<ForecastMade>(&fact)) {
            forecasts.append(made->forecast);
        } else if (const auto *path = std::get_if<PathMade>(&fact)) {
            paths.append(path->path);
            tell(PathSeen{path->path});
        } else if (const auto *wanted = std::get_if<PathWanted>(&fact)) {
            wishes.append(*wanted);
        }
    }

    DayWatch m_watch;
    qint64 m_version = 0;
};

PathFound answerTo(const PathWanted &wish)
{
    PathFound found{.route = wish.route, .wish = wish.wish, .legs = {}};
    for (qsizetype i = 1; i < wish.places.size(); ++i)
        found.legs.push_back({.line = {wish.places.at(i - 1), wish.places.at(i)}, .seconds = 120.0});
    return found;
}

} // namespace

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
        day.stay(day.place(0).atDistanceAndAzimuth(500, 270), 60s);
        QCOMPARE(day.route.status, Route::Status::Underway);
        QVERIFY(day.route.actualStart.isValid());

        for (int i = 0; i < 3; ++i) {
            const auto before = day.now;
            day.stay(day.place(i), 60s);
            QCOMPARE(day.stops.value(day.id(i)).status, Stop::Status::Arrived);
            QCOMPARE(day.stops.value(day.id(i)).actualArrival, before.addSecs(5));
            QCOMPARE(day.forecasts.last().nextStop, day.id(i));
            day.finish(i);
            QCOMPARE(day.stops.value(day.id(i)).status, Stop::Status::Delivered);
            const auto left = day.now;
            day.stay(day.place(i).atDistanceAndAzimuth(400, 0), 40s);
            QCOMPARE(day.stops.value(day.id(i)).actualDeparture, left.addSecs(5));
            QCOMPARE(day.forecasts.last().doneStops, i + 1);
            QCOMPARE(day.forecasts.last().deliveredStops, i + 1);
        }
        QCOMPARE(day.route.status, Route::Status::Finished);
        QVERIFY(day.route.actualEnd.isValid());
        QCOMPARE(day.forecasts.last().state, Forecast::State::Finished);
    }

    void leavingWithoutAWordKeepsTheStopOpen()
    {
        SmallDay day;
        day.stay(day.place(0), 60s);
        day.stay(day.place(0).atDistanceAndAzimuth(500, 0), 60s);
        QCOMPARE(day.stops.value(day.id(0)).status, Stop::Status::Planned);
        QVERIFY(day.stops.value(day.id(0)).actualDeparture.isValid());
        QCOMPARE(day.forecasts.last().nextStop, day.id(0));
    }

    void saysAnArrivalAgainWhenSomebodyElseWasFaster()
    {
        SmallDay day;
        day.loseStopFacts = true;
        day.stay(day.place(0), 60s);
        QCOMPARE(day.stops.value(day.id(0)).status, Stop::Status::Planned);
        day.loseStopFacts = false;
        auto edited = day.stops.value(day.id(0));
        edited.gateCode = u"4711"_s;
        day.tell(StopSeen{.stop = edited, .version = 1000});
        QCOMPARE(day.stops.value(day.id(0)).status, Stop::Status::Arrived);
        QCOMPARE(day.stops.value(day.id(0)).gateCode, u"4711"_s);
    }

    void remembersAnArrivalAfterTheDriverLeft()
    {
        SmallDay day;
        day.loseStopFacts = true;
        day.stay(day.place(0), 60s);
        day.stay(day.place(0).atDistanceAndAzimuth(500, 0), 60s);
        day.loseStopFacts = false;
        day.finish(0);
        QVERIFY(day.stops.value(day.id(0)).actualArrival.isValid());
        QVERIFY(day.stops.value(day.id(0)).actualDeparture.isValid());
        QCOMPARE(day.stops.value(day.id(0)).status, Stop::Status::Delivered);
    }

    void growsLateAsTimePasses()
    {
        SmallDay day;
        day.stay(day.place(0).atDistanceAndAzimuth(500, 270), 30s);
        QCOMPARE(day.forecasts.last().state, Forecast::State::OnTime);
        const auto slackAtFirst = *day.forecasts.last().slack;

        bool wasAtRisk = false;
        while (day.now < morning.addSecs(3700)) { // stuck, with a phone that still reports
            day.stay(day.place(0).atDistanceAndAzimuth(500, 270), 60s);
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
        day.stay(day.place(0).atDistanceAndAzimuth(500, 270), 30s);
        const auto lastSeen = day.now;
        for (int i = 0; i < 31; ++i)
            day.tick(10s);
        QCOMPARE(day.forecasts.last().state, Forecast::State::Silent);
        QCOMPARE(day.forecasts.last().lastSeen, lastSeen);
        day.stay(day.place(0).atDistanceAndAzimuth(400, 270), 5s);
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
        day.stay(day.place(0).atDistanceAndAzimuth(500, 270), 10s);
        auto then = day.now;
        day.now = day.now.addSecs(600); // ten minutes in a cellar; then the phone sends what it kept, oldest first
        for (int i = 0; i < 12; ++i) {
            then = then.addSecs(5);
            auto fix = day.fixAt(day.place(0));
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

        auto moved = day.stops.value(day.id(1));
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
        auto lost = day.stops.value(day.id(1));
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

    void leavesAPlanAsItIs()
    {
        SmallDay day;
        auto planned = day.stops.value(day.id(1));
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
        day.stay(day.place(0), 55s);
        day.tell(answerTo(day.wishes.first()));
        day.tick(1s);
        QCOMPARE(day.stops.value(day.id(0)).status, Stop::Status::Arrived);
        QVERIFY(!day.stops.value(day.id(0)).scheduledArrival.isValid());
        QVERIFY(day.stops.value(day.id(1)).scheduledArrival.isValid());
    }

    void tellsOnlyWhatChanged()
    {
        SmallDay day;
        day.stay(day.place(0).atDistanceAndAzimuth(500, 270), 20s);
        const auto told = day.forecasts.size();
        day.stay(day.place(0).atDistanceAndAzimuth(480, 270), 40s);
        QCOMPARE_LE(day.forecasts.size(), told + 1);
    }

    void concludesTheSameFromTheSame()
    {
        const auto run = [] {
            SmallDay day;
            day.stay(depotPlace, 60s);
            for (int i = 0; i < 3; ++i) {
                day.stay(day.place(i), 90s);
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
