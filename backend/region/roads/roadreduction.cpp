// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/roadreduction.h"

#include <queue>

#include <algorithm>

namespace Doorstep {

class RoadReduction::Builder
{
public:
    Builder(RoadReduction &reduction, const RoadGraph &graph)
        : m_it(reduction)
        , m_out(graph.stateCount())
        , m_in(graph.stateCount())
    {
        m_it.m_turns.reserve(graph.turns.size());
        for (StateId state = 0; state < graph.stateCount(); ++state) {
            for (auto turn = graph.firstTurn[state]; turn < graph.firstTurn[state + 1]; ++turn) {
                const auto target = graph.turns[turn].target;
                if (target != state) // around in a circle leads nowhere
                    m_it.m_turns.push_back({.from = state, .turn = turn, .arc = arcBetween(state, target)});
            }
        }
    }

    void run(std::size_t most)
    {
        using Entry = std::pair<std::size_t, StateId>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        for (StateId state = 0; state < m_out.size(); ++state)
            queue.emplace(bridgesPast(state), state);
        constexpr auto stays = ~0U;
        m_it.m_ranks.assign(m_out.size(), stays);
        quint32 rank = 0;
        while (!queue.empty() && queue.top().first <= most) {
            const auto [expected, state] = queue.top();
            queue.pop();
            if (m_it.m_ranks[state] != stays)
                continue;
            if (const auto now = bridgesPast(state); now > expected) {
                queue.emplace(now, state);
                continue;
            }
            m_it.m_ranks[state] = rank++;
            takeOut(state);
            // Neighbours may have fewer than when they were last asked.
            for (const auto *ends : {&m_out[state], &m_in[state]}) {
                for (const auto &end : *ends)
                    queue.emplace(bridgesPast(end.other), end.other);
            }
        }
        m_it.m_core = rank;
        for (auto &other : m_it.m_ranks)
            other = other == stays ? rank++ : other;
        flatten(m_out, m_it.m_firstOut, m_it.m_out);
        flatten(m_in, m_it.m_firstIn, m_it.m_in);
    }

private:
    ArcId arcBetween(StateId from, StateId to)
    {
        auto &out = m_out[from];
        const auto same = std::ranges::find(out, to, &End::other);
        if (same != out.end())
            return same->arc;
        out.push_back({.other = to, .arc = m_it.m_arcCount});
        m_in[to].push_back({.other = from, .arc = m_it.m_arcCount});
        return m_it.m_arcCount++;
    }

    [[nodiscard]] std::size_t bridgesPast(StateId state) const { return m_out[state].size() * m_in[state].size(); }

    void takeOut(StateId state)
    {
        for (const auto &in : m_in[state])
            std::erase_if(m_out[in.other], [state](const End &end) { return end.other == state; });
        for (const auto &out : m_out[state])
            std::erase_if(m_in[out.other], [state](const End &end) { return end.other == state; });
        for (const auto &in : m_in[state]) {
            for (const auto &out : m_out[state]) {
                if (in.other != out.other)
                    m_it.m_bridges.push_back(
                        {.first = in.arc, .second = out.arc, .past = arcBetween(in.other, out.other)});
            }
        }
    }

    static void flatten(const std::vector<Ends> &from, std::vector<quint32> &first, Ends &all)
    {
        first.assign(1, 0);
        for (const auto &ends : from) {
            all.insert(all.end(), ends.begin(), ends.end());
            first.push_back(static_cast<quint32>(all.size()));
        }
    }

    RoadReduction &m_it;
    std::vector<Ends> m_out; ///< Among states that are still there; of one that was taken out, as it was then.
    std::vector<Ends> m_in;
};

RoadReduction::RoadReduction(const RoadGraph &graph, std::size_t mostBridges)
{
    Builder(*this, graph).run(mostBridges);
}

} // namespace Doorstep
