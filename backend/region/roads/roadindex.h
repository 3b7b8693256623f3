// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/roadgraph.h"

namespace Doorstep {

/// A place on a road.
struct RoadPoint
{
    quint32 road = 0;
    quint32 segment = 0;
    double share = 0.0; ///< How far along the segment, 0 to 1.
    GraphPoint where;
    double meters = 0.0; ///< From the place asked about.
    bool open[2]{}; ///< Whether it may be driven forward, backward.

    [[nodiscard]] StateId state(int direction) const { return road * 2 + static_cast<StateId>(direction); }
};

/// What a piece of a way costs.
struct RoadCost
{
    quint32 weight = 0;
    quint32 duration = 0; ///< Deciseconds.
    float meters = 0.0F;

    friend RoadCost operator+(RoadCost a, const RoadCost &b)
    {
        return {.weight = a.weight + b.weight, .duration = a.duration + b.duration, .meters = a.meters + b.meters};
    }
    friend RoadCost operator-(RoadCost a, const RoadCost &b)
    {
        return {.weight = a.weight - b.weight, .duration = a.duration - b.duration, .meters = a.meters - b.meters};
    }
};

/// From the beginning of the directed road to \a point on it.
[[nodiscard]] RoadCost costUpTo(const RoadGraph &graph, const RoadPoint &point, int direction);

/// Finds the roads near a place, in a grid of cells of about 200 m. Immutable; keeps a reference to the graph.
class RoadIndex
{
public:
    explicit RoadIndex(const RoadGraph &graph);

    /// The \a count nearest roads within \a maxMeters on which a route may begin or end, nearest first, each once.
    /// Directed roads in
    /// \a closed (sorted) do not count.
    [[nodiscard]] std::vector<RoadPoint> nearest(GraphPoint place, std::size_t count, double maxMeters,
                                                 std::span<const RoadId> closed) const;

private:
    struct Entry
    {
        quint64 cell = 0;
        quint32 road = 0;
        quint32 segment = 0;
    };
    void add(quint32 road, quint32 segment);
    [[nodiscard]] static quint64 cellOf(qint64 column, qint64 row);

    const RoadGraph &m_graph;
    qint64 m_cellWidth; ///< 1e-7 degrees of longitude, about as many metres as a cell is high.
    std::vector<Entry> m_entries; ///< By cell.
};

} // namespace Doorstep
