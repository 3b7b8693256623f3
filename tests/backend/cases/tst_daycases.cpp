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

} // namespace

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
