// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/roadgraph.h"

#include <string>
#include <unordered_map>

namespace Doorstep {

/// What an extract says about roads, before it becomes the graph of one profile. Nodes are numbered densely by the
/// collector.
struct RoadMaterial
{
    struct Way
    {
        qint64 id = 0;
        WayTraits traits;
        RoadClass roadClass = RoadClass::Other;
        quint32 name = 0;
        quint32 ref = 0;
        std::vector<quint32> nodes; ///< At least two, neighbours differ.
    };
    struct Restriction
    {
        qint64 fromWay = 0;
        qint64 toWay = 0;
        quint32 viaNode = 0;
        bool only = false; ///< Everything else is forbidden, instead of this.
    };

    std::vector<Way> ways;
    std::vector<GraphPoint> nodes;
    std::unordered_map<quint32, NodeTraits> nodeTraits; ///< Only of nodes that have any.
    std::vector<Restriction> restrictions;
    std::vector<char> names; ///< As in RoadGraph.
};

/// What differs between the profiles once ways are understood.
struct TurnCosts
{
    /// Deciseconds for a turn of \a degrees (-180 to 180, right positive).
    double (*turn)(double degrees) = nullptr;
    double uTurn = 200.0; ///< Added to the cost of turning by 180°.
    bool everywhere = false; ///< Also where only two roads meet.
};
[[nodiscard]] TurnCosts turnCostsOf(RoadProfile profile);

/// Joins ways into roads between junctions, finds the turns and their costs, and the large strongly connected part.
[[nodiscard]] RoadGraph buildGraph(RoadMaterial material, const TurnCosts &costs);

} // namespace Doorstep
