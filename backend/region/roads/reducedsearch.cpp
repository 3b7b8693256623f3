// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/reducedsearch.h"

#include <algorithm>
#include <numeric>

namespace Doorstep {

namespace {

constexpr RoadCost never{.weight = ~0U}; // of an arc that cannot be driven

} // namespace

ReducedSearch::ReducedSearch(const RoadGraph &graph, const RoadReduction &reduction)
    : m_graph(graph)
    , m_reduction(reduction)
    , m_coreStates(reduction.coreSize())
    , m_weights(reduction.coreSize())
    , m_via(reduction.coreSize())
    , m_crossed(reduction.coreSize())
    , m_labels(graph.stateCount())
{
    for (StateId state = 0; state < graph.stateCount(); ++state) {
        if (isInCore(state))
            m_coreStates[reduction.rankOf(state) - reduction.core()] = state;
    }
}

void ReducedSearch::prepare(const RoadConditions &conditions)
{
    if (isReadyFor(conditions))
        return;
    m_conditions = conditions;
    m_isClosed.assign(m_graph.stateCount(), 0);
    for (const auto state : conditions.closed) {
        if (state < m_isClosed.size())
            m_isClosed[state] = 1;
    }
    m_costs.assign(m_reduction.arcCount(), never);
    const auto driven = drivenCosts(m_graph, conditions);
    for (const auto &[from, index, arc] : m_reduction.turns()) {
        const auto &turn = m_graph.turns[index];
        const auto cost = driven[from] + RoadCost{.weight = turn.weight, .duration = turn.duration};
        if (!m_isClosed[turn.target] && cost.weight < m_costs[arc].weight)
            m_costs[arc] = cost;
    }
    for (const auto &[first, second, past] : m_reduction.bridges()) {
        if (m_costs[first].weight == never.weight || m_costs[second].weight == never.weight)
            continue;
        if (m_costs[first].weight + m_costs[second].weight < m_costs[past].weight)
            m_costs[past] = m_costs[first] + m_costs[second];
    }
    layCore();
}

void ReducedSearch::layCore()
{
    m_onward.firstArc.assign(1, 0);
    m_onward.arcs.clear();
    m_onward.costs.clear();
    for (const auto state : m_coreStates) {
        for (const auto &end : m_reduction.outOf(state)) {
            const auto &cost = m_costs[end.arc];
            if (cost.weight == never.weight)
                continue;
            m_onward.arcs.push_back(
                {.target = m_reduction.rankOf(end.other) - m_reduction.core(), .weight = cost.weight});
            m_onward.costs.push_back(cost);
        }
        m_onward.firstArc.push_back(static_cast<quint32>(m_onward.arcs.size()));
    }
    takeOutDetours();
    m_back = turned(m_onward);
}

namespace {

/// Lowers in \a least, where there is something, what is reached for less by \a first and one more arc.
template <typename Core, typename Arc>
void goOn(const Core &core, const Arc &first, std::vector<quint32> &least)
{
    for (auto second = core.firstArc[first.target]; second < core.firstArc[first.target + 1]; ++second) {
        auto &weight = least[core.arcs[second].target];
        if (weight != never.weight)
            weight = std::min(weight, first.weight + core.arcs[second].weight);
    }
}

} // namespace

/// No least way takes an arc where two others together are shorter: most arcs, under one state of the roads.
void ReducedSearch::takeOutDetours()
{
    auto &core = m_onward;
    std::vector<quint32> least(m_coreStates.size(), never.weight);
    Core kept{.firstArc = {0}, .arcs = {}, .costs = {}};
    for (CoreId from = 0; from < m_coreStates.size(); ++from) {
        const auto arcs =
            std::span(core.arcs).subspan(core.firstArc[from], core.firstArc[from + 1] - core.firstArc[from]);
        for (const auto &arc : arcs)
            least[arc.target] = arc.weight;
        for (const auto &first : arcs)
            goOn(core, first, least);
        for (const auto &arc : arcs) {
            if (least[arc.target] == arc.weight) {
                kept.costs.push_back(core.costs[static_cast<std::size_t>(&arc - core.arcs.data())]);
                kept.arcs.push_back(arc);
            }
        }
        for (const auto &arc : arcs)
            least[arc.target] = never.weight;
        kept.firstArc.push_back(static_cast<quint32>(kept.arcs.size()));
    }
    core = std::move(kept);
}

ReducedSearch::Core ReducedSearch::turned(const Core &core)
{
    Core back{.firstArc = std::vector<quint32>(core.firstArc.size(), 0),
              .arcs = std::vector<CoreArc>(core.arcs.size()),
              .costs = std::vector<RoadCost>(core.costs.size())};
    for (const auto &arc : core.arcs)
        ++back.firstArc[arc.target + 1];
    std::partial_sum(back.firstArc.begin(), back.firstArc.end(), back.firstArc.begin());
    auto next = back.firstArc;
    for (CoreId from = 0; from + 1 < core.firstArc.size(); ++from) {
        for (auto arc = core.firstArc[from]; arc < core.firstArc[from + 1]; ++arc) {
            const auto at = next[core.arcs[arc].target]++;
            back.arcs[at] = {.target = from, .weight = core.arcs[arc].weight};
            back.costs[at] = core.costs[arc];
        }
    }
    return back;
}

void ReducedSearch::begin()
{
    ++m_run;
    m_passed.clear();
    m_entries.clear();
    m_heap.clear();
}

void ReducedSearch::offer(StateId state, const RoadCost &cost)
{
    auto &label = m_labels[state];
    const bool isNew = label.run != m_run;
    if (!isNew && label.cost.weight <= cost.weight)
        return;
    label = {.cost = cost, .run = m_run};
    if (!isNew)
        return;
    if (isInCore(state)) {
        m_entries.push_back(state);
    } else {
        m_heap.emplace_back(m_reduction.rankOf(state), state);
        std::ranges::push_heap(m_heap, std::greater());
    }
}

/// From what was offered up to the core. By rank: whoever leads to a state was taken out before it.
void ReducedSearch::climb(bool isOnward)
{
    while (!m_heap.empty()) {
        std::ranges::pop_heap(m_heap, std::greater());
        const auto state = m_heap.back().second;
        m_heap.pop_back();
        m_passed.push_back(state);
        const auto cost = m_labels[state].cost;
        for (const auto &end : isOnward ? m_reduction.outOf(state) : m_reduction.into(state)) {
            if (m_costs[end.arc].weight != never.weight)
                offer(end.other, cost + m_costs[end.arc]);
        }
    }
}

template <typename Ends>
void ReducedSearch::offerOpen(const Ends &ends)
{
    for (const auto &end : ends) {
        if (!m_isClosed[end.state])
            offer(end.state, end.cost);
    }
}

template <typename To>
void ReducedSearch::leaveNotes(const To &to, bool isOnward)
{
    std::vector<Note> notes;
    for (quint32 i = 0; i < to.size(); ++i) {
        begin();
        offerOpen(to[i]);
        climb(!isOnward);
        for (const auto *states : {&m_passed, &m_entries}) {
            for (const auto state : *states)
                notes.push_back({.state = state, .to = i, .cost = m_labels[state].cost});
        }
    }
    sortNotes(notes);
}

/// By state, as they are read.
void ReducedSearch::sortNotes(const std::vector<Note> &notes)
{
    m_firstNote.assign(m_graph.stateCount() + 1, 0);
    for (const auto &note : notes)
        ++m_firstNote[note.state + 1];
    m_notedInCore = 0;
    for (StateId state = 0; state < m_graph.stateCount(); ++state) {
        m_notedInCore += m_firstNote[state + 1] > 0 && isInCore(state) ? 1 : 0;
        m_firstNote[state + 1] += m_firstNote[state];
    }
    m_notes.resize(notes.size());
    auto next = m_firstNote;
    for (const auto &note : notes)
        m_notes[next[note.state]++] = note;
}

void ReducedSearch::read(StateId state, const RoadCost &cost, std::span<std::optional<RoadCost>> row) const
{
    for (auto note = m_firstNote[state]; note < m_firstNote[state + 1]; ++note) {
        auto &best = row[m_notes[note].to];
        if (!best || cost.weight + m_notes[note].cost.weight < best->weight)
            best = cost + m_notes[note].cost;
    }
}

/// Through the core from where climb() came to it, until all notes there were read.
void ReducedSearch::cross(const Core &core, std::span<std::optional<RoadCost>> row)
{
    m_queue.clear();
    std::ranges::fill(m_weights, never.weight);
    for (const auto state : m_entries) {
        const auto entry = m_reduction.rankOf(state) - m_reduction.core();
        m_weights[entry] = m_labels[state].cost.weight;
        m_via[entry] = {};
        m_queue.push(m_weights[entry], entry);
    }
    auto unread = m_notedInCore;
    RadixHeap::Entry next;
    while (unread > 0 && m_queue.take(next)) {
        const auto at = next.value;
        if (m_weights[at] != next.key)
            continue; // a better way was found meanwhile
        const auto state = m_coreStates[at];
        const auto via = m_via[at];
        m_crossed[at] = via.arc == ~0U ? m_labels[state].cost : m_crossed[via.from] + core.costs[via.arc];
        if (m_firstNote[state] < m_firstNote[state + 1]) {
            read(state, m_crossed[at], row);
            --unread;
        }
        for (auto arc = core.firstArc[at]; arc < core.firstArc[at + 1]; ++arc) {
            const auto &[target, length] = core.arcs[arc];
            const auto weight = next.key + length;
            if (weight >= m_weights[target])
                continue;
            m_weights[target] = weight;
            m_via[target] = {.from = at, .arc = arc};
            m_queue.push(weight, target);
        }
    }
}

template <typename From, typename To>
std::vector<std::optional<RoadCost>> ReducedSearch::search(const From &from, const To &to, bool isOnward)
{
    leaveNotes(to, isOnward);
    std::vector<std::optional<RoadCost>> costs(from.size() * to.size());
    for (std::size_t i = 0; i < from.size(); ++i) {
        begin();
        offerOpen(from[i]);
        climb(isOnward);
        const auto row = std::span(costs).subspan(i * to.size(), to.size());
        for (const auto state : m_passed)
            read(state, m_labels[state].cost, row);
        cross(isOnward ? m_onward : m_back, row);
    }
    return costs;
}

std::vector<std::optional<RoadCost>> ReducedSearch::table(const std::vector<std::vector<SearchSeed>> &sources,
                                                          const std::vector<std::vector<SearchGoal>> &destinations,
                                                          const RoadConditions &conditions)
{
    prepare(conditions);
    if (sources.size() <= destinations.size())
        return search(sources, destinations, true);
    const auto turned = search(destinations, sources, false);
    std::vector<std::optional<RoadCost>> costs(turned.size());
    for (std::size_t i = 0; i < sources.size(); ++i) {
        for (std::size_t j = 0; j < destinations.size(); ++j)
            costs[i * destinations.size() + j] = turned[j * sources.size() + i];
    }
    return costs;
}

} // namespace Doorstep
