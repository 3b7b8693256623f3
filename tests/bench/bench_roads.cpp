// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/import/regionimport.h"
#include "backend/region/roads/graphroads.h"
#include "backend/region/roads/roadsink.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <random>

using namespace Doorstep;
using namespace Qt::StringLiterals;

// Routes and tables within the demo city, on one core: `bench_roads [compiled region]`.

namespace {

QList<QGeoCoordinate> places(int count, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution latitude(-34.915, -34.83);
    std::uniform_real_distribution longitude(-56.25, -56.06);
    QList<QGeoCoordinate> result;
    for (int i = 0; i < count; ++i) {
        const double lat = latitude(random);
        result.emplaceBack(lat, longitude(random));
    }
    return result;
}

double percentile(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

void benchRoutes(const GraphRoads &roads, RoadProfile profile, const char *name, bool steps)
{
    constexpr int count = 1000;
    const auto ends = places(2 * count, 7);
    std::vector<double> milliseconds;
    for (int i = 0; i < count; ++i) {
        RouteRequest request;
        request.profile = profile;
        request.waypoints = {ends[2 * i], ends[2 * i + 1]};
        request.steps = steps;
        QElapsedTimer timer;
        timer.start();
        if (!roads.route(request))
            std::printf("bench name=%s error=unreachable\n", name);
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
    }
    std::printf("bench name=%s value=%.3f unit=ms n=%d p50=%.3f p95=%.3f p99=%.3f\n", name,
                percentile(milliseconds, 0.5), count, percentile(milliseconds, 0.5), percentile(milliseconds, 0.95),
                percentile(milliseconds, 0.99));
}

void benchTable(const GraphRoads &roads, RoadProfile profile, const char *name, const RoadConditions &conditions)
{
    constexpr int count = 200;
    TableRequest request;
    request.profile = profile;
    request.sources = places(count, 11);
    request.destinations = places(count, 13);
    request.conditions = conditions;
    QElapsedTimer timer;
    timer.start();
    const auto cpu = std::clock();
    const auto table = roads.table(request);
    const auto cpuMilliseconds = double(std::clock() - cpu) * 1e3 / CLOCKS_PER_SEC;
    const auto milliseconds = static_cast<double>(timer.nsecsElapsed()) * 1e-6;
    const auto unreachable =
        table ? std::ranges::count_if(table->durationsSeconds, [](float s) { return std::isnan(s); }) : -1;
    std::printf("bench name=%s value=%.1f unit=ms n=%d cpu=%.1f unreachable=%lld\n", name, milliseconds, count * count,
                cpuMilliseconds, static_cast<long long>(unreachable));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    auto path = folder.filePath(u"region.sqlite"_s);
    if (argc > 1) {
        path = QString::fromLocal8Bit(argv[1]);
    } else {
        RegionSinks sinks;
        sinks.push_back(std::make_unique<RoadSink>());
        QElapsedTimer timer;
        timer.start();
        const auto region = importRegion(QStringLiteral(DOORSTEP_RESOURCES "/regions/montevideo.osm.pbf"), path, sinks,
                                         [](QStringView, double) { });
        if (!region) {
            std::fprintf(stderr, "%s\n", qPrintable(region.error().detail));
            return 1;
        }
        std::printf("bench name=import-roads value=%.2f unit=s n=1 cpu=%.2f\n",
                    static_cast<double>(timer.elapsed()) * 1e-3, double(std::clock()) / CLOCKS_PER_SEC);
    }

    QElapsedTimer timer;
    timer.start();
    const auto roads = GraphRoads::open(path);
    if (!roads) {
        std::fprintf(stderr, "%s\n", qPrintable(roads.error().detail));
        return 1;
    }
    std::printf("bench name=roads-load value=%lld unit=ms n=1\n", static_cast<long long>(timer.elapsed()));
    benchRoutes(**roads, RoadProfile::Car, "route-car", false);
    benchRoutes(**roads, RoadProfile::Car, "route-car-steps", true);
    benchRoutes(**roads, RoadProfile::Bicycle, "route-bicycle", false);
    benchTable(**roads, RoadProfile::Car, "table-car-200x200", {});
    benchTable(**roads, RoadProfile::Bicycle, "table-bicycle-200x200", {});
    RoadConditions slow;
    slow.durationFactors[static_cast<std::size_t>(RoadClass::Primary)] = 1.5F;
    benchTable(**roads, RoadProfile::Car, "table-car-200x200-first-slow-primaries", slow); // makes the reduction
    benchTable(**roads, RoadProfile::Car, "table-car-200x200-slow-primaries-again", slow);
    slow.durationFactors[static_cast<std::size_t>(RoadClass::Primary)] = 1.4F;
    benchTable(**roads, RoadProfile::Car, "table-car-200x200-slow-primaries", slow);
    RoadConditions closed;
    for (const auto &place : places(5, 17)) {
        if (const auto found = (*roads)->nearest(RoadProfile::Car, place, 1))
            closed.closed.insert(closed.closed.end(), found->front().roads.begin(), found->front().roads.end());
    }
    benchTable(**roads, RoadProfile::Car, "table-car-200x200-five-closures", closed);
    return 0;
}
