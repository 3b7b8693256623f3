// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/plainsearch.h"

#include <cmath>

namespace Doorstep {

namespace {

constexpr quint32 unreached = ~0U;
constexpr RoadCost closed{.weight = 0, .duration = ~0U}; // a label that no offer beats

} // namespace

std::vector<RoadCost> drivenCosts(const RoadGraph &graph, const RoadConditions &conditions)
{
    std::vector<RoadCost> costs(graph.stateCount());
    for (StateId state = 0; state < graph.stateCount(); ++state) {
        const auto &it = graph.states[state];
        const auto factor = double(conditions.factorOf(graph.roads[state / 2].roadClass, state));
        costs[state] = {.weight = static_cast<quint32>(std::lround(it.weight * factor)),
                        .duration = static_cast<quint32>(std::lround(it.duration * factor)),
                        .meters = it.meters};
    }
    return costs;
}

PlainSearch::PlainSearch(const RoadGraph &graph)
    : m_graph(graph)
    , m_labels(graph.stateCount())
    , m_parents(graph.stateCount())
    , m_isGoal(graph.stateCount())
{
}

void PlainSearch::drive(const RoadConditions &conditions)
{
    if (m_factors == conditions.durationFactors && m_slow == conditions.slow)
        return;
    m_factors = conditions.durationFactors;
    m_slow = conditions.slow;
    m_costs = drivenCosts(m_graph, conditions);
}

void PlainSearch::mark(std::span<const SearchGoal> goals, bool isGoal)
{
    for (const auto &goal : goals)
        m_isGoal[goal.state] = isGoal ? 1 : 0;
}

void PlainSearch::begin(const RoadConditions &conditions)
{
    ++m_run;
    m_queue.clear();
    for (const auto state : conditions.closed) {
        if (state < m_labels.size())
            m_labels[state] = {.cost = closed, .run = m_run};
    }
}

template <bool WithPaths>
void PlainSearch::offer(StateId state, const RoadCost &cost, const Parent &parent)
{
    auto &label = m_labels[state];
    if (cost.weight >= (label.run == m_run ? label.cost.weight : unreached))
        return;
    label = {.cost = cost, .run = m_run};
    if constexpr (WithPaths)
        m_parents[state] = parent;
    m_queue.push(cost.weight, state);
}

/// Until \a goals of the marked states are reached for good.
template <bool WithPaths>
void PlainSearch::search(std::span<const SearchSeed> seeds, std::size_t goals)
{
    for (const auto &seed : seeds)
        offer<WithPaths>(seed.state, seed.cost, {.state = seed.origin, .isSeed = true});
    RadixHeap::Entry entry;
    while (goals > 0 && m_queue.take(entry)) {
        const auto state = entry.value;
        const auto &at = m_labels[state].cost;
        if (at.weight != entry.key)
            continue; // a better way was found meanwhile
        goals -= m_isGoal[state];
        const auto end = at + m_costs[state];
        for (const auto &turn : m_graph.turnsFrom(state)) {
            offer<WithPaths>(turn.target, end + RoadCost{.weight = turn.weight, .duration = turn.duration},
                             {.state = state});
        }
    }
}

std::optional<RoadCost> PlainSearch::costTo(const SearchGoal &goal) const
{
    const auto &label = m_labels[goal.state];
    if (label.run != m_run || label.cost.duration == closed.duration)
        return {};
    return label.cost + goal.cost;
}

std::vector<std::optional<FoundPath>>
PlainSearch::run(std::span<const SearchSeed> seeds, std::span<const SearchGoal> goals, const RoadConditions &conditions)
{
    drive(conditions);
    mark(goals, true);
    begin(conditions);
    search<true>(seeds, static_cast<std::size_t>(std::ranges::count(m_isGoal, 1)));
    mark(goals, false);

    std::vector<std::optional<FoundPath>> found(goals.size());
    for (std::size_t i = 0; i < goals.size(); ++i) {
        if (const auto cost = costTo(goals[i]))
            found[i] = FoundPath{.cost = *cost, .states = trace(goals[i].state)};
    }
    return found;
}

std::vector<std::optional<RoadCost>> PlainSearch::table(const std::vector<std::vector<SearchSeed>> &sources,
                                                        const std::vector<std::vector<SearchGoal>> &destinations,
                                                        const RoadConditions &conditions)
{
    drive(conditions);
    for (const auto &goals : destinations)
        mark(goals, true);
    const auto marked = static_cast<std::size_t>(std::ranges::count(m_isGoal, 1));
    std::vector<std::optional<RoadCost>> costs;
    for (const auto &seeds : sources) {
        begin(conditions);
        search<false>(seeds, marked);
        for (const auto &goals : destinations) {
            auto &best = costs.emplace_back();
            for (const auto &goal : goals) {
                const auto cost = costTo(goal);
                if (cost && (!best || cost->weight < best->weight))
                    best = cost;
            }
        }
    }
    for (const auto &goals : destinations)
        mark(goals, false);
    return costs;
}

std::vector<StateId> PlainSearch::trace(StateId state) const
{
    std::vector<StateId> states{state};
    while (!m_parents[state].isSeed) {
        state = m_parents[state].state;
        states.push_back(state);
    }
    states.push_back(m_parents[state].state);
    std::ranges::reverse(states);
    return states;
}

} // namespace Doorstep
