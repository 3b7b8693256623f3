// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/roadindex.h"

namespace Doorstep {

/// The way between two waypoints: directed roads from the one that `from` lies on to the one of `to`.
struct LegPath
{
    RoadPoint from;
    RoadPoint to;
    std::vector<StateId> states; ///< At least one; a single one when the way does not leave the road.
};

/// One directed road, or the part of it that a leg uses.
struct LegPiece
{
    StateId state = 0;
    qsizetype firstPlace = 0; ///< Index into the leg's line where it begins.
    qsizetype lastPlace = 0;
    RoadCost cost;
    RoadCost turn; ///< Of the turn at its end; nothing for the last piece.
};

struct BuiltLeg
{
    RoadLeg leg; ///< Without steps.
    std::vector<LegPiece> pieces;
};

/// Turns a path into places, lengths and times under \a conditions.
[[nodiscard]] BuiltLeg buildLeg(const RoadGraph &graph, const LegPath &path, const RoadConditions &conditions);

} // namespace Doorstep
