// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
//
// Tiles of the demo city: how long one waits for a drawing, what that is for each of its tiles, and how long
// for one that is kept. One thread, nothing in memory. `cpu` is the processor's time, which a busy machine does not
// lengthen.
#include "backend/region/import/regionimport.h"
#include "backend/region/tiles/mapniktiles.h"
#include "backend/region/tiles/shape.h"
#include "backend/region/tiles/tilesink.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <numeric>
#include <vector>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

double percentile(std::vector<double> values, double part)
{
    std::ranges::sort(values);
    return values.at(static_cast<std::size_t>(std::ceil(part * double(values.size()))) - 1);
}

struct Times
{
    std::vector<double> wall;
    std::vector<double> cpu;
};

double cpuMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

void report(const char *name, const Times &times, double perAnswer = 1)
{
    const double mean = std::accumulate(times.cpu.begin(), times.cpu.end(), 0.0) / double(times.cpu.size());
    std::printf("bench name=%s value=%.2f unit=ms p50=%.2f max=%.2f cpu=%.2f mean_cpu=%.2f n=%zu\n", name,
                percentile(times.wall, 0.95) / perAnswer, percentile(times.wall, 0.5) / perAnswer,
                percentile(times.wall, 1) / perAnswer, percentile(times.cpu, 0.95) / perAnswer, mean / perAnswer,
                times.wall.size());
}

/// The corners of all metatiles of \a zoom that show the city's built-up middle.
std::vector<TileRequest> metatiles(int zoom, int scale)
{
    const auto north = GridPoint::fromDegrees(-56.24, -34.84);
    const auto south = GridPoint::fromDegrees(-56.08, -34.925);
    const double tile = std::ldexp(1.0, 32 - zoom);
    const auto column = [tile, zoom](std::int32_t x) { return static_cast<int>(x / tile + (1 << zoom) / 2.0); };
    const auto row = [tile, zoom](std::int32_t y) { return static_cast<int>((1 << zoom) / 2.0 - y / tile); };
    const int across = MapnikTiles::tilesAcross(zoom);
    std::vector<TileRequest> requests;
    // The same tiles however many are drawn at once.
    constexpr int most = 4;
    for (int x = column(north.x) / most * most; x < (column(south.x) / most + 1) * most; x += across) {
        for (int y = row(north.y) / most * most; y < (row(south.y) / most + 1) * most; y += across)
            requests.push_back({.style = TileStyle::Light, .zoom = zoom, .x = x, .y = y, .scale = scale});
    }
    // A few are enough where there are many.
    if (const auto few = 640U / static_cast<unsigned>(across * across); requests.size() > few) {
        std::vector<TileRequest> some;
        for (std::size_t i = 0; i < few; ++i)
            some.push_back(requests[i * requests.size() / few]);
        return some;
    }
    return requests;
}

Times waits(TileService &tiles, const std::vector<TileRequest> &requests)
{
    Times times;
    for (const auto &request : requests) {
        QElapsedTimer timer;
        timer.start();
        const double cpu = cpuMilliseconds();
        if (!tiles.tile(request))
            std::abort();
        times.wall.push_back(double(timer.nsecsElapsed()) / 1e6);
        times.cpu.push_back(cpuMilliseconds() - cpu);
    }
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    RegionSinks sinks;
    sinks.push_back(makeTileSink());
    QElapsedTimer timer;
    timer.start();
    const auto region = importRegion(QStringLiteral(DOORSTEP_RESOURCES "/regions/montevideo.osm.pbf"),
                                     folder.filePath(u"map.sqlite"_s), sinks, [](QStringView, double) { });
    if (!region) {
        std::fprintf(stderr, "%s\n", qPrintable(region.error().detail));
        return 1;
    }
    std::printf("bench name=tiles_import value=%.2f unit=s n=1\n", double(timer.elapsed()) / 1000);

    const TileSettings settings{.databasePath = region->databasePath, .cacheFolder = folder.filePath(u"tiles"_s)};
    const auto tiles = MapnikTiles::open(settings);
    if (!tiles) {
        std::fprintf(stderr, "%s\n", qPrintable(tiles.error().detail));
        return 1;
    }
    waits(**tiles, metatiles(10, 1)); // opens, reads fonts
    for (const auto &[zoom, scale] : {std::pair{11, 1}, {13, 1}, {14, 1}, {14, 2}, {15, 1}, {16, 1}, {18, 1}}) {
        const auto requests = metatiles(zoom, scale);
        const auto drawn = waits(**tiles, requests);
        const auto name = u"tiles_z%1%2"_s.arg(zoom).arg(scale == 2 ? "_2x"_L1 : ""_L1).toLatin1();
        report((name + "_wait_p95").constData(), drawn);
        const int across = MapnikTiles::tilesAcross(zoom);
        report((name + "_per_tile_p95").constData(), drawn, across * across);
        report((name + "_kept_p95").constData(), waits(**tiles, requests));
    }
    return 0;
}
