// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/radixheap.h"
#include "backend/region/roads/roadindex.h"

#include <optional>

namespace Doorstep {

/// Where a search begins: at the beginning of `state`, which one reaches from `origin` at a cost.
struct SearchSeed
{
    StateId state = 0;
    StateId origin = 0;
    RoadCost cost;
};

/// Where it ends: some way into `state`.
struct SearchGoal
{
    StateId state = 0;
    RoadCost cost; ///< From the beginning of the state to the goal.
};

/// The least way to a goal. `states` begins with the seed's origin and ends with the goal's state.
struct FoundPath
{
    RoadCost cost;
    std::vector<StateId> states;
};

/// What driving the whole of each state of \a graph costs under \a conditions, closed or not.
[[nodiscard]] std::vector<RoadCost> drivenCosts(const RoadGraph &graph, const RoadConditions &conditions);

/// Dijkstra's algorithm over directed roads: slow (some milliseconds for a city), but obeys any conditions. One search
/// at a time; keep the object to save its memory for the next.
class PlainSearch
{
public:
    explicit PlainSearch(const RoadGraph &graph);

    /// One result for each goal, in order; empty where none leads there.
    [[nodiscard]] std::vector<std::optional<FoundPath>>
    run(std::span<const SearchSeed> seeds, std::span<const SearchGoal> goals, const RoadConditions &conditions);

    /// Costs from every source (its seeds) to every destination (its goals, of which the nearest counts), row-major.
    [[nodiscard]] std::vector<std::optional<RoadCost>> table(const std::vector<std::vector<SearchSeed>> &sources,
                                                             const std::vector<std::vector<SearchGoal>> &destinations,
                                                             const RoadConditions &conditions);

private:
    struct Label
    {
        RoadCost cost;
        quint32 run = 0; ///< Which search wrote it.
    };
    struct Parent
    {
        StateId state = 0; ///< Of a seed: its origin.
        bool isSeed = false;
    };

    void drive(const RoadConditions &conditions);
    void mark(std::span<const SearchGoal> goals, bool isGoal);
    template <bool WithPaths>
    void search(std::span<const SearchSeed> seeds, std::size_t goals);
    template <bool WithPaths>
    void offer(StateId state, const RoadCost &cost, const Parent &parent);
    void begin(const RoadConditions &conditions);
    [[nodiscard]] std::optional<RoadCost> costTo(const SearchGoal &goal) const;
    [[nodiscard]] std::vector<StateId> trace(StateId state) const;

    const RoadGraph &m_graph;
    std::array<float, roadClassCount> m_factors{}; ///< For which m_costs holds, as...
    std::vector<SlowRoad> m_slow; ///< ... for these.
    std::vector<RoadCost> m_costs; ///< Of driving the whole of each state.
    std::vector<Label> m_labels;
    std::vector<Parent> m_parents;
    std::vector<quint8> m_isGoal;
    quint32 m_run = 0;
    RadixHeap m_queue;
};

} // namespace Doorstep
