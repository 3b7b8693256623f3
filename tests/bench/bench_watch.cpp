// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/daycases.h"
#include "backend/watch/daywatch.h"

#include <QTextStream>
#include <QTimeZone>

#include <algorithm>
#include <ctime>
#include <vector>

using namespace Doorstep;
using namespace Doorstep::Watch;
using namespace Qt::StringLiterals;

namespace {

constexpr int routeCount = 500;
constexpr int stopCount = 13;
const QDateTime start(QDate(2026, 3, 12), QTime(12, 0), QTimeZone::UTC);
const QGeoCoordinate depotPlace(-34.889, -56.196);

QGeoCoordinate place(int route, int stop)
{
    return depotPlace.atDistanceAndAzimuth(400.0 * (stop + 1), route * 360.0 / routeCount);
}

DriverId driverOf(int route)
{
    return DriverId(u"d%1"_s.arg(route));
}

/// Of this thread, so that what else the machine does counts less.
qint64 processorNs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<qint64>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

/// What sees everything: the watchers of routes, and those of cases.
struct Watchers
{
    DayWatch watch;
    Cases::DayCases cases;
    qint64 opened = 0;

    Facts see(const Event &event, const QDateTime &now)
    {
        auto facts = watch.see(event, now);
        opened += static_cast<qint64>(cases.see(event, facts, now).size());
        return facts;
    }
};

void answerWishes(Watchers &watch, const Facts &facts)
{
    for (const auto &fact : facts) {
        const auto *wish = std::get_if<PathWanted>(&fact);
        if (!wish)
            continue;
        PathFound found{.route = wish->route, .wish = wish->wish, .legs = {}};
        for (qsizetype i = 1; i < wish->places.size(); ++i) {
            QList<QGeoCoordinate> line; // forty points a leg, as a city's streets give
            const auto &from = wish->places.at(i - 1);
            const auto &to = wish->places.at(i);
            for (int point = 0; point <= 40; ++point)
                line.append(from.atDistanceAndAzimuth(from.distanceTo(to) * point / 40, from.azimuthTo(to)));
            found.legs.push_back({.line = line, .seconds = 90.0});
        }
        RoutePath path{.route = wish->route, .legs = {}};
        for (const auto &leg : found.legs)
            path.legs += leg.line;
        (void)watch.see(found, start);
        (void)watch.see(PathSeen{path}, start);
    }
}

void fill(Watchers &watch)
{
    (void)watch.see(DepotSeen{{.id = DepotId(u"a"_s), .where = depotPlace, .timeZone = u"America/Montevideo"_s}},
                    start);
    for (int r = 0; r < routeCount; ++r) {
        Route route{
            .id = RouteId(u"r%1"_s.arg(r)), .depot = DepotId(u"a"_s), .driver = driverOf(r), .scheduledStart = start};
        for (int s = 0; s < stopCount; ++s) {
            Stop stop;
            stop.id = StopId(u"r%1s%2"_s.arg(r).arg(s));
            stop.depot = route.depot;
            stop.route = route.id;
            stop.where = place(r, s);
            stop.whereScore = 1.0;
            stop.window.to = start.addSecs(7200);
            (void)watch.see(StopSeen{.stop = stop, .version = 1}, start);
            route.stops.append(stop.id);
        }
        (void)watch.see(RouteSeen{.route = route, .version = 1}, start);
    }
    answerWishes(watch, watch.see(Tick{}, start));
}

void print(const char *name, double value, const char *unit, qint64 n)
{
    QTextStream(stdout) << "bench name=" << name << " value=" << value << " unit=" << unit << " n=" << n
                        << " routes=" << routeCount << " stops=" << routeCount * stopCount << '\n';
}

} // namespace

int main()
{
    Watchers watchers;
    fill(watchers);

    std::vector<qint64> tickNs;
    std::vector<qint64> allTickNs;
    qint64 fixes = 0;
    qint64 fixNs = 0;
    qint64 allFixNs = 0;
    auto now = start;
    for (int round = 0; round < 120; ++round) {
        now = now.addSecs(10);
        for (int r = 0; r < routeCount; ++r) {
            const Event fix = FixSeen{{.driver = driverOf(r),
                                       .fixedAt = now,
                                       .receivedAt = now,
                                       .where = place(r, round / 10),
                                       .accuracyMeters = 8.0,
                                       .batteryFraction = 0.8}};
            const auto began = processorNs();
            const auto facts = watchers.watch.see(fix, now);
            fixNs += processorNs() - began;
            watchers.opened += static_cast<qint64>(watchers.cases.see(fix, facts, now).size());
            allFixNs += processorNs() - began;
            ++fixes;
        }
        const auto began = processorNs();
        const auto facts = watchers.watch.see(Tick{}, now); // ten seconds passed, so this works out every route again
        tickNs.push_back(processorNs() - began);
        watchers.opened += static_cast<qint64>(watchers.cases.see(Tick{}, facts, now).size());
        allTickNs.push_back(processorNs() - began);
    }
    std::ranges::sort(tickNs);
    std::ranges::sort(allTickNs);
    const auto rounds = static_cast<qint64>(tickNs.size());
    const auto perSecond = [fixes](qint64 ns) { return 1e9 * static_cast<double>(fixes) / static_cast<double>(ns); };
    print("watch.fixes", perSecond(fixNs), "fixes/s", fixes);
    print("watch.fixes_with_cases", perSecond(allFixNs), "fixes/s", fixes);
    print("watch.eta_all_routes_p50", static_cast<double>(tickNs[tickNs.size() / 2]) / 1e6, "ms", rounds);
    print("watch.eta_all_routes_max", static_cast<double>(tickNs.back()) / 1e6, "ms", rounds);
    print("watch.eta_and_cases_p50", static_cast<double>(allTickNs[allTickNs.size() / 2]) / 1e6, "ms", rounds);
    print("watch.eta_and_cases_max", static_cast<double>(allTickNs.back()) / 1e6, "ms", rounds);
    print("watch.cases_written", static_cast<double>(watchers.opened), "cases", rounds);
}
