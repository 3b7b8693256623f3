// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/graphbuilder.h"

#include <unordered_set>

namespace Doorstep {

/// Roads without turns yet, and what the turns depend on.
struct BuiltRoads
{
    struct WayAtEnd
    {
        qint64 way = 0;
        bool arrivesAlong = false; ///< Who arrives here by the road travels in the direction of the way.
    };

    RoadGraph graph; ///< Without turns and ends.
    std::vector<quint32> materialNode; ///< By graph node.
    std::vector<NodeTraits> nodeTraits; ///< By graph node.
    std::vector<WayAtEnd> wayAtEnd; ///< By road end: `road * 2` where it begins, plus 1 where it ends.
    std::vector<RoadMaterial::Restriction> restrictions; ///< Their via node is a graph node.
};

/// Fills `ends`, `firstTurn` and `turns`.
void addTurns(BuiltRoads &built, const TurnCosts &costs);

/// Sets GraphState::open to 2 in every strongly connected network that is the largest or has at least 1000 directed
/// roads.
void markLargeNetworks(RoadGraph &graph);

} // namespace Doorstep
