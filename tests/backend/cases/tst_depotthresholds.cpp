// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/daycases.h"
#include "backend/watch/daywatch.h"

#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Cases;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 3, 12), QTime(15, 0), QTimeZone::UTC);
const QGeoCoordinate centre(-34.889, -56.196);
const QStringList depots{u"aguada"_s, u"union"_s};

ThresholdValues only(Threshold threshold, int value)
{
    ThresholdValues values;
    values.set(threshold, value);
    return values;
}

/// Two depots that have the same day: one route each, with a stop and a driver.
class TwinDay
{
public:
    TwinDay()
    {
        for (const auto &name : depots) {
            const DepotId depot(name);
            tell(Watch::DepotSeen{{.id = depot, .where = centre}});
            Stop stop{.id = StopId(u"s-"_s + name), .depot = depot, .route = RouteId(u"r-"_s + name)};
            stop.where = centre.atDistanceAndAzimuth(2'000, 90);
            stop.whereScore = 1.0;
            stop.window.to = noon.addSecs(7200);
            stops.insert(name, stop);
            tell(Watch::StopSeen{.stop = stop, .version = 1});
            Route route{.id = stop.route, .depot = depot, .driver = DriverId(u"d-"_s + name)};
            route.day = noon.date();
            route.status = Route::Status::Underway;
            route.scheduledStart = noon.addSecs(-600);
            route.scheduledEnd = noon.addSecs(9000);
            route.stops = {stop.id};
            routes.insert(name, route);
            tell(Watch::RouteSeen{.route = route, .version = 1});
        }
    }

    void tell(const Watch::Event &event, const Watch::Facts &facts = {})
    {
        for (const auto &outcome : cases.see(event, facts, now)) {
            stored.insert_or_assign(outcome.exception.id, outcome.exception);
            log += u"%1 %2 %3\n"_s.arg(now.toString(Qt::ISODate), outcome.exception.id.toString())
                       .arg(static_cast<int>(outcome.exception.status));
            tell(Watch::ExceptionSeen{.exception = outcome.exception, .version = ++version});
        }
    }
    void pass(int seconds)
    {
        for (int i = 0; i < seconds; ++i) {
            now = now.addSecs(1);
            tell(Watch::Tick{});
        }
    }
    void report(double meters, double battery = 0.9)
    {
        for (const auto &route : std::as_const(routes)) {
            Fix fix;
            fix.driver = route.driver;
            fix.fixedAt = now;
            fix.where = centre.atDistanceAndAzimuth(meters, 90);
            fix.batteryFraction = battery;
            tell(Watch::FixSeen{fix});
        }
    }
    /// P50 and P90 after now, and whether drivers are heard.
    void expect(qint64 p50, qint64 p90, Forecast::State state = Forecast::State::OnTime)
    {
        for (const auto &name : depots) {
            const auto &stop = stops[name];
            Forecast forecast{.route = stop.route, .computedAt = now, .state = state, .lastSeen = noon};
            forecast.stops.append({.stop = stop.id,
                                   .expectedArrival = now.addSecs(p50),
                                   .lateArrival = now.addSecs(p90),
                                   .expectedDeparture = now.addSecs(p50 + 180)});
            tell(Watch::Tick{}, {Watch::ForecastMade{.depot = stop.depot, .forecast = forecast}});
        }
    }
    void change(const QString &name, const std::function<void(Stop &, Route &)> &how)
    {
        how(stops[name], routes[name]);
        tell(Watch::StopSeen{.stop = stops[name], .version = ++version});
        tell(Watch::RouteSeen{.route = routes[name], .version = ++version});
    }
    void changeBoth(const std::function<void(Stop &, Route &)> &how)
    {
        for (const auto &name : depots)
            change(name, how);
    }
    /// In the first depot only.
    void set(const ThresholdValues &values)
    {
        tell(Watch::ThresholdsSeen{{.id = DepotId(depots.constFirst()), .values = values}});
    }
    /// The depots in which a case of \a kind is open.
    [[nodiscard]] QStringList open(const QString &kind) const
    {
        QStringList names;
        for (const auto &[id, exception] : stored) {
            if (exception.kind == kind && exception.status == Exception::Status::Open)
                names.append(exception.depot.toString());
        }
        names.sort();
        return names;
    }

    DayCases cases;
    QDateTime now = noon;
    QHash<QString, Stop> stops;
    QMap<QString, Route> routes;
    std::map<ExceptionId, Exception> stored;
    QString log;
    qint64 version = 0;
};

using Spoil = void (*)(TwinDay &);

} // namespace

Q_DECLARE_METATYPE(Spoil)

class DepotThresholdsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void usualOnesAreTheDefaults()
    {
        ThresholdValues usual;
        for (const auto &row : thresholdRows())
            usual.set(row.threshold, row.usual);
        QCOMPARE(CaseSettings().with(usual), CaseSettings());
        QCOMPARE(Watch::WatchSettings().silentAfter, CaseSettings().silentAfter);
    }

    void eachOneReachesASettingOfItsOwn()
    {
        QList<CaseSettings> all;
        for (const auto &row : thresholdRows()) {
            const auto changed = CaseSettings().with(only(row.threshold, row.most));
            QVERIFY2(changed != CaseSettings(), row.word.data());
            QVERIFY2(!all.contains(changed), row.word.data());
            all.append(changed);
        }
    }

    void areThoseOfTheDepotOfTheCase_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<Threshold>("threshold");
        QTest::addColumn<int>("stricter"); ///< With it the case is open, without it is not.
        QTest::addColumn<Spoil>("spoil");
        const auto row = [](const char *kind, Threshold threshold, int stricter, Spoil spoil) {
            QTest::newRow(kind) << QString::fromLatin1(kind) << threshold << stricter << spoil;
        };
        row("battery", Threshold::LowBattery, 30, [](TwinDay &day) {
            day.report(500, 0.2);
            day.pass(40);
        });
        row("late_start", Threshold::LateStartAfter, 300, [](TwinDay &day) {
            day.changeBoth([](Stop &, Route &route) { route.status = Route::Status::Planned; });
            day.pass(70);
        });
        row("address_unsure", Threshold::SureScore, 95,
            [](TwinDay &day) { day.changeBoth([](Stop &stop, Route &) { stop.whereScore = 0.9; }); });
        row("risky_dropoff", Threshold::RiskyFrom, 10, [](TwinDay &day) {
            day.changeBoth([](Stop &stop, Route &) {
                stop.method = Stop::Method::LeaveAtDoor;
                stop.dropOffRisk = 0.2;
            });
        });
        row("late", Threshold::LateChance, 60, [](TwinDay &day) {
            day.expect(7200 + 300, 7200 + 300 + 1000); // missed with a chance of 65 %
            day.pass(70);
        });
        row("route_late", Threshold::LateStops, 1, [](TwinDay &day) {
            day.expect(9000, 9300);
            day.pass(70);
        });
        row("checkin_unanswered", Threshold::CheckInDueBefore, 3600, [](TwinDay &day) {
            day.changeBoth([](Stop &stop, Route &) { stop.checkIn.askedAt = noon.addSecs(-60); });
            day.expect(3000, 3300);
        });
        row("off_route", Threshold::OffRoute, 200, [](TwinDay &day) {
            for (const auto &route : std::as_const(day.routes)) {
                RoutePath path;
                path.route = route.id;
                path.legs = {{centre, centre.atDistanceAndAzimuth(2'000, 0)}};
                day.tell(Watch::PathSeen{path});
            }
            day.report(300);
            day.pass(250);
        });
        row("stopped", Threshold::StoppedAfter, 600, [](TwinDay &day) {
            for (int minute = 0; minute < 12; ++minute) {
                day.report(900);
                day.pass(60);
            }
        });
        row("far_delivery", Threshold::FarFromDoor, 100, [](TwinDay &day) {
            day.report(1'800);
            day.changeBoth([](Stop &stop, Route &) {
                stop.status = Stop::Status::Delivered;
                stop.completedAt = noon;
            });
        });
    }
    void areThoseOfTheDepotOfTheCase()
    {
        QFETCH(const QString, kind);
        QFETCH(const Threshold, threshold);
        QFETCH(const int, stricter);
        QFETCH(const Spoil, spoil);
        TwinDay usual;
        spoil(usual);
        QCOMPARE(usual.open(kind), QStringList());
        TwinDay day;
        day.set(only(threshold, stricter));
        spoil(day);
        QCOMPARE(day.open(kind), QStringList{u"aguada"_s});
    }

    void aRadiusSaysWhoHasMovedOn()
    {
        TwinDay day;
        day.set(only(Threshold::StoppedRadius, 500));
        for (int minute = 0; minute < 28; ++minute) {
            day.report(minute % 2 == 0 ? 3'000 : 3'200); // there and back, 200 m
            day.pass(60);
        }
        QCOMPARE(day.open(u"stopped"_s), QStringList{u"aguada"_s});
    }

    void countAtOnceForWhatIsOpen()
    {
        TwinDay day;
        day.changeBoth([](Stop &stop, Route &) { stop.whereScore = 0.9; });
        QCOMPARE(day.open(u"address_unsure"_s), QStringList());
        day.set(only(Threshold::SureScore, 95)); // no tick in between
        QCOMPARE(day.open(u"address_unsure"_s), QStringList{u"aguada"_s});
        day.set({});
        QCOMPARE(day.open(u"address_unsure"_s), QStringList());
        day.set(only(Threshold::SureScore, 95));
        QCOMPARE(day.open(u"address_unsure"_s), QStringList{u"aguada"_s});
        day.tell(Watch::ThresholdsGone{DepotId(u"aguada"_s)});
        QCOMPARE(day.open(u"address_unsure"_s), QStringList());
    }

    void aDepotMayWantEscalationWithoutGrace()
    {
        TwinDay day;
        day.set(only(Threshold::EscalateAfter, 0));
        day.changeBoth([](Stop &stop, Route &) { stop.where = {}; });
        day.expect(10, 20);
        const auto raised = [&day] {
            QStringList names;
            for (const auto &[id, exception] : day.stored) {
                if (exception.escalation == Exception::Escalation::Raised)
                    names.append(exception.depot.toString());
            }
            return names;
        };
        day.pass(60);
        QCOMPARE(raised(), QStringList{u"aguada"_s});
        day.pass(900);
        QCOMPARE(raised().size(), 2);
    }

    void aDriverIsSilentWhenTheDepotSaysSo()
    {
        TwinDay day;
        Watch::DayWatch watch;
        const auto states = [&] {
            QHash<QString, Forecast::State> all;
            const auto facts = watch.see(Watch::Tick{}, day.now);
            for (const auto &fact : facts) {
                if (const auto *made = std::get_if<Watch::ForecastMade>(&fact))
                    all.insert(made->depot.toString(), made->forecast.state);
            }
            return all;
        };
        const auto tell = [&](const Watch::Event &event) { (void)watch.see(event, day.now); };
        for (const auto &name : depots) {
            tell(Watch::DepotSeen{{.id = DepotId(name), .where = centre, .timeZone = u"UTC"_s}});
            tell(Watch::StopSeen{.stop = day.stops[name], .version = 1});
            tell(Watch::RouteSeen{.route = day.routes[name], .version = 1});
            Fix fix;
            fix.driver = day.routes[name].driver;
            fix.fixedAt = day.now;
            fix.where = centre;
            tell(Watch::FixSeen{fix});
        }
        QCOMPARE(states().size(), 2);
        day.now = day.now.addSecs(200);
        (void)states();
        tell(Watch::ThresholdsSeen{{.id = DepotId(u"aguada"_s), .values = only(Threshold::SilentAfter, 120)}});
        const auto after = states(); // at once, though no time has passed
        QCOMPARE(after.value(u"aguada"_s), Forecast::State::Silent);
        QVERIFY(after.value(u"union"_s) != Forecast::State::Silent);
        tell(Watch::ThresholdsGone{DepotId(u"aguada"_s)});
        const auto back = states();
        QVERIFY(back.contains(u"aguada"_s));
        QVERIFY(back.value(u"aguada"_s) != Forecast::State::Silent);
    }

    void replayBitForBit()
    {
        const auto run = [] {
            TwinDay day;
            day.set(only(Threshold::LateChance, 55));
            day.changeBoth([](Stop &stop, Route &) { stop.whereScore = 0.85; });
            day.report(400, 0.2);
            day.expect(7200 + 300, 7200 + 900);
            day.pass(65);
            auto values = only(Threshold::SureScore, 90);
            values.set(Threshold::LowBattery, 40);
            day.set(values);
            day.pass(200);
            day.set({});
            day.pass(200);
            return day.log;
        };
        const auto first = run();
        QVERIFY(first.count(u'\n') >= 6);
        QCOMPARE(run(), first);
    }
};

QTEST_GUILESS_MAIN(DepotThresholdsTest)

#include "tst_depotthresholds.moc"
