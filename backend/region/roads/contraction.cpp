// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/contraction.h"

#include <queue>

#include <algorithm>

namespace Doorstep {

namespace {

/// Whether there is a way around a state: a small Dijkstra that gives up early. Giving up costs a needless shortcut,
/// nothing worse.
class WitnessSearch
{
public:
    using Arcs = std::vector<GraphShortcut>;

    explicit WitnessSearch(const std::vector<Arcs> &out)
        : m_out(out)
        , m_labels(out.size())
    {
    }

    /// The states that searches until the next call want to know of; a search that has them all stops.
    void setTargets(const Arcs &targets)
    {
        ++m_targetRun;
        for (const auto &arc : targets)
            m_labels[arc.other].targetRun = m_targetRun;
        m_targetCount = targets.size();
    }

    void run(StateId from, StateId without, quint32 mostWeight, int mostSettled)
    {
        ++m_run;
        m_heap.clear();
        offer(from, 0);
        auto missing = m_targetCount;
        while (!m_heap.empty() && mostSettled-- > 0) {
            std::ranges::pop_heap(m_heap, std::greater());
            const auto [weight, state] = m_heap.back();
            m_heap.pop_back();
            if (weight > mostWeight)
                return;
            if (weight != m_labels[state].weight)
                continue;
            if (m_labels[state].targetRun == m_targetRun && --missing == 0)
                return;
            for (const auto &arc : m_out[state]) {
                if (arc.other != without)
                    offer(arc.other, weight + arc.weight);
            }
        }
    }

    /// An upper bound, which is the true distance where the search came that far.
    [[nodiscard]] quint32 weightTo(StateId state) const
    {
        return m_labels[state].run == m_run ? m_labels[state].weight : ~0U;
    }

private:
    struct Label
    {
        quint32 weight = 0;
        quint32 run = 0;
        quint32 targetRun = 0;
    };

    void offer(StateId state, quint32 weight)
    {
        auto &label = m_labels[state];
        if (label.run == m_run && label.weight <= weight)
            return;
        label.weight = weight;
        label.run = m_run;
        m_heap.emplace_back(weight, state);
        std::ranges::push_heap(m_heap, std::greater());
    }

    const std::vector<Arcs> &m_out;
    std::vector<Label> m_labels;
    quint32 m_run = 0;
    quint32 m_targetRun = 0;
    std::size_t m_targetCount = 0;
    std::vector<std::pair<quint32, StateId>> m_heap;
};

class Contraction
{
public:
    using Arcs = std::vector<GraphShortcut>;

    explicit Contraction(RoadGraph &graph)
        : m_graph(graph)
        , m_out(graph.stateCount())
        , m_in(graph.stateCount())
        , m_up(graph.stateCount())
        , m_down(graph.stateCount())
        , m_depth(graph.stateCount())
        , m_done(graph.stateCount())
        , m_witnesses(m_out)
    {
        for (StateId state = 0; state < graph.stateCount(); ++state) {
            const auto &whole = graph.states[state];
            for (const auto &turn : graph.turnsFrom(state)) {
                if (turn.target != state)
                    connect(state, turn.target,
                            {.weight = whole.weight + turn.weight,
                             .duration = whole.duration + turn.duration,
                             .meters = whole.meters});
            }
        }
    }

    void run(const std::function<void(double)> &progress)
    {
        using Entry = std::pair<float, StateId>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        for (StateId state = 0; state < m_graph.stateCount(); ++state)
            queue.emplace(importance(state), state);
        std::size_t done = 0;
        while (!queue.empty()) {
            const auto state = queue.top().second;
            queue.pop();
            if (m_done[state])
                continue;
            // Importance grows while neighbours go; who is no longer the least waits for another turn.
            if (const auto now = importance(state); !queue.empty() && now > queue.top().first) {
                queue.emplace(now, state);
                continue;
            }
            takeOut(state);
            if (++done % 1024 == 0)
                progress(double(done) / m_graph.stateCount());
        }
        flatten(m_up, m_graph.firstUp, m_graph.up);
        flatten(m_down, m_graph.firstDown, m_graph.down);
        progress(1.0);
    }

private:
    struct Shortcut
    {
        StateId from;
        StateId to;
        GraphShortcut arc;
    };

    void connect(StateId from, StateId to, GraphShortcut arc)
    {
        const auto put = [&arc](Arcs &arcs, StateId other) {
            arc.other = other;
            const auto same = std::ranges::find(arcs, other, &GraphShortcut::other);
            if (same == arcs.end())
                arcs.push_back(arc);
            else if (arc.weight < same->weight)
                *same = arc;
        };
        put(m_out[from], to);
        put(m_in[to], from);
    }

    void findShortcuts(StateId state)
    {
        constexpr int mostSettled = 200; // more finds few further ways around
        m_shortcuts.clear();
        const auto &out = m_out[state];
        quint32 heaviest = 0;
        for (const auto &arc : out)
            heaviest = std::max(heaviest, arc.weight);
        m_witnesses.setTargets(out);
        for (const auto &first : m_in[state]) {
            m_witnesses.run(first.other, state, first.weight + heaviest, mostSettled);
            for (const auto &second : out) {
                const auto weight = first.weight + second.weight;
                if (second.other != first.other && m_witnesses.weightTo(second.other) > weight)
                    m_shortcuts.push_back({.from = first.other,
                                           .to = second.other,
                                           .arc = {.middle = state,
                                                   .weight = weight,
                                                   .duration = first.duration + second.duration,
                                                   .meters = first.meters + second.meters}});
            }
        }
    }

    /// Leaves the shortcuts that taking \a state out takes in m_shortcuts.
    float importance(StateId state)
    {
        constexpr float fewShortcuts = 30.0F; // against an even order; measured on the demo city
        findShortcuts(state);
        const auto removed = std::max<std::size_t>(1, m_in[state].size() + m_out[state].size());
        return fewShortcuts * static_cast<float>(m_shortcuts.size()) / static_cast<float>(removed)
            + static_cast<float>(m_depth[state]);
    }

    /// With the shortcuts that importance() has just found.
    void takeOut(StateId state)
    {
        m_done[state] = true;
        for (const auto &arc : m_in[state]) {
            std::erase_if(m_out[arc.other], [state](const GraphShortcut &it) { return it.other == state; });
            m_depth[arc.other] = std::max(m_depth[arc.other], m_depth[state] + 1);
        }
        for (const auto &arc : m_out[state]) {
            std::erase_if(m_in[arc.other], [state](const GraphShortcut &it) { return it.other == state; });
            m_depth[arc.other] = std::max(m_depth[arc.other], m_depth[state] + 1);
        }
        m_up[state] = std::move(m_out[state]);
        m_down[state] = std::move(m_in[state]);
        m_out[state].clear();
        m_in[state].clear();
        for (const auto &shortcut : m_shortcuts)
            connect(shortcut.from, shortcut.to, shortcut.arc);
    }

    static void flatten(const std::vector<Arcs> &from, std::vector<quint32> &firsts, Arcs &all)
    {
        firsts.assign(1, 0);
        all.clear();
        for (const auto &arcs : from) {
            all.insert(all.end(), arcs.begin(), arcs.end());
            firsts.push_back(static_cast<quint32>(all.size()));
        }
    }

    RoadGraph &m_graph;
    std::vector<Arcs> m_out; ///< Among states not yet taken out.
    std::vector<Arcs> m_in;
    std::vector<Arcs> m_up;
    std::vector<Arcs> m_down;
    std::vector<int> m_depth; ///< How many were taken out below; keeps the order even over the map.
    std::vector<bool> m_done;
    WitnessSearch m_witnesses;
    std::vector<Shortcut> m_shortcuts;
};

} // namespace

void contract(RoadGraph &graph, const std::function<void(double)> &progress)
{
    Contraction(graph).run(progress);
}

} // namespace Doorstep
