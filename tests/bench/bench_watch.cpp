// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/daywatch.h"

#include <QElapsedTimer>
#include <QTextStream>
#include <QTimeZone>

#include <algorithm>
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

void answerWishes(DayWatch &watch, const Facts &facts)
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
        (void)watch.see(found, start);
    }
}

void fill(DayWatch &watch)
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
    DayWatch watch;
    fill(watch);

    std::vector<qint64> tickNs;
    qint64 fixes = 0;
    qint64 fixNs = 0;
    auto now = start;
    QElapsedTimer timer;
    for (int round = 0; round < 120; ++round) {
        now = now.addSecs(10);
        for (int r = 0; r < routeCount; ++r) {
            Fix fix{.driver = driverOf(r),
                    .fixedAt = now,
                    .receivedAt = now,
                    .where = place(r, round / 10),
                    .accuracyMeters = 8.0};
            timer.start();
            (void)watch.see(FixSeen{fix}, now);
            fixNs += timer.nsecsElapsed();
            ++fixes;
        }
        timer.start();
        (void)watch.see(Tick{}, now); // ten seconds passed, so this works out every route again
        tickNs.push_back(timer.nsecsElapsed());
    }
    std::ranges::sort(tickNs);
    print("watch.fixes", 1e9 * static_cast<double>(fixes) / static_cast<double>(fixNs), "fixes/s", fixes);
    print("watch.eta_all_routes_p50", static_cast<double>(tickNs[tickNs.size() / 2]) / 1e6, "ms",
          static_cast<qint64>(tickNs.size()));
    print("watch.eta_all_routes_max", static_cast<double>(tickNs.back()) / 1e6, "ms",
          static_cast<qint64>(tickNs.size()));
}
