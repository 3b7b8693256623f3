// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/roadgraph.h"

namespace Doorstep {

/// A smaller road network that leads everywhere at the same cost, whatever the conditions: states with few neighbours
/// are taken out one by one, and arcs past each bridge it. Unlike a contraction hierarchy no way is left out because
/// another is better today, so only the costs of the arcs have to be worked out when conditions change, in
/// milliseconds; and unlike one it stops where the rest, the core, would only become denser.
///
/// Takes a third of a second and some 27 MB for a city. Immutable once built; share it among threads.
class RoadReduction
{
public:
    using ArcId = quint32;

    /// An arc and the state at its other end.
    struct End
    {
        StateId other = 0;
        ArcId arc = 0;
    };
    /// One turn of the map; several may share an arc, of which the cheapest counts.
    struct Turn
    {
        StateId from = 0;
        quint32 turn = 0; ///< Index into the graph's turns.
        ArcId arc = 0;
    };
    /// What was taken out between two arcs: `past` may be what `first` and `second` together cost. In this order.
    struct Bridge
    {
        ArcId first = 0;
        ArcId second = 0;
        ArcId past = 0;
    };

    /// A state with more than \a mostBridges ways past it stays. On the demo city 100 make tables a fifth slower, 1,600
    /// a fifth faster but three times as large.
    explicit RoadReduction(const RoadGraph &graph, std::size_t mostBridges = 400);

    [[nodiscard]] quint32 arcCount() const { return m_arcCount; }
    [[nodiscard]] const std::vector<Turn> &turns() const { return m_turns; }
    [[nodiscard]] const std::vector<Bridge> &bridges() const { return m_bridges; }
    /// When \a state was taken out: below core(). Those that stay come after all others, in any order.
    [[nodiscard]] quint32 rankOf(StateId state) const { return m_ranks[state]; }
    [[nodiscard]] quint32 core() const { return m_core; }
    [[nodiscard]] quint32 coreSize() const { return static_cast<quint32>(m_ranks.size()) - m_core; }
    /// Arcs to and from states that were taken out later, or stay.
    [[nodiscard]] std::span<const End> outOf(StateId state) const { return span(m_out, m_firstOut, state); }
    [[nodiscard]] std::span<const End> into(StateId state) const { return span(m_in, m_firstIn, state); }

private:
    using Ends = std::vector<End>;
    class Builder;

    [[nodiscard]] static std::span<const End> span(const Ends &ends, const std::vector<quint32> &first, StateId state)
    {
        return {ends.data() + first[state], ends.data() + first[state + 1]};
    }

    quint32 m_arcCount = 0;
    quint32 m_core = 0;
    std::vector<Turn> m_turns;
    std::vector<Bridge> m_bridges;
    std::vector<quint32> m_ranks;
    std::vector<quint32> m_firstOut; ///< By state, one more than there are.
    Ends m_out;
    std::vector<quint32> m_firstIn;
    Ends m_in;
};

} // namespace Doorstep
