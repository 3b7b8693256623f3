// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/graphbuilder.h"

#include "backend/region/roads/turnbuilder.h"

#include <cmath>

namespace Doorstep {

namespace {

constexpr quint32 none = ~0U;

/// A piece of a way between two neighbouring nodes, seen from one of them.
struct Spoke
{
    quint32 way = 0;
    quint32 index = 0; ///< The piece lies between the way's nodes `index` and `index + 1`.
    bool along = true; ///< Leaving by it goes in the direction of the way.
};

const DirectionTraits &leaving(const RoadMaterial::Way &way, bool along)
{
    return along ? way.traits.forward : way.traits.backward;
}

bool isOpen(const DirectionTraits &direction)
{
    return direction.mode != TravelMode::None;
}

class RoadBuilder
{
public:
    explicit RoadBuilder(RoadMaterial material)
        : m_material(std::move(material))
        , m_graphNode(m_material.nodes.size(), none)
    {
        for (const auto &restriction : m_material.restrictions)
            m_isVia.insert(restriction.viaNode);
        closeDirectionsWithoutSpeed();
        linkSpokes();
    }

    BuiltRoads build()
    {
        m_built.graph.names = m_material.names.empty() ? std::vector<char>{'\0'} : std::move(m_material.names);
        m_visited.resize(m_pieceCount);
        for (quint32 node = 0; node < m_material.nodes.size(); ++node) {
            if (spokesAt(node).empty() || !isJunction(node))
                continue;
            for (const auto &spoke : spokesAt(node))
                addRoad(node, spoke);
        }
        // What is left are circles without a junction; any of their nodes will do.
        for (quint32 node = 0; node < m_material.nodes.size(); ++node) {
            for (const auto &spoke : spokesAt(node))
                addRoad(node, spoke);
        }
        finish();
        return std::move(m_built);
    }

private:
    void closeDirectionsWithoutSpeed()
    {
        for (auto &way : m_material.ways) {
            for (auto *direction : {&way.traits.forward, &way.traits.backward}) {
                if (direction->speedKmh <= 0.0 && way.traits.wholeDurationSeconds <= 0.0)
                    *direction = {};
                if (direction->mode == TravelMode::None)
                    *direction = {};
            }
        }
        std::erase_if(m_material.ways, [](const RoadMaterial::Way &way) {
            return !isOpen(way.traits.forward) && !isOpen(way.traits.backward);
        });
    }

    void linkSpokes()
    {
        m_firstSpoke.assign(m_material.nodes.size() + 1, 0);
        for (const auto &way : m_material.ways) {
            m_firstPiece.push_back(m_pieceCount);
            m_pieceCount += static_cast<quint32>(way.nodes.size() - 1);
            for (std::size_t i = 0; i + 1 < way.nodes.size(); ++i) {
                ++m_firstSpoke[way.nodes[i] + 1];
                ++m_firstSpoke[way.nodes[i + 1] + 1];
            }
        }
        for (std::size_t node = 0; node < m_material.nodes.size(); ++node)
            m_firstSpoke[node + 1] += m_firstSpoke[node];
        m_spokes.resize(m_firstSpoke.back());
        auto next = m_firstSpoke;
        for (quint32 w = 0; w < m_material.ways.size(); ++w) {
            const auto &nodes = m_material.ways[w].nodes;
            for (quint32 i = 0; i + 1 < nodes.size(); ++i) {
                m_spokes[next[nodes[i]]++] = {.way = w, .index = i, .along = true};
                m_spokes[next[nodes[i + 1]]++] = {.way = w, .index = i, .along = false};
            }
        }
    }

    [[nodiscard]] std::span<const Spoke> spokesAt(quint32 node) const
    {
        return {m_spokes.data() + m_firstSpoke[node], m_spokes.data() + m_firstSpoke[node + 1]};
    }

    [[nodiscard]] quint32 farNode(const Spoke &spoke) const
    {
        return m_material.ways[spoke.way].nodes[spoke.index + (spoke.along ? 1 : 0)];
    }

    [[nodiscard]] bool isJunction(quint32 node) const
    {
        const auto spokes = spokesAt(node);
        if (spokes.size() != 2 || m_material.nodeTraits.contains(node) || m_isVia.contains(node))
            return true;
        const auto &a = m_material.ways[spokes[0].way];
        const auto &b = m_material.ways[spokes[1].way];
        // Travelling through, one comes in by the one against its leaving direction and goes out by the other.
        return farNode(spokes[0]) == farNode(spokes[1]) || a.name != b.name || a.ref != b.ref
            || a.roadClass != b.roadClass || a.traits.roundabout != b.traits.roundabout
            || a.traits.circular != b.traits.circular || a.traits.snappable != b.traits.snappable
            || !areAlike(leaving(a, !spokes[0].along), leaving(b, spokes[1].along))
            || !areAlike(leaving(b, !spokes[1].along), leaving(a, spokes[0].along));
    }

    static bool areAlike(const DirectionTraits &a, const DirectionTraits &b)
    {
        return a.mode == b.mode && a.restricted == b.restricted;
    }

    quint32 graphNode(quint32 node)
    {
        if (m_graphNode[node] == none) {
            m_graphNode[node] = static_cast<quint32>(m_built.materialNode.size());
            m_built.materialNode.push_back(node);
        }
        return m_graphNode[node];
    }

    void addRoad(quint32 start, const Spoke &first)
    {
        if (m_visited[m_firstPiece[first.way] + first.index])
            return;
        auto &graph = m_built.graph;
        const auto &way = m_material.ways[first.way];
        const auto &forward = leaving(way, first.along);
        const auto &backward = leaving(way, !first.along);
        GraphRoad road;
        road.fromNode = graphNode(start);
        road.firstPoint = static_cast<quint32>(graph.points.size());
        road.name = way.name;
        road.ref = way.ref;
        road.roadClass = way.roadClass;
        road.forwardMode = forward.mode;
        road.backwardMode = backward.mode;
        road.flags = static_cast<quint8>((way.traits.roundabout ? GraphRoad::Roundabout : 0)
                                         | (way.traits.circular ? GraphRoad::Circular : 0)
                                         | (way.traits.snappable ? GraphRoad::Snappable : 0)
                                         | (forward.restricted ? GraphRoad::ForwardRestricted : 0)
                                         | (backward.restricted ? GraphRoad::BackwardRestricted : 0));

        graph.points.push_back(m_material.nodes[start]);
        auto spoke = first;
        auto node = start;
        while (true) {
            m_visited[m_firstPiece[spoke.way] + spoke.index] = true;
            node = farNode(spoke);
            addSegment(spoke, node);
            if (isJunction(node) || m_graphNode[node] != none)
                break;
            const auto spokes = spokesAt(node);
            const bool cameByFirst = spokes[0].way == spoke.way && spokes[0].index == spoke.index;
            spoke = spokes[cameByFirst ? 1 : 0];
        }
        road.toNode = graphNode(node);
        graph.roads.push_back(road);
        m_built.wayAtEnd.push_back({.way = way.id, .arrivesAlong = !first.along});
        m_built.wayAtEnd.push_back({.way = m_material.ways[spoke.way].id, .arrivesAlong = spoke.along});
    }

    void addSegment(const Spoke &spoke, quint32 node)
    {
        auto &graph = m_built.graph;
        const auto &way = m_material.ways[spoke.way];
        const auto meters = metersBetween(graph.points.back(), m_material.nodes[node]);
        graph.points.push_back(m_material.nodes[node]);
        GraphSegment segment;
        segment.meters = static_cast<float>(meters);
        for (const int backward : {0, 1}) {
            const auto &direction = leaving(way, backward ? !spoke.along : spoke.along);
            if (!isOpen(direction))
                continue;
            double seconds = meters / (direction.speedKmh / 3.6);
            double weight = direction.rate > 0.0 ? meters / direction.rate : seconds;
            if (way.traits.wholeDurationSeconds > 0.0)
                weight = seconds = way.traits.wholeDurationSeconds * meters / std::max(1.0, lengthOf(way));
            segment.duration[backward] = static_cast<quint32>(std::max(1L, std::lround(std::min(seconds * 10.0, 1e8))));
            segment.weight[backward] = static_cast<quint32>(std::max(1L, std::lround(std::min(weight * 10.0, 1e8))));
        }
        graph.segments.push_back(segment);
    }

    [[nodiscard]] double lengthOf(const RoadMaterial::Way &way) const
    {
        double meters = 0.0;
        for (std::size_t i = 1; i < way.nodes.size(); ++i)
            meters += metersBetween(m_material.nodes[way.nodes[i - 1]], m_material.nodes[way.nodes[i]]);
        return meters;
    }

    void finish()
    {
        auto &graph = m_built.graph;
        GraphRoad last;
        last.firstPoint = static_cast<quint32>(graph.points.size());
        graph.roads.push_back(last);
        for (quint32 road = 0; road < graph.roadCount(); ++road) {
            for (const int backward : {0, 1}) {
                GraphState state;
                const auto mode = backward ? graph.roads[road].backwardMode : graph.roads[road].forwardMode;
                state.open = mode == TravelMode::None ? 0 : 1;
                for (quint32 i = 0; i < graph.segmentCount(road); ++i) {
                    const auto &segment = graph.segment(road, i);
                    state.duration += segment.duration[backward];
                    state.weight += segment.weight[backward];
                    state.meters += segment.meters;
                }
                graph.states.push_back(state);
            }
        }
        for (const auto node : m_built.materialNode) {
            const auto traits = m_material.nodeTraits.find(node);
            m_built.nodeTraits.push_back(traits == m_material.nodeTraits.end() ? NodeTraits() : traits->second);
        }
        for (auto restriction : m_material.restrictions) {
            restriction.viaNode = m_graphNode[restriction.viaNode];
            if (restriction.viaNode != none)
                m_built.restrictions.push_back(restriction);
        }
    }

    RoadMaterial m_material;
    BuiltRoads m_built;
    std::vector<quint32> m_graphNode; ///< By material node.
    std::unordered_set<quint32> m_isVia;
    std::vector<quint32> m_firstSpoke;
    std::vector<Spoke> m_spokes;
    std::vector<quint32> m_firstPiece; ///< By way.
    quint32 m_pieceCount = 0;
    std::vector<bool> m_visited; ///< By piece.
};

} // namespace

RoadGraph buildGraph(RoadMaterial material, const TurnCosts &costs)
{
    auto built = RoadBuilder(std::move(material)).build();
    addTurns(built, costs);
    markLargeNetworks(built.graph);
    return std::move(built.graph);
}

} // namespace Doorstep
