// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/reducedsearch.h"

#include <algorithm>

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
    if (m_conditions && m_conditions->closed == conditions.closed
        && m_conditions->durationFactors == conditions.durationFactors)
        return;
    m_conditions = conditions;
    m_isClosed.assign(m_graph.stateCount(), 0);
    for (const auto state : conditions.closed) {
        if (state < m_isClosed.size())
            m_isClosed[state] = 1;
    }
    m_costs.assign(m_reduction.arcCount(), never);
    const auto driven = drivenCosts(m_graph, conditions.durationFactors);
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

// The arcs that one searches all over lie side by side.
void ReducedSearch::layCore()
{
    m_firstArc.assign(1, 0);
    m_arcs.clear();
    m_arcCosts.clear();
    for (const auto state : m_coreStates) {
        for (const auto &end : m_reduction.outOf(state)) {
            const auto &cost = m_costs[end.arc];
            if (cost.weight == never.weight)
                continue;
            m_arcs.push_back({.target = m_reduction.rankOf(end.other) - m_reduction.core(), .weight = cost.weight});
            m_arcCosts.push_back(cost);
        }
        m_firstArc.push_back(static_cast<quint32>(m_arcs.size()));
    }
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
void ReducedSearch::climb(bool forward)
{
    while (!m_heap.empty()) {
        std::ranges::pop_heap(m_heap, std::greater());
        const auto state = m_heap.back().second;
        m_heap.pop_back();
        m_passed.push_back(state);
        const auto cost = m_labels[state].cost;
        for (const auto &end : forward ? m_reduction.outOf(state) : m_reduction.into(state)) {
            if (m_costs[end.arc].weight != never.weight)
                offer(end.other, cost + m_costs[end.arc]);
        }
    }
}

void ReducedSearch::leaveNotes(const std::vector<std::vector<SearchGoal>> &destinations)
{
    std::vector<Note> notes;
    for (quint32 i = 0; i < destinations.size(); ++i) {
        begin();
        for (const auto &goal : destinations[i]) {
            if (!m_isClosed[goal.state])
                offer(goal.state, goal.cost);
        }
        climb(false);
        for (const auto *states : {&m_passed, &m_entries}) {
            for (const auto state : *states)
                notes.push_back({.state = state, .destination = i, .cost = m_labels[state].cost});
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
        auto &best = row[m_notes[note].destination];
        if (!best || cost.weight + m_notes[note].cost.weight < best->weight)
            best = cost + m_notes[note].cost;
    }
}

/// Through the core from where climb() came to it, until all notes there were read.
void ReducedSearch::cross(std::span<std::optional<RoadCost>> row)
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
        m_crossed[at] = via.arc == ~0U ? m_labels[state].cost : m_crossed[via.from] + m_arcCosts[via.arc];
        if (m_firstNote[state] < m_firstNote[state + 1]) {
            read(state, m_crossed[at], row);
            --unread;
        }
        for (auto arc = m_firstArc[at]; arc < m_firstArc[at + 1]; ++arc) {
            const auto &[target, length] = m_arcs[arc];
            const auto weight = next.key + length;
            if (weight >= m_weights[target])
                continue;
            m_weights[target] = weight;
            m_via[target] = {.from = at, .arc = arc};
            m_queue.push(weight, target);
        }
    }
}

std::vector<std::optional<RoadCost>> ReducedSearch::table(const std::vector<std::vector<SearchSeed>> &sources,
                                                          const std::vector<std::vector<SearchGoal>> &destinations,
                                                          const RoadConditions &conditions)
{
    prepare(conditions);
    leaveNotes(destinations);
    std::vector<std::optional<RoadCost>> costs(sources.size() * destinations.size());
    for (std::size_t i = 0; i < sources.size(); ++i) {
        begin();
        for (const auto &seed : sources[i]) {
            if (!m_isClosed[seed.state])
                offer(seed.state, seed.cost);
        }
        climb(true);
        const auto row = std::span(costs).subspan(i * destinations.size(), destinations.size());
        for (const auto state : m_passed)
            read(state, m_labels[state].cost, row);
        cross(row);
    }
    return costs;
}

} // namespace Doorstep
