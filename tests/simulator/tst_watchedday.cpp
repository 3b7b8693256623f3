// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/daywatch.h"
#include "simulator/courier.h"
#include "simulator/planner.h"
#include "tests/simulator/fakecity.h"

#include <QTest>

#include <deque>

using namespace Doorstep;
using namespace Doorstep::Simulation;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

StopId stopOf(const Visit &visit)
{
    return StopId(u"stop-"_s + visit.reference);
}

/// A simulated day as the backend's watchers see it: they get the plan, the fixes and the outcomes, nothing of the
/// truth.
class WatchedDay
{
public:
    explicit WatchedDay(const DayPlan &plan)
    {
        m_now = plan.firstStart().addSecs(-900);
        for (const auto &depot : plan.depots)
            tell(Watch::DepotSeen{depot});
        for (const auto &tour : plan.tours)
            announce(tour);
        for (int i = 0; i < plan.tours.size(); ++i)
            m_couriers.emplace_back(plan.tours[i], plan.traffic, plan.settings.seed, i, 5s);
    }

    void liveUntil(const QDateTime &end)
    {
        while (m_now < end) {
            m_now = m_now.addSecs(10);
            for (auto &courier : m_couriers)
                hear(courier, courier.liveUntil(m_now));
            tell(Watch::Tick{});
        }
    }

    QHash<RouteId, Forecast> forecasts;
    QHash<StopId, Stop> stops;

private:
    void announce(const Tour &tour)
    {
        tell(Watch::VehicleSeen{tour.vehicle});
        Route route{.id = tour.id,
                    .depot = tour.driver.depot,
                    .driver = tour.driver.id,
                    .vehicle = tour.vehicle.id,
                    .scheduledStart = tour.scheduledStart};
        for (const auto &visit : tour.visits) {
            Stop stop;
            stop.id = stopOf(visit);
            stop.depot = route.depot;
            stop.route = route.id;
            stop.where = visit.door.where;
            stop.window = visit.window;
            stop.serviceTime = visit.plannedService;
            route.stops += stop.id;
            change(stop);
        }
        tell(Watch::RouteSeen{.route = route, .version = ++m_version});
    }

    void hear(const Courier &courier, const Courier::News &news)
    {
        for (const auto &reading : news.readings) {
            if (!reading.where)
                continue;
            Fix fix;
            fix.driver = courier.tour().driver.id;
            fix.fixedAt = reading.at;
            fix.receivedAt = m_now;
            fix.where = *reading.where;
            fix.accuracyMeters = reading.accuracyMeters;
            tell(Watch::FixSeen{fix});
        }
        for (const auto &happening : news.happenings) {
            if (happening.kind != Happening::Kind::Done)
                continue;
            const auto &visit = courier.tour().visits[happening.visit];
            auto stop = stops.value(stopOf(visit));
            stop.status = visit.failure == Stop::Failure::None ? Stop::Status::Delivered : Stop::Status::Failed;
            stop.failure = visit.failure;
            stop.completedAt = happening.at;
            change(stop);
        }
    }

    void change(const Stop &stop)
    {
        stops.insert(stop.id, stop);
        tell(Watch::StopSeen{.stop = stop, .version = ++m_version});
    }

    void tell(const Watch::Event &event)
    {
        std::deque<Watch::Event> events{event};
        while (!events.empty()) {
            const auto facts = m_watch.see(events.front(), m_now);
            events.pop_front();
            for (const auto &fact : facts)
                commit(fact, events);
        }
    }

    void commit(const Watch::Fact &fact, std::deque<Watch::Event> &events)
    {
        if (const auto *became = std::get_if<Watch::StopBecame>(&fact)) {
            stops.insert(became->stop.id, became->stop);
            events.emplace_back(Watch::StopSeen{.stop = became->stop, .version = ++m_version});
        } else if (const auto *route = std::get_if<Watch::RouteBecame>(&fact)) {
            events.emplace_back(Watch::RouteSeen{.route = route->route, .version = ++m_version});
        } else if (const auto *made = std::get_if<Watch::ForecastMade>(&fact)) {
            forecasts.insert(made->forecast.route, made->forecast);
        } else if (const auto *wanted = std::get_if<Watch::PathWanted>(&fact)) {
            Watch::PathFound found{.route = wanted->route, .wish = wanted->wish, .legs = {}};
            for (qsizetype i = 1; i < wanted->places.size(); ++i) {
                const auto street = Test::streetFrom(wanted->places[i - 1], wanted->places[i]);
                found.legs.push_back({.line = street.points, .seconds = street.duration()});
            }
            events.emplace_back(found);
        }
    }

    Watch::DayWatch m_watch;
    std::vector<Courier> m_couriers;
    QDateTime m_now;
    qint64 m_version = 0;
};

DayPlan planFor(quint64 seed)
{
    Test::FakeCity city;
    return *QCoro::waitFor(planDay({.seed = seed,
                                    .drivers = 40,
                                    .stops = 600,
                                    .depots = 1,
                                    .day = QDate(2026, 3, 12),
                                    .zone = QTimeZone("America/Montevideo"),
                                    .at = {}},
                                   &city));
}

} // namespace

class WatchedDayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void looksLikeADayAtItsBusyMoment_data()
    {
        QTest::addColumn<quint64>("seed");
        QTest::newRow("the demo's seed") << quint64(42);
        QTest::newRow("another") << quint64(7);
        QTest::newRow("a third") << quint64(2026);
    }

    void looksLikeADayAtItsBusyMoment()
    {
        QFETCH(const quint64, seed);
        const auto plan = planFor(seed);
        WatchedDay day(plan);
        day.liveUntil(plan.settings.time(plan.settings.busyMoment));

        QHash<Forecast::State, int> states;
        QStringList slacks;
        for (const auto &tour : plan.tours) {
            const auto forecast = day.forecasts.value(tour.id);
            ++states[forecast.state];
            slacks += u"%1%2:%3"_s.arg(int(forecast.state))
                          .arg(int(tour.fate))
                          .arg(forecast.slack ? forecast.slack->count() / 60 : 999);
        }
        int arrivals = 0;
        int done = 0;
        for (const auto &stop : std::as_const(day.stops)) {
            done += stop.completedAt.isValid() ? 1 : 0;
            arrivals += stop.completedAt.isValid() && stop.actualArrival.isValid() ? 1 : 0;
        }
        const auto told = u"on time %1, at risk %2, late %3, silent %4, finished %5; done %6, arrivals seen %7; %8"_s
                              .arg(states[Forecast::State::OnTime])
                              .arg(states[Forecast::State::AtRisk])
                              .arg(states[Forecast::State::Late])
                              .arg(states[Forecast::State::Silent])
                              .arg(states[Forecast::State::Finished])
                              .arg(done)
                              .arg(arrivals)
                              .arg(slacks.join(u' '));
        QVERIFY2(states[Forecast::State::Late] >= 2 && states[Forecast::State::Late] <= 6, qPrintable(told));
        QVERIFY2(states[Forecast::State::AtRisk] >= 2 && states[Forecast::State::AtRisk] <= 9, qPrintable(told));
        QVERIFY2(states[Forecast::State::Silent] >= 1 && states[Forecast::State::Silent] <= 2, qPrintable(told));
        QVERIFY2(states[Forecast::State::OnTime] >= 20, qPrintable(told));
        QVERIFY2(arrivals * 100 >= done * 93, qPrintable(told));
    }
};

QTEST_GUILESS_MAIN(WatchedDayTest)
#include "tst_watchedday.moc"
