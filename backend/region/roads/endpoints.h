// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/plainsearch.h"

namespace Doorstep {

/// What it costs to be at a waypoint, by the direction in which one may go on; empty where one may not.
using Arrivals = std::array<std::optional<RoadCost>, 2>;

/// How searches begin and end in the middle of roads.
class Endpoints
{
public:
    Endpoints(const RoadGraph &graph, const RoadConditions &conditions);

    /// Every open direction, for nothing.
    [[nodiscard]] static Arrivals everyDirection(const RoadPoint &point);
    /// The turns at the end of the road of \a from, in each direction that \a arrivals has.
    [[nodiscard]] std::vector<SearchSeed> seeds(const RoadPoint &from, const Arrivals &arrivals) const;
    [[nodiscard]] SearchGoal goal(const RoadPoint &to, int direction) const;
    /// One for each direction in which the road may be driven.
    [[nodiscard]] std::vector<SearchGoal> goals(const RoadPoint &to) const;
    /// What it costs to stay on the road; empty where \a to lies behind or elsewhere.
    [[nodiscard]] std::optional<RoadCost> direct(const RoadPoint &from, const RoadPoint &to, int direction) const;

private:
    [[nodiscard]] RoadCost scaled(RoadCost cost, StateId state) const;

    const RoadGraph &m_graph;
    const RoadConditions &m_conditions;
};

} // namespace Doorstep
