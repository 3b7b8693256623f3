// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/stopclusters.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace Doorstep {

namespace {
constexpr double cellPixels = 64.0;

Forecast::State worstOf(const StopMarker &stop)
{
    const auto failed = stop.shape == StopMarker::Shape::Failed || stop.exception;
    return failed ? Forecast::State::Late : std::min(stop.outlook, Forecast::State::Late);
}
} // namespace

std::vector<StopCluster> clusterStops(const QList<StopMarker> &stops, const std::vector<WorldPoint> &where, int zoom)
{
    const auto cellsPerWorld = 256.0 * std::exp2(zoom) / cellPixels;
    std::vector<StopCluster> clusters;
    QHash<std::pair<int, int>, size_t> clusterOf;
    for (qsizetype i = 0; i < stops.size(); ++i) {
        const auto &stop = stops.at(i);
        const auto isDone = stop.shape == StopMarker::Shape::Delivered || stop.shape == StopMarker::Shape::Cancelled;
        if (isDone && !stop.exception)
            continue;
        const auto &point = where[size_t(i)];
        const auto cell = std::pair(int(std::floor(point.x * cellsPerWorld)), int(std::floor(point.y * cellsPerWorld)));
        const auto found = clusterOf.constFind(cell);
        if (found == clusterOf.cend()) {
            clusterOf.insert(cell, clusters.size());
            clusters.push_back({point, 1, worstOf(stop), size_t(i)});
            continue;
        }
        auto &cluster = clusters[*found];
        cluster.centre.x += (point.x - cluster.centre.x) / (cluster.count + 1);
        cluster.centre.y += (point.y - cluster.centre.y) / (cluster.count + 1);
        cluster.worst = std::max(cluster.worst, worstOf(stop));
        ++cluster.count;
    }
    return clusters;
}

} // namespace Doorstep
