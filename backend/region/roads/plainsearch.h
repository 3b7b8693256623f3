// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/roadindex.h"

#include <queue>

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

/// Dijkstra's algorithm over directed roads: slow (a few milliseconds for a city), but obeys any conditions. One search
/// at a time; keep the object to save its memory for the next.
class PlainSearch
{
public:
    explicit PlainSearch(const RoadGraph &graph);

    /// One result for each goal, in order; empty where none leads there.
    [[nodiscard]] std::vector<std::optional<FoundPath>> run(std::span<const SearchSeed> seeds,
                                                            std::span<const SearchGoal> goals,
                                                            const RoadConditions &conditions, bool withPaths);

    /// Costs from every source (its seeds) to every destination (its goals, of which the nearest counts), row-major.
    [[nodiscard]] std::vector<std::optional<RoadCost>> table(const std::vector<std::vector<SearchSeed>> &sources,
                                                             const std::vector<std::vector<SearchGoal>> &destinations,
                                                             const RoadConditions &conditions);

    /// What driving the whole of \a state costs under \a conditions.
    [[nodiscard]] RoadCost costOf(StateId state, const RoadConditions &conditions) const;

private:
    struct Label
    {
        RoadCost cost;
        StateId parent = 0; ///< Of a seed: its origin.
        quint32 run = 0; ///< Which search wrote it.
        bool isSeed = false;
        bool settled = false;
        bool closed = false;
    };
    using Entry = std::pair<quint32, StateId>;

    Label &label(StateId state);
    void offer(StateId state, const RoadCost &cost, StateId parent, bool isSeed);
    [[nodiscard]] std::vector<StateId> trace(StateId state) const;

    const RoadGraph &m_graph;
    std::vector<Label> m_labels;
    quint32 m_run = 0;
    std::vector<Entry> m_heap;
};

} // namespace Doorstep
