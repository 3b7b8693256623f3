// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/plainsearch.h"
#include "backend/region/roads/roadreduction.h"

namespace Doorstep {

/// Tables under any conditions, in a RoadReduction whose arcs it works out anew (in some forty milliseconds) when they
/// are not those of the time before. One search at a time; keep the object for the next.
class ReducedSearch
{
public:
    /// Both must outlive this.
    ReducedSearch(const RoadGraph &graph, const RoadReduction &reduction);

    /// Whether tables under \a conditions need no preparation.
    [[nodiscard]] bool isReadyFor(const RoadConditions &conditions) const { return m_conditions == conditions; }

    /// Costs from every source (its seeds) to every destination (its goals, of which the nearest counts), row-major.
    /// Takes as long as there are sources or destinations, whichever are fewer.
    [[nodiscard]] std::vector<std::optional<RoadCost>> table(const std::vector<std::vector<SearchSeed>> &sources,
                                                             const std::vector<std::vector<SearchGoal>> &destinations,
                                                             const RoadConditions &conditions);

private:
    struct Label
    {
        RoadCost cost;
        quint32 run = 0; ///< Which search wrote it.
    };
    /// How one of those to be found is reached from a state.
    struct Note
    {
        StateId state = 0;
        quint32 to = 0;
        RoadCost cost;
    };
    /// A state of the core by its rank in it, so that what a search touches stays in the fastest memory.
    using CoreId = quint32;
    struct CoreArc
    {
        CoreId target = 0;
        quint32 weight = 0;
    };
    /// How the least way to a state of the core ends; an entry's has no arc.
    struct Via
    {
        CoreId from = 0;
        quint32 arc = ~0U; ///< Index into the core's.
    };

    /// The arcs that one searches all over lie side by side.
    struct Core
    {
        std::vector<quint32> firstArc; ///< By CoreId, one more than there are.
        std::vector<CoreArc> arcs;
        std::vector<RoadCost> costs; ///< The same with times and lengths.
    };

    void prepare(const RoadConditions &conditions);
    void layCore();
    void takeOutDetours();
    [[nodiscard]] static Core turned(const Core &core);
    void begin();
    void offer(StateId state, const RoadCost &cost);
    void climb(bool isOnward);
    /// A search from each of \a from to all of \a to: a row each. Against the traffic unless \a isOnward.
    template <typename From, typename To>
    [[nodiscard]] std::vector<std::optional<RoadCost>> search(const From &from, const To &to, bool isOnward);
    template <typename To>
    void leaveNotes(const To &to, bool isOnward);
    template <typename Ends>
    void offerOpen(const Ends &ends);
    void sortNotes(const std::vector<Note> &notes);
    void cross(const Core &core, std::span<std::optional<RoadCost>> row);
    void read(StateId state, const RoadCost &cost, std::span<std::optional<RoadCost>> row) const;
    [[nodiscard]] bool isInCore(StateId state) const { return m_reduction.rankOf(state) >= m_reduction.core(); }

    const RoadGraph &m_graph;
    const RoadReduction &m_reduction;
    std::optional<RoadConditions> m_conditions; ///< For which m_costs and the core's arcs hold.
    std::vector<RoadCost> m_costs; ///< By arc.
    std::vector<StateId> m_coreStates; ///< By CoreId.
    Core m_onward;
    Core m_back; ///< Against the traffic.
    std::vector<quint32> m_weights; ///< By CoreId, of the search under way, as...
    std::vector<Via> m_via;
    std::vector<RoadCost> m_crossed;
    std::vector<quint8> m_isClosed; ///< By state, as all that follow.
    std::vector<Label> m_labels;
    std::vector<quint32> m_firstNote; ///< One more than there are.
    std::vector<Note> m_notes;
    std::size_t m_notedInCore = 0; ///< States.
    std::vector<StateId> m_passed; ///< What climb() went through below the core...
    std::vector<StateId> m_entries; ///< ... and where it came to it.
    std::vector<std::pair<quint32, StateId>> m_heap; ///< By rank.
    quint32 m_run = 0;
    RadixHeap m_queue;
};

} // namespace Doorstep
