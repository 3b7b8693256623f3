// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/hierarchysearch.h"

#include <algorithm>

namespace Doorstep {

HierarchySearch::HierarchySearch(const RoadGraph &graph)
    : m_graph(graph)
{
}

void HierarchySearch::Climb::restart(std::size_t states)
{
    labels.resize(states);
    settled.clear();
    heap.clear();
    ++run;
}

void HierarchySearch::Climb::offer(StateId state, const RoadCost &cost, StateId parent, bool isSeed)
{
    auto &label = labels[state];
    if (label.run == run && label.cost.weight <= cost.weight)
        return;
    label = {.cost = cost, .parent = parent, .run = run, .isSeed = isSeed};
    heap.emplace_back(cost.weight, state);
    std::ranges::push_heap(heap, std::greater());
}

template <bool Forward>
void HierarchySearch::climb(Climb &climb)
{
    while (!climb.heap.empty()) {
        std::ranges::pop_heap(climb.heap, std::greater());
        const auto [weight, state] = climb.heap.back();
        climb.heap.pop_back();
        auto &at = climb.labels[state];
        if (at.settled || weight != at.cost.weight)
            continue;
        at.settled = true;
        // Who is reached more cheaply from above lies on no best way that climbs.
        if (climb.comesCheaper(Forward ? m_graph.downTo(state) : m_graph.upFrom(state), weight))
            continue;
        climb.settled.push_back(state);
        const auto cost = at.cost;
        for (const auto &arc : Forward ? m_graph.upFrom(state) : m_graph.downTo(state))
            climb.offer(arc.other,
                        cost + RoadCost{.weight = arc.weight, .duration = arc.duration, .meters = arc.meters}, state,
                        false);
    }
}

void HierarchySearch::appendUnpacked(StateId from, StateId to, std::vector<StateId> &states) const
{
    // An arc lies with its lower end, which is not known here.
    const auto find = [](std::span<const GraphShortcut> arcs, StateId other) {
        const auto found = std::ranges::find(arcs, other, &GraphShortcut::other);
        return found == arcs.end() ? nullptr : &*found;
    };
    const auto *climbing = find(m_graph.upFrom(from), to);
    const auto *descending = find(m_graph.downTo(to), from);
    const auto *arc = climbing ? climbing : descending;
    Q_ASSERT(arc);
    if (!arc || arc->middle == GraphShortcut::noMiddle) {
        states.push_back(to);
        return;
    }
    appendUnpacked(from, arc->middle, states);
    appendUnpacked(arc->middle, to, states);
}

std::vector<StateId> HierarchySearch::trace(StateId meeting) const
{
    std::vector<StateId> climbed{meeting};
    while (!m_forward.labels[climbed.back()].isSeed)
        climbed.push_back(m_forward.labels[climbed.back()].parent);
    std::ranges::reverse(climbed);

    std::vector<StateId> states{m_forward.labels[climbed.front()].parent, climbed.front()};
    for (std::size_t i = 1; i < climbed.size(); ++i)
        appendUnpacked(climbed[i - 1], climbed[i], states);
    for (auto state = meeting; !m_backward.labels[state].isSeed; state = m_backward.labels[state].parent)
        appendUnpacked(state, m_backward.labels[state].parent, states);
    return states;
}

std::vector<std::optional<FoundPath>> HierarchySearch::run(std::span<const SearchSeed> seeds,
                                                           std::span<const SearchGoal> goals)
{
    m_forward.restart(m_graph.stateCount());
    for (const auto &seed : seeds)
        m_forward.offer(seed.state, seed.cost, seed.origin, true);
    climb<true>(m_forward);

    std::vector<std::optional<FoundPath>> found;
    found.reserve(goals.size());
    for (const auto &goal : goals)
        found.push_back(pathTo(goal));
    return found;
}

/// The best way from where the forward search climbed to \a goal.
std::optional<FoundPath> HierarchySearch::pathTo(const SearchGoal &goal)
{
    m_backward.restart(m_graph.stateCount());
    m_backward.offer(goal.state, goal.cost, goal.state, true);
    climb<false>(m_backward);
    std::optional<RoadCost> best;
    StateId meeting = 0;
    for (const auto state : m_backward.settled) {
        if (!m_forward.reached(state))
            continue;
        const auto cost = m_forward.labels[state].cost + m_backward.labels[state].cost;
        if (best && cost.weight >= best->weight)
            continue;
        best = cost;
        meeting = state;
    }
    return best.transform([&](const RoadCost &cost) { return FoundPath{.cost = cost, .states = trace(meeting)}; });
}

std::vector<HierarchySearch::Detour> HierarchySearch::detours(std::span<const SearchSeed> seeds, const SearchGoal &goal,
                                                              quint32 mostWeight, std::size_t most)
{
    m_forward.restart(m_graph.stateCount());
    for (const auto &seed : seeds)
        m_forward.offer(seed.state, seed.cost, seed.origin, true);
    climb<true>(m_forward);
    m_backward.restart(m_graph.stateCount());
    m_backward.offer(goal.state, goal.cost, goal.state, true);
    climb<false>(m_backward);

    std::vector<std::pair<quint32, StateId>> meetings;
    for (const auto state : m_backward.settled) {
        const auto weight =
            m_forward.reached(state) ? m_forward.labels[state].cost.weight + m_backward.labels[state].cost.weight : ~0U;
        if (weight <= mostWeight)
            meetings.emplace_back(weight, state);
    }
    std::ranges::sort(meetings);
    std::vector<Detour> detours;
    for (const auto &[weight, state] : meetings) {
        if (detours.size() == most)
            break;
        // Many states lie on the same way; one trace of each weight is enough to tell.
        if (!detours.empty() && detours.back().path.cost.weight == weight)
            continue;
        Detour detour;
        detour.path = {.cost = m_forward.labels[state].cost + m_backward.labels[state].cost, .states = trace(state)};
        detour.via =
            static_cast<std::size_t>(std::ranges::find(detour.path.states, state) - detour.path.states.begin());
        detours.push_back(std::move(detour));
    }
    return detours;
}

/// Every destination leaves a note at each state from which it is reached by descending only.
HierarchySearch::Notes HierarchySearch::notesOf(const std::vector<std::vector<SearchGoal>> &destinations)
{
    std::vector<Note> notes;
    for (quint32 i = 0; i < destinations.size(); ++i) {
        m_backward.restart(m_graph.stateCount());
        for (const auto &goal : destinations[i])
            m_backward.offer(goal.state, goal.cost, goal.state, true);
        climb<false>(m_backward);
        for (const auto state : m_backward.settled)
            notes.push_back({.state = state, .destination = i, .cost = m_backward.labels[state].cost});
    }
    Notes sorted{.first = std::vector<quint32>(m_graph.stateCount() + 1, 0), .all = std::vector<Note>(notes.size())};
    for (const auto &note : notes)
        ++sorted.first[note.state + 1];
    std::partial_sum(sorted.first.begin(), sorted.first.end(), sorted.first.begin());
    auto next = sorted.first;
    for (const auto &note : notes)
        sorted.all[next[note.state]++] = note;
    return sorted;
}

std::vector<std::optional<RoadCost>> HierarchySearch::table(const std::vector<std::vector<SearchSeed>> &sources,
                                                            const std::vector<std::vector<SearchGoal>> &destinations)
{
    const auto notes = notesOf(destinations);
    // Every source reads the notes of those it can climb to.
    std::vector<std::optional<RoadCost>> costs(sources.size() * destinations.size());
    for (std::size_t i = 0; i < sources.size(); ++i) {
        m_forward.restart(m_graph.stateCount());
        for (const auto &seed : sources[i])
            m_forward.offer(seed.state, seed.cost, seed.origin, true);
        climb<true>(m_forward);
        auto *row = costs.data() + i * destinations.size();
        for (const auto state : m_forward.settled) {
            const auto &cost = m_forward.labels[state].cost;
            for (const auto &note : notes.at(state)) {
                auto &best = row[note.destination];
                if (!best || cost.weight + note.cost.weight < best->weight)
                    best = cost + note.cost;
            }
        }
    }
    return costs;
}

} // namespace Doorstep
