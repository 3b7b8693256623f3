// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/roadservice.h"
#include "backend/region/roads/waytraits.h"
#include "backend/region/sqlite.h"

#include <QByteArray>

#include <vector>

namespace Doorstep {

/// WGS 84 in units of 1e-7 degrees, as OpenStreetMap stores it.
struct GraphPoint
{
    qint32 lon = 0;
    qint32 lat = 0;

    bool operator==(const GraphPoint &) const = default;
    [[nodiscard]] QGeoCoordinate coordinate() const { return {lat * 1e-7, lon * 1e-7}; }
};

/// Metres between two points on OSRM's sphere.
[[nodiscard]] double metersBetween(GraphPoint a, GraphPoint b);
/// Degrees clockwise from north, [0, 360).
[[nodiscard]] double bearingBetween(GraphPoint from, GraphPoint to);

/// A stretch of road without junctions inside.
struct GraphRoad
{
    enum Flag : quint8 { Roundabout = 1, Circular = 2, Snappable = 4, ForwardRestricted = 8, BackwardRestricted = 16 };

    quint32 fromNode = 0;
    quint32 toNode = 0;
    quint32 firstPoint = 0; ///< Its points end where those of the next road begin.
    quint32 name = 0; ///< Offset into `names`.
    quint32 ref = 0;
    RoadClass roadClass = RoadClass::Other;
    quint8 flags = 0;
    TravelMode forwardMode = TravelMode::None;
    TravelMode backwardMode = TravelMode::None;
};

/// Times are deciseconds, as in OSRM: small enough to be exact, large enough to add up fast.
struct GraphSegment
{
    float meters = 0.0F;
    quint32 duration[2]{}; ///< Forward, backward; only meaningful where that direction is open.
    quint32 weight[2]{};
};

/// From the end of one directed road into the beginning of another.
struct GraphTurn
{
    quint32 target = 0;
    quint32 duration = 0; ///< Of the turn alone.
    quint32 weight = 0;
};

/// A road in one direction: `road * 2`, plus 1 for backward. The vertices of the edge-expanded graph, which is what
/// makes turns cost.
using StateId = quint32;

struct GraphState
{
    quint32 duration = 0; ///< Of the whole road.
    quint32 weight = 0;
    float meters = 0.0F;
    quint32 open = 0; ///< 0 closed, 1 open, 2 open and part of the large strongly connected network.
};

/// One end of a road at a junction.
struct GraphEnd
{
    quint32 roadEnd = 0; ///< `road * 2`, plus 1 when the road ends here (and 0 when it begins).
    float bearing = 0.0F; ///< Of the road as one leaves by it, degrees.
};

/// An arc of the contraction hierarchy: from the beginning of one state to the beginning of another, perhaps over many.
struct GraphShortcut
{
    static constexpr quint32 noMiddle = ~0U;

    quint32 other = 0; ///< The state at its other, higher end.
    quint32 middle = noMiddle; ///< The state it was made by skipping; none for a single turn.
    quint32 weight = 0;
    quint32 duration = 0;
    float meters = 0.0F;
};

/// The roads of one profile in arrays that load as they lie in the file. Immutable once built; share it among threads.
struct RoadGraph
{
    std::vector<GraphRoad> roads; ///< One more than there are roads: the last only ends the points.
    std::vector<GraphPoint> points; ///< Of every road from its first to its last node.
    std::vector<GraphSegment> segments; ///< Road r has one fewer than points, from `firstPoint - r` on.
    std::vector<GraphState> states;
    std::vector<quint32> firstTurn; ///< By state, one more than there are states.
    std::vector<GraphTurn> turns;
    std::vector<quint32> firstEnd; ///< By node, one more than there are nodes.
    std::vector<GraphEnd> ends; ///< By bearing.
    std::vector<quint32> firstUp; ///< By state, one more than there are states.
    std::vector<GraphShortcut> up; ///< Leaving a state towards higher ones.
    std::vector<quint32> firstDown;
    std::vector<GraphShortcut> down; ///< Coming to a state from higher ones.
    std::vector<char> names; ///< UTF-8, each closed by a 0; offset 0 is the empty name.

    [[nodiscard]] quint32 roadCount() const { return static_cast<quint32>(roads.empty() ? 0 : roads.size() - 1); }
    [[nodiscard]] quint32 stateCount() const { return static_cast<quint32>(states.size()); }
    [[nodiscard]] quint32 segmentCount(quint32 road) const
    {
        return roads[road + 1].firstPoint - roads[road].firstPoint - 1;
    }
    [[nodiscard]] const GraphSegment &segment(quint32 road, quint32 index) const
    {
        return segments[roads[road].firstPoint - road + index];
    }
    [[nodiscard]] std::span<const GraphPoint> line(quint32 road) const
    {
        return {points.data() + roads[road].firstPoint, points.data() + roads[road + 1].firstPoint};
    }
    [[nodiscard]] std::span<const GraphTurn> turnsFrom(StateId state) const
    {
        return {turns.data() + firstTurn[state], turns.data() + firstTurn[state + 1]};
    }
    [[nodiscard]] std::span<const GraphShortcut> upFrom(StateId state) const
    {
        return {up.data() + firstUp[state], up.data() + firstUp[state + 1]};
    }
    [[nodiscard]] std::span<const GraphShortcut> downTo(StateId state) const
    {
        return {down.data() + firstDown[state], down.data() + firstDown[state + 1]};
    }
    [[nodiscard]] std::span<const GraphEnd> endsAt(quint32 node) const
    {
        return {ends.data() + firstEnd[node], ends.data() + firstEnd[node + 1]};
    }
    /// The node that a state leads to.
    [[nodiscard]] quint32 headOf(StateId state) const
    {
        const auto &road = roads[state / 2];
        return state % 2 == 0 ? road.toNode : road.fromNode;
    }
    [[nodiscard]] TravelMode modeOf(StateId state) const
    {
        const auto &road = roads[state / 2];
        return state % 2 == 0 ? road.forwardMode : road.backwardMode;
    }
    [[nodiscard]] QString text(quint32 offset) const { return QString::fromUtf8(names.data() + offset); }
};

/// Writes into and reads from the table road_graph(profile, part, data). Reading checks that every index points inside
/// its array: fails with Malformed otherwise.
[[nodiscard]] Result<> makeGraphTable(Sqlite::Database &database);
[[nodiscard]] Result<> writeGraph(Sqlite::Database &database, RoadProfile profile, const RoadGraph &graph);
[[nodiscard]] Result<RoadGraph> readGraph(Sqlite::Database &database, RoadProfile profile);

} // namespace Doorstep
