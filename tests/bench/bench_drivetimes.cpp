// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/drivetimes.h"
#include "backend/region/import/regionimport.h"
#include "backend/region/roads/graphroads.h"
#include "backend/region/roads/roadsink.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <print>
#include <random>

using namespace Doorstep;
using namespace Doorstep::Planning;
using namespace Qt::StringLiterals;

// 500 x 500 drives in the demo city, nothing known, and all but 25 places known: `bench_drivetimes [compiled region]`.

namespace {

constexpr int placeCount = 500;
constexpr int freshCount = placeCount / 20;
constexpr int rounds = 7;

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

double millisecondsOf(DriveTimes &drives, RoadProfile profile, const QList<QGeoCoordinate> &all,
                      const RoadTraffic &traffic)
{
    QElapsedTimer timer;
    timer.start();
    if (!drives.between(profile, all, traffic))
        std::println("bench name=drivetimes error=refused");
    return static_cast<double>(timer.nsecsElapsed()) * 1e-6;
}

void bench(const RoadService &roads, RoadProfile profile, const char *name, const RoadTraffic &traffic)
{
    std::vector<double> cold;
    std::vector<double> warm;
    std::vector<double> same;
    const auto known = places(placeCount, 11);
    for (int round = 0; round < rounds; ++round) {
        DriveTimes drives(roads);
        cold.push_back(millisecondsOf(drives, profile, known, traffic));
        auto some = known;
        const auto fresh = places(freshCount, 100U + static_cast<unsigned>(round));
        std::ranges::copy(fresh, some.begin());
        warm.push_back(millisecondsOf(drives, profile, some, traffic));
        same.push_back(millisecondsOf(drives, profile, some, traffic));
    }
    const double first = cold.front();
    for (auto *all : {&cold, &warm, &same})
        std::ranges::sort(*all);
    std::println("bench name=drivetimes-{} value={:.1f} unit=ms n={} first={:.1f} cold={:.1f} known95={:.1f} "
                 "known95_worst={:.1f} known={:.1f}",
                 name, cold[rounds / 2], placeCount * placeCount, first, cold[rounds / 2], warm[rounds / 2],
                 warm.back(), same[rounds / 2]);
}

} // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): ends with what it throws, as a bench may
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
        const auto region = importRegion(QStringLiteral(DOORSTEP_RESOURCES "/regions/montevideo.osm.pbf"), path, sinks,
                                         [](QStringView, double) { });
        if (!region) {
            std::println(stderr, "{}", qPrintable(region.error().detail));
            return 1;
        }
    }
    const auto roads = GraphRoads::open(path);
    if (!roads) {
        std::println(stderr, "{}", qPrintable(roads.error().detail));
        return 1;
    }
    const QDateTime evening(QDate(2026, 3, 12), QTime(21, 0), QTimeZone::UTC); // 18:00 there
    const QTimeZone zone("America/Montevideo");
    const auto jam = trafficBetween(evening, evening.addSecs(3600), zone, {1.1, 1.1, 1.0, 1.05}, {});
    auto closed = jam;
    closed.closures = {
        {.id = ClosureId(u"c"_s),
         .area = {.polygons = {{{{-34.895, -56.17}, {-34.895, -56.16}, {-34.888, -56.16}, {-34.888, -56.17}}}}}}};
    bench(**roads, RoadProfile::Car, "van-evening", jam);
    bench(**roads, RoadProfile::Car, "van-evening-closure", closed);
    bench(**roads, RoadProfile::Car, "van-empty", {});
    bench(**roads, RoadProfile::Bicycle, "bicycle-evening", jam);
    return 0;
}
