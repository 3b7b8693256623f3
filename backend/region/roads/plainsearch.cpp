// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/plainsearch.h"

#include <cmath>

namespace Doorstep {

PlainSearch::PlainSearch(const RoadGraph &graph)
    : m_graph(graph)
    , m_labels(graph.stateCount())
{
}

RoadCost PlainSearch::costOf(StateId state, const RoadConditions &conditions) const
{
    const auto &it = m_graph.states[state];
    const double factor =
        double(conditions.durationFactors[static_cast<std::size_t>(m_graph.roads[state / 2].roadClass)]);
    return {.weight = static_cast<quint32>(std::lround(it.weight * factor)),
            .duration = static_cast<quint32>(std::lround(it.duration * factor)),
            .meters = it.meters};
}

PlainSearch::Label &PlainSearch::label(StateId state)
{
    auto &it = m_labels[state];
    if (it.run != m_run)
        it = {.cost = {.weight = ~0U}, .run = m_run};
    return it;
}

void PlainSearch::offer(StateId state, const RoadCost &cost, StateId parent, bool isSeed)
{
    auto &it = label(state);
    if (it.closed || it.settled || cost.weight >= it.cost.weight)
        return;
    it.cost = cost;
    it.parent = parent;
    it.isSeed = isSeed;
    m_heap.emplace_back(cost.weight, state);
    std::ranges::push_heap(m_heap, std::greater());
}

std::vector<std::optional<FoundPath>> PlainSearch::run(std::span<const SearchSeed> seeds,
                                                       std::span<const SearchGoal> goals,
                                                       const RoadConditions &conditions, bool withPaths)
{
    ++m_run;
    m_heap.clear();
    for (const auto state : conditions.closed) {
        if (state < m_labels.size())
            label(state).closed = true;
    }
    for (const auto &seed : seeds)
        offer(seed.state, seed.cost, seed.origin, true);

    std::vector<StateId> open;
    for (const auto &goal : goals)
        open.push_back(goal.state);
    std::ranges::sort(open);
    const auto [first, last] = std::ranges::unique(open);
    open.erase(first, last);
    auto missing = open.size();

    while (!m_heap.empty() && missing > 0) {
        std::ranges::pop_heap(m_heap, std::greater());
        const auto state = m_heap.back().second;
        m_heap.pop_back();
        auto &at = m_labels[state];
        if (at.settled)
            continue;
        at.settled = true;
        missing -= std::ranges::binary_search(open, state);
        const auto end = at.cost + costOf(state, conditions);
        for (const auto &turn : m_graph.turnsFrom(state))
            offer(turn.target, end + RoadCost{.weight = turn.weight, .duration = turn.duration}, state, false);
    }

    std::vector<std::optional<FoundPath>> found(goals.size());
    for (std::size_t i = 0; i < goals.size(); ++i) {
        const auto &at = label(goals[i].state);
        if (!at.settled)
            continue;
        found[i] = FoundPath{.cost = at.cost + goals[i].cost};
        if (withPaths)
            found[i]->states = trace(goals[i].state);
    }
    return found;
}

std::vector<std::optional<RoadCost>> PlainSearch::table(const std::vector<std::vector<SearchSeed>> &sources,
                                                        const std::vector<std::vector<SearchGoal>> &destinations,
                                                        const RoadConditions &conditions)
{
    std::vector<SearchGoal> goals;
    std::vector<std::size_t> destinationOf;
    for (std::size_t i = 0; i < destinations.size(); ++i) {
        goals.insert(goals.end(), destinations[i].begin(), destinations[i].end());
        destinationOf.resize(goals.size(), i);
    }
    std::vector<std::optional<RoadCost>> costs;
    for (const auto &seeds : sources) {
        std::vector<std::optional<RoadCost>> row(destinations.size());
        const auto found = run(seeds, goals, conditions, false);
        for (std::size_t i = 0; i < goals.size(); ++i) {
            auto &best = row[destinationOf[i]];
            if (found[i] && (!best || found[i]->cost.weight < best->weight))
                best = found[i]->cost;
        }
        costs.insert(costs.end(), row.begin(), row.end());
    }
    return costs;
}

std::vector<StateId> PlainSearch::trace(StateId state) const
{
    std::vector<StateId> states{state};
    while (!m_labels[state].isSeed) {
        state = m_labels[state].parent;
        states.push_back(state);
    }
    states.push_back(m_labels[state].parent);
    std::ranges::reverse(states);
    return states;
}

} // namespace Doorstep
