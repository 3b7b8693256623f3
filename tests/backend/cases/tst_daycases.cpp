// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/daycases.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Cases;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 3, 12), QTime(15, 0), QTimeZone::UTC);
const QGeoCoordinate depotPlace(-34.889, -56.196);

/// A route of a few stops with its driver, whose cases are committed as a backend does.
struct SmallDay
{
    DayCases cases;
    QDateTime now = noon;
    QList<Stop> stops;
    Route route{.id = RouteId(u"r1"_s),
                .depot = DepotId(u"aguada"_s),
                .driver = DriverId(u"carla"_s),
                .day = noon.date(),
                .status = Route::Status::Underway,
                .scheduledStart = noon.addSecs(-600)};
    std::map<ExceptionId, Exception> stored;
    qint64 version = 0;

    SmallDay()
    {
        tell(Watch::DepotSeen{{.id = DepotId(u"aguada"_s), .where = depotPlace}});
        for (int i = 0; i < 3; ++i) {
            Stop stop{.id = StopId(u"s%1"_s.arg(i)), .depot = route.depot, .route = route.id};
            stop.where = depotPlace.atDistanceAndAzimuth(1'000.0 * (i + 1), 90);
            stop.whereScore = 1.0;
            stop.window.to = noon.addSecs(3600);
            stops.append(stop);
            route.stops.append(stop.id);
            tell(Watch::StopSeen{.stop = stop, .version = 1});
        }
        tell(Watch::RouteSeen{.route = route, .version = 1});
    }

    void tell(const Watch::Event &event, const Watch::Facts &facts = {})
    {
        for (const auto &outcome : cases.see(event, facts, now))
            commit(outcome.exception);
    }
    void commit(const Exception &exception)
    {
        stored.insert_or_assign(exception.id, exception);
        tell(Watch::ExceptionSeen{.exception = exception, .version = ++version});
    }
    void pass(int seconds)
    {
        for (int i = 0; i < seconds; ++i) {
            now = now.addSecs(1);
            tell(Watch::Tick{});
        }
    }
    void expectAllAfter(qint64 seconds)
    {
        Forecast forecast{.route = route.id, .computedAt = now, .lastSeen = now};
        for (const auto &stop : std::as_const(stops)) {
            if (stop.isOpen())
                forecast.stops.append({.stop = stop.id,
                                       .expectedArrival = noon.addSecs(seconds),
                                       .lateArrival = noon.addSecs(seconds + 300),
                                       .expectedDeparture = noon.addSecs(seconds + 180)});
        }
        tell(Watch::Tick{}, {Watch::ForecastMade{.depot = route.depot, .forecast = forecast}});
    }
    void report(const QGeoCoordinate &where, double battery = 0.9)
    {
        Fix fix;
        fix.driver = route.driver;
        fix.fixedAt = now;
        fix.where = where;
        fix.batteryFraction = battery;
        tell(Watch::FixSeen{fix});
    }
    void put(int index) { tell(Watch::StopSeen{.stop = stops.at(index), .version = ++version}); }
    [[nodiscard]] QStringList open() const
    {
        QStringList words;
        for (const auto &[id, exception] : stored) {
            if (exception.status == Exception::Status::Open)
                words.append(exception.kind + u' ' + exception.about.id);
        }
        return words;
    }
};

/// A square of 400 m around \a centre that nobody may drive through.
Closure floodAt(const QGeoCoordinate &centre)
{
    Closure closure;
    closure.id = ClosureId(u"flood"_s);
    closure.depot = DepotId(u"aguada"_s);
    closure.name = u"Flood"_s;
    Area::Ring ring;
    for (const double azimuth : {45.0, 135.0, 225.0, 315.0})
        ring.append(centre.atDistanceAndAzimuth(283, azimuth));
    closure.area.polygons = {{ring}};
    return closure;
}

} // namespace

using End = void (*)(SmallDay &);
Q_DECLARE_METATYPE(End)

class DayCasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensACaseForAMissedDeliveryAtOnceAndClosesItWithTheNextTry()
    {
        SmallDay day;
        day.stops[1].status = Stop::Status::Failed;
        day.stops[1].failure = Stop::Failure::NobodyHome;
        day.stops[1].attempts = 1;
        day.stops[1].completedAt = day.now;
        day.put(1);
        QCOMPARE(day.open(), QStringList{u"missed s1"_s});
        QCOMPARE(day.stored.begin()->second.route, day.route.id);
        QCOMPARE(day.stored.begin()->second.dueAt, day.stops[1].window.to);
        day.stops[1].status = Stop::Status::Planned;
        day.put(1);
        QCOMPARE(day.open(), QStringList());
    }

    void opensACaseForEachStopThatWillMissItsWindowAndOneForTheirRoute()
    {
        SmallDay day;
        day.expectAllAfter(4200);
        QCOMPARE(day.open(), QStringList());
        day.pass(59);
        QCOMPARE(day.open(), QStringList());
        day.pass(2);
        QCOMPARE(day.open(), (QStringList{u"late s0"_s, u"late s1"_s, u"late s2"_s, u"route_late r1"_s}));
        day.expectAllAfter(3000);
        day.pass(119);
        QCOMPARE(day.open().size(), 4);
        day.pass(2);
        QCOMPARE(day.open(), QStringList{u"route_late r1"_s});
        day.pass(180);
        QCOMPARE(day.open(), QStringList());
    }

    void watchesADriverWhoStandsStill()
    {
        SmallDay day;
        day.expectAllAfter(600);
        const auto cafe = depotPlace.atDistanceAndAzimuth(1'500, 90);
        for (int minute = 0; minute < 24; ++minute) {
            day.report(cafe.atDistanceAndAzimuth(minute % 7, 0));
            day.pass(60);
        }
        QCOMPARE(day.open(), QStringList());
        day.report(cafe);
        day.pass(60);
        day.report(cafe);
        day.pass(6);
        QCOMPARE(day.open(), QStringList{u"stopped r1"_s});
        day.report(cafe.atDistanceAndAzimuth(400, 90));
        day.pass(40);
        QCOMPARE(day.open(), QStringList());
    }

    void takesLateFixesForWhatTheyAre()
    {
        SmallDay day;
        day.report(depotPlace, 0.5);
        day.pass(60);
        auto before = day.now;
        day.now = noon.addSecs(-3600);
        day.report(depotPlace, 0.05); // an hour old: the battery was changed since
        day.now = before;
        day.pass(60);
        QCOMPARE(day.open(), QStringList());
        day.report(depotPlace, 0.05);
        day.pass(40);
        QCOMPARE(day.open(), QStringList{u"battery r1"_s});
    }

    void doesNotOpenWhatIsLongOver()
    {
        SmallDay day;
        day.stops[0].status = Stop::Status::Failed;
        day.stops[0].completedAt = noon.addDays(-2);
        day.put(0);
        QCOMPARE(day.open(), QStringList());
    }

    void opensOneCaseForAClosureAndClosesItWhenItTouchesNothing_data()
    {
        QTest::addColumn<End>("end");
        QTest::addColumn<int>("seconds");
        const auto row = [](const char *name, End end, int seconds) { QTest::newRow(name) << end << seconds; };
        row("lifted", [](SmallDay &d) { d.tell(Watch::ClosureGone{ClosureId(u"flood"_s)}); }, 0);
        row(
            "what lies in it is held",
            [](SmallDay &d) {
                for (int i = 1; i < 3; ++i) { // the way to the third leads through it
                    d.stops[i].held = true;
                    d.put(i);
                }
            },
            61);
        row(
            "delivered",
            [](SmallDay &d) {
                for (int i = 1; i < 3; ++i) {
                    d.stops[i].status = Stop::Status::Delivered;
                    d.stops[i].completedAt = d.now;
                    d.put(i);
                }
            },
            61);
        row(
            "moved elsewhere",
            [](SmallDay &d) {
                auto closure = floodAt(depotPlace.atDistanceAndAzimuth(9'000, 0));
                d.tell(Watch::ClosureSeen{closure});
            },
            61);
        row(
            "over before anybody comes",
            [](SmallDay &d) {
                auto closure = floodAt(d.stops[1].where);
                closure.to = noon.addSecs(300);
                d.tell(Watch::ClosureSeen{closure});
            },
            61);
    }
    void opensOneCaseForAClosureAndClosesItWhenItTouchesNothing()
    {
        QFETCH(const End, end);
        QFETCH(const int, seconds);
        SmallDay day;
        day.expectAllAfter(600);
        day.tell(Watch::PathSeen{{.route = day.route.id,
                                  .legs = {{depotPlace, day.stops[0].where},
                                           {day.stops[0].where, day.stops[1].where},
                                           {day.stops[1].where, day.stops[2].where}}}});
        day.tell(Watch::ClosureSeen{floodAt(day.stops[1].where)});
        QCOMPARE(day.open(), QStringList{u"closure flood"_s});
        const auto opened = day.stored.begin()->second;
        QCOMPARE(opened.detail, u"1/1"_s);
        QCOMPARE(opened.dueAt, noon.addSecs(600));
        QCOMPARE(opened.severity, Exception::Severity::High);

        end(day);
        if (seconds > 0) {
            QCOMPARE(day.open(), QStringList{u"closure flood"_s}); // not at once: it must not flap
            day.pass(seconds + 6);
        }
        QCOMPARE(day.open(), QStringList());
        QVERIFY(day.stored.begin()->second.isCleared);
    }

    void countsWhoGoesAroundAClosure()
    {
        SmallDay day;
        day.expectAllAfter(600);
        day.tell(Watch::ClosureSeen{floodAt(depotPlace.atDistanceAndAzimuth(500, 90))});
        QCOMPARE(day.open(), QStringList());
        day.tell(Watch::PathSeen{
            {.route = day.route.id, .legs = {{}, {}, {}}, .avoids = {{ClosureId(u"flood"_s)}, {}, {}}}});
        day.pass(6);
        QCOMPARE(day.open(), QStringList{u"closure flood"_s});
        QCOMPARE(day.stored.begin()->second.detail, u"0/1"_s);
        day.stops[0].status = Stop::Status::Delivered; // that leg is driven
        day.stops[0].completedAt = day.now;
        day.put(0);
        day.pass(70);
        QCOMPARE(day.open(), QStringList());
    }

    void asksAgainForAnAnswerAsTimePasses()
    {
        SmallDay day;
        for (auto &stop : day.stops)
            stop.window.to = noon.addSecs(3 * 3600);
        day.stops[2].checkIn.askedAt = noon;
        day.put(2);
        day.expectAllAfter(3'600);
        day.pass(1'790);
        QCOMPARE(day.open(), QStringList());
        day.pass(20); // nothing but time
        QCOMPARE(day.open(), QStringList{u"checkin_unanswered s2"_s});
        day.stops[2].checkIn.answeredAt = day.now;
        day.stops[2].checkIn.answer = CheckIn::Answer::WillBeThere;
        day.put(2);
        day.pass(61);
        QCOMPARE(day.open(), QStringList());
    }

    void closesTheCasesOfARouteThatIsGone()
    {
        SmallDay day;
        day.expectAllAfter(600);
        day.report(depotPlace, 0.05);
        day.pass(40);
        QCOMPARE(day.open(), QStringList{u"battery r1"_s});
        day.tell(Watch::RouteGone{.route = day.route.id});
        QCOMPARE(day.open(), QStringList());
    }

    void closesWhatDriversDidTwoDaysAgoButNotWhatCustomersMissed()
    {
        SmallDay day;
        day.expectAllAfter(600);
        day.report(depotPlace, 0.05);
        day.pass(40);
        day.stops[0].status = Stop::Status::Failed;
        day.stops[0].completedAt = day.now;
        day.put(0);
        QCOMPARE(day.open(), (QStringList{u"battery r1"_s, u"missed s0"_s}));
        day.now = noon.addDays(1);
        day.pass(6);
        QCOMPARE(day.open(), (QStringList{u"battery r1"_s, u"missed s0"_s}));
        day.now = noon.addDays(2);
        day.pass(6);
        QCOMPARE(day.open(), QStringList{u"missed s0"_s});
    }

    void replaysADayBitForBit()
    {
        const auto run = [] {
            SmallDay day;
            QRandomGenerator random(7);
            for (int minute = 0; minute < 120; ++minute) {
                day.report(depotPlace.atDistanceAndAzimuth(random.bounded(4'000), random.bounded(360)),
                           random.generateDouble());
                day.expectAllAfter(random.bounded(3'000, 4'200));
                auto &stop = day.stops[random.bounded(3)];
                stop.status = random.bounded(9) == 0 ? Stop::Status::Failed : Stop::Status::Planned;
                stop.completedAt = day.now;
                stop.whereScore = random.generateDouble();
                day.put(static_cast<int>(&stop - day.stops.constData()));
                day.pass(60);
            }
            return std::pair(day.stored, day.version);
        };
        const auto first = run();
        QVERIFY(first.second > 10);
        QVERIFY(first == run());
    }
};

QTEST_GUILESS_MAIN(DayCasesTest)
#include "tst_daycases.moc"
