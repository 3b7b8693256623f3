// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/roadindex.h"

#include <cmath>
#include <numbers>

namespace Doorstep {

namespace {

constexpr qint64 cellHeight = 20'000; // 1e-7 degrees, 220 m
constexpr int mostRings = 48; // beyond 10 km looking at every road is quicker
constexpr double metersPerUnit = 0.0111226; // of latitude

constexpr qint64 floorDivide(qint64 a, qint64 b)
{
    return a >= 0 ? a / b : -((b - 1 - a) / b);
}

/// The nearest places found so far, each road once.
class Collection
{
public:
    Collection(const RoadGraph &graph, GraphPoint place, std::size_t count, double maxMeters,
               std::span<const RoadId> closed)
        : m_graph(graph)
        , m_place(place)
        , m_lonScale(std::cos(place.lat * 1e-7 * std::numbers::pi / 180.0))
        , m_count(count)
        , m_maxMeters(maxMeters)
        , m_closed(closed)
    {
    }

    void offer(quint32 road, quint32 segment)
    {
        RoadPoint point = project(road, segment);
        if (point.meters >= worst() || point.meters > m_maxMeters)
            return;
        if (!(m_graph.roads[road].flags & GraphRoad::Snappable))
            return;
        for (const int direction : {0, 1})
            point.open[direction] = m_graph.states[point.state(direction)].open == 2
                && !std::ranges::binary_search(m_closed, point.state(direction));
        if (!point.open[0] && !point.open[1])
            return;
        const auto same = std::ranges::find(m_best, road, &RoadPoint::road);
        if (same != m_best.end()) {
            if (same->meters <= point.meters)
                return;
            m_best.erase(same);
        }
        m_best.insert(std::ranges::upper_bound(m_best, point.meters, {}, &RoadPoint::meters), point);
        if (m_best.size() > m_count)
            m_best.pop_back();
    }

    /// Nothing farther than this is wanted any more.
    [[nodiscard]] double worst() const
    {
        return m_best.size() < m_count ? std::numeric_limits<double>::infinity() : m_best.back().meters;
    }

    [[nodiscard]] std::vector<RoadPoint> take() { return std::move(m_best); }

private:
    [[nodiscard]] RoadPoint project(quint32 road, quint32 segment) const
    {
        const auto line = m_graph.line(road);
        const auto a = line[segment];
        const auto b = line[segment + 1];
        const double ax = (double(a.lon) - m_place.lon) * m_lonScale;
        const double ay = double(a.lat) - m_place.lat;
        const double dx = (double(b.lon) - a.lon) * m_lonScale;
        const double dy = double(b.lat) - a.lat;
        const double square = dx * dx + dy * dy;
        const double share = square > 0.0 ? std::clamp(-(ax * dx + ay * dy) / square, 0.0, 1.0) : 0.0;
        RoadPoint point{.road = road, .segment = segment, .share = share};
        point.where = {.lon = a.lon + static_cast<qint32>(std::lround(share * (double(b.lon) - a.lon))),
                       .lat = a.lat + static_cast<qint32>(std::lround(share * (double(b.lat) - a.lat)))};
        point.meters = std::hypot(ax + share * dx, ay + share * dy) * metersPerUnit;
        return point;
    }

    const RoadGraph &m_graph;
    GraphPoint m_place;
    double m_lonScale;
    std::size_t m_count;
    double m_maxMeters;
    std::span<const RoadId> m_closed;
    std::vector<RoadPoint> m_best;
};

/// Calls \a look for every cell of the ring around a cell; ring 0 is the cell itself.
template <typename Look>
void lookAround(qint64 column, qint64 row, qint64 ring, const Look &look)
{
    for (qint64 x = column - ring; x <= column + ring; ++x) {
        const bool isSide = x == column - ring || x == column + ring;
        for (qint64 y = row - ring; y <= row + ring; y += isSide || ring == 0 ? 1 : 2 * ring)
            look(x, y);
    }
}

} // namespace

RoadCost costUpTo(const RoadGraph &graph, const RoadPoint &point, int direction)
{
    RoadCost cost;
    const auto add = [&](quint32 index, double share) {
        const auto &segment = graph.segment(point.road, index);
        cost.weight += static_cast<quint32>(std::lround(segment.weight[direction] * share));
        cost.duration += static_cast<quint32>(std::lround(segment.duration[direction] * share));
        cost.meters += static_cast<float>(double(segment.meters) * share);
    };
    if (direction == 0) {
        for (quint32 i = 0; i < point.segment; ++i)
            add(i, 1.0);
        add(point.segment, point.share);
    } else {
        for (quint32 i = graph.segmentCount(point.road) - 1; i > point.segment; --i)
            add(i, 1.0);
        add(point.segment, 1.0 - point.share);
    }
    return cost;
}

RoadIndex::RoadIndex(const RoadGraph &graph)
    : m_graph(graph)
    , m_cellWidth(cellHeight)
{
    if (!graph.points.empty()) {
        const auto middle = graph.points.size() / 2;
        const double latitude = graph.points[middle].lat * 1e-7 * std::numbers::pi / 180.0;
        m_cellWidth = static_cast<qint64>(cellHeight / std::max(0.05, std::cos(latitude)));
    }
    for (quint32 road = 0; road < graph.roadCount(); ++road) {
        for (quint32 segment = 0; segment < graph.segmentCount(road); ++segment)
            add(road, segment);
    }
    std::ranges::sort(m_entries, {}, &Entry::cell);
}

quint64 RoadIndex::cellOf(qint64 column, qint64 row)
{
    constexpr qint64 toPositive = 1LL << 31;
    return static_cast<quint64>(row + toPositive) << 32 | static_cast<quint64>(column + toPositive);
}

void RoadIndex::add(quint32 road, quint32 segment)
{
    const auto line = m_graph.line(road);
    const auto a = line[segment];
    const auto b = line[segment + 1];
    // Walks along the segment in steps of a quarter cell; a corner that is cut is smaller than that.
    const double columns = std::abs(double(b.lon) - a.lon) / static_cast<double>(m_cellWidth);
    const double rows = std::abs(double(b.lat) - a.lat) / cellHeight;
    const int steps = 1 + static_cast<int>(std::max(columns, rows) * 4.0);
    quint64 previous = ~quint64{0};
    for (int i = 0; i <= steps; ++i) {
        const double share = double(i) / steps;
        const auto lon = a.lon + static_cast<qint64>(share * (double(b.lon) - a.lon));
        const auto lat = a.lat + static_cast<qint64>(share * (double(b.lat) - a.lat));
        const auto cell = cellOf(floorDivide(lon, m_cellWidth), floorDivide(lat, cellHeight));
        if (cell != previous)
            m_entries.push_back({.cell = cell, .road = road, .segment = segment});
        previous = cell;
    }
}

std::vector<RoadPoint> RoadIndex::nearest(GraphPoint place, std::size_t count, double maxMeters,
                                          std::span<const RoadId> closed) const
{
    Collection found(m_graph, place, count, maxMeters, closed);
    const auto column = floorDivide(place.lon, m_cellWidth);
    const auto row = floorDivide(place.lat, cellHeight);
    const auto look = [&](qint64 x, qint64 y) {
        const auto cell = cellOf(x, y);
        for (auto it = std::ranges::lower_bound(m_entries, cell, {}, &Entry::cell);
             it != m_entries.end() && it->cell == cell; ++it)
            found.offer(it->road, it->segment);
    };
    for (int ring = 0; ring <= mostRings; ++ring) {
        // Everything nearer than the inner edge of this ring was seen, but for the corners that add() cuts.
        const double seen = (ring - 1.25) * cellHeight * metersPerUnit * 0.95;
        if (seen > std::min(found.worst(), maxMeters))
            return found.take();
        lookAround(column, row, ring, look);
    }
    for (quint32 road = 0; road < m_graph.roadCount(); ++road) {
        for (quint32 segment = 0; segment < m_graph.segmentCount(road); ++segment)
            found.offer(road, segment);
    }
    return found.take();
}

} // namespace Doorstep
