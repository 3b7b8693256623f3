// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/plainsearch.h"

#include <algorithm>

namespace Doorstep {

/// Searches in the contraction hierarchy: fractions of a millisecond, but only for the map as it is. One search at a
/// time; keep the object to save its memory for the next.
class HierarchySearch
{
public:
    explicit HierarchySearch(const RoadGraph &graph);

    /// One result for each goal, in order; empty where none leads there.
    [[nodiscard]] std::vector<std::optional<FoundPath>> run(std::span<const SearchSeed> seeds,
                                                            std::span<const SearchGoal> goals);

    /// A way over one state: the best from the seeds to it, and the best from it to the goal.
    struct Detour
    {
        FoundPath path;
        std::size_t via = 0; ///< Index into the path's states.
    };
    /// At most \a most ways that weigh at most \a mostWeight, lightest first and each once; the best way is among them.
    [[nodiscard]] std::vector<Detour> detours(std::span<const SearchSeed> seeds, const SearchGoal &goal,
                                              quint32 mostWeight, std::size_t most);

    /// Costs from every source (its seeds) to every destination (its goals, of which the nearest counts), row-major.
    [[nodiscard]] std::vector<std::optional<RoadCost>> table(const std::vector<std::vector<SearchSeed>> &sources,
                                                             const std::vector<std::vector<SearchGoal>> &destinations);

private:
    /// That from a state a destination of a table is reached so.
    struct Note
    {
        StateId state = 0;
        quint32 destination = 0;
        RoadCost cost;
    };
    struct Notes
    {
        std::vector<quint32> first; ///< Of each state, in `all`.
        std::vector<Note> all;

        [[nodiscard]] std::span<const Note> at(StateId state) const
        {
            return std::span(all).subspan(first[state], first[state + 1] - first[state]);
        }
    };

    [[nodiscard]] Notes notesOf(const std::vector<std::vector<SearchGoal>> &destinations);
    [[nodiscard]] std::optional<FoundPath> pathTo(const SearchGoal &goal);
    struct Label
    {
        RoadCost cost;
        StateId parent = 0; ///< Of a seed: its origin.
        quint32 run = 0;
        bool isSeed = false;
        bool settled = false;
    };
    /// A search that only climbs.
    struct Climb
    {
        std::vector<Label> labels;
        std::vector<StateId> settled;
        std::vector<std::pair<quint32, StateId>> heap;
        quint32 run = 0;

        void restart(std::size_t states);
        void offer(StateId state, const RoadCost &cost, StateId parent, bool isSeed);
        [[nodiscard]] bool reached(StateId state) const { return labels[state].run == run; }
        /// Whether over one of \a arcs somebody comes for less than \a weight.
        [[nodiscard]] bool comesCheaper(std::span<const GraphShortcut> arcs, quint32 weight) const
        {
            return std::ranges::any_of(arcs, [&](const GraphShortcut &arc) {
                return reached(arc.other) && labels[arc.other].cost.weight + arc.weight < weight;
            });
        }
    };

    template <bool Forward>
    void climb(Climb &climb);
    void appendUnpacked(StateId from, StateId to, std::vector<StateId> &states) const;
    [[nodiscard]] std::vector<StateId> trace(StateId meeting) const;

    const RoadGraph &m_graph;
    Climb m_forward;
    Climb m_backward;
};

} // namespace Doorstep
