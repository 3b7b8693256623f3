// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/endpoints.h"

#include <cmath>

namespace Doorstep {

Endpoints::Endpoints(const RoadGraph &graph, const RoadConditions &conditions)
    : m_graph(graph)
    , m_conditions(conditions)
{
}

RoadCost Endpoints::scaled(RoadCost cost, StateId state) const
{
    const auto factor = double(m_conditions.factorOf(m_graph.roads[state / 2].roadClass, state));
    cost.weight = static_cast<quint32>(std::lround(cost.weight * factor));
    cost.duration = static_cast<quint32>(std::lround(cost.duration * factor));
    return cost;
}

Arrivals Endpoints::everyDirection(const RoadPoint &point)
{
    Arrivals arrivals;
    for (const int direction : {0, 1}) {
        if (point.open[direction])
            arrivals[static_cast<std::size_t>(direction)] = RoadCost();
    }
    return arrivals;
}

std::vector<SearchSeed> Endpoints::seeds(const RoadPoint &from, const Arrivals &arrivals) const
{
    std::vector<SearchSeed> seeds;
    for (const int direction : {0, 1}) {
        const auto &arrival = arrivals[static_cast<std::size_t>(direction)];
        if (!arrival)
            continue;
        const auto state = from.state(direction);
        const auto &whole = m_graph.states[state];
        const RoadCost end{.weight = whole.weight, .duration = whole.duration, .meters = whole.meters};
        const auto rest = *arrival + scaled(end - costUpTo(m_graph, from, direction), state);
        for (const auto &turn : m_graph.turnsFrom(state))
            seeds.push_back({.state = turn.target,
                             .origin = state,
                             .cost = rest + RoadCost{.weight = turn.weight, .duration = turn.duration}});
    }
    return seeds;
}

SearchGoal Endpoints::goal(const RoadPoint &to, int direction) const
{
    return {.state = to.state(direction), .cost = scaled(costUpTo(m_graph, to, direction), to.state(direction))};
}

std::optional<RoadCost> Endpoints::direct(const RoadPoint &from, const RoadPoint &to, int direction) const
{
    if (from.road != to.road)
        return std::nullopt;
    const auto a = std::pair(from.segment, from.share);
    const auto b = std::pair(to.segment, to.share);
    if (direction == 0 ? b < a : a < b)
        return std::nullopt;
    const auto before = costUpTo(m_graph, from, direction);
    auto after = costUpTo(m_graph, to, direction);
    after.meters = std::max(after.meters, before.meters); // rounding of the last bit
    return scaled(after - before, from.state(direction));
}

std::vector<SearchGoal> Endpoints::goals(const RoadPoint &to) const
{
    std::vector<SearchGoal> goals;
    for (const int direction : {0, 1}) {
        if (to.open[direction])
            goals.push_back(goal(to, direction));
    }
    return goals;
}

} // namespace Doorstep
