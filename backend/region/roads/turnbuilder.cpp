// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/turnbuilder.h"

#include <algorithm>
#include <cmath>

namespace Doorstep {

namespace {

constexpr quint32 shunned = 32767; // weight of a turn into a road for residents only; OSRM's largest
constexpr double bearingDistance = 10.0; // metres from the junction at which a driver perceives where a road goes

double carTurn(double degrees)
{
    constexpr double most = 75.0; // deciseconds
    constexpr double bias = 1.075; // turning left takes longer where one drives on the right
    const double exponent =
        degrees >= 0.0 ? 13.0 / bias * degrees / 180.0 - 6.5 * bias : 13.0 * bias * -degrees / 180.0 - 6.5 / bias;
    return most / (1.0 + std::exp(-exponent));
}

double bicycleTurn(double degrees)
{
    constexpr double rightAngle = 60.0; // deciseconds
    constexpr double bias = 1.4;
    const double quarters = degrees / 90.0;
    return quarters * quarters * (degrees >= 0.0 ? rightAngle / bias : rightAngle * bias);
}

GraphPoint pointAlong(const RoadGraph &graph, quint32 roadEnd, double meters)
{
    const auto line = graph.line(roadEnd / 2);
    const auto at = [&](std::size_t i) { return roadEnd % 2 == 0 ? line[i] : line[line.size() - 1 - i]; };
    for (std::size_t i = 1; i < line.size(); ++i) {
        const auto length = metersBetween(at(i - 1), at(i));
        if (length >= meters && length > 0.0) {
            const auto share = meters / length;
            const auto between = [share](qint32 a, qint32 b) {
                return a + static_cast<qint32>(share * (double(b) - a));
            };
            return {.lon = between(at(i - 1).lon, at(i).lon), .lat = between(at(i - 1).lat, at(i).lat)};
        }
        meters -= length;
    }
    return at(line.size() - 1);
}

void addEnds(RoadGraph &graph, std::size_t nodeCount)
{
    graph.firstEnd.assign(nodeCount + 1, 0);
    for (quint32 road = 0; road < graph.roadCount(); ++road) {
        ++graph.firstEnd[graph.roads[road].fromNode + 1];
        ++graph.firstEnd[graph.roads[road].toNode + 1];
    }
    for (std::size_t node = 0; node < nodeCount; ++node)
        graph.firstEnd[node + 1] += graph.firstEnd[node];
    graph.ends.resize(graph.firstEnd.back());
    auto next = graph.firstEnd;
    for (quint32 end = 0; end < graph.stateCount(); ++end) {
        const auto &road = graph.roads[end / 2];
        const auto line = graph.line(end / 2);
        const auto node = end % 2 == 0 ? road.fromNode : road.toNode;
        const auto from = end % 2 == 0 ? line.front() : line.back();
        graph.ends[next[node]++] = {
            .roadEnd = end,
            .bearing = static_cast<float>(bearingBetween(from, pointAlong(graph, end, bearingDistance)))};
    }
    for (std::size_t node = 0; node < nodeCount; ++node)
        std::sort(graph.ends.begin() + graph.firstEnd[node], graph.ends.begin() + graph.firstEnd[node + 1],
                  [](const GraphEnd &a, const GraphEnd &b) { return a.bearing < b.bearing; });
}

/// A state leaves its node by the road end of the same number, and arrives at the other by the number's neighbour.
constexpr quint32 arrivalEnd(StateId state)
{
    return state ^ 1U;
}

class TurnBuilder
{
public:
    TurnBuilder(BuiltRoads &built, const TurnCosts &costs)
        : m_built(built)
        , m_graph(built.graph)
        , m_costs(costs)
    {
        std::ranges::sort(m_built.restrictions, {}, &RoadMaterial::Restriction::viaNode);
    }

    void addFrom(StateId from)
    {
        const auto node = m_graph.headOf(from);
        m_from = from;
        m_node = &m_built.nodeTraits[node];
        m_ends = m_graph.endsAt(node);
        m_restrictions = std::ranges::equal_range(m_built.restrictions, node, {}, &RoadMaterial::Restriction::viaNode);
        m_incoming = bearingAt(arrivalEnd(from)) + 180.0;
        const bool mayTurnAround = maysTurnAround();
        for (const auto &end : m_ends) {
            const bool uTurn = end.roadEnd == arrivalEnd(from);
            if (m_graph.states[end.roadEnd].open != 0 && !isForbidden(end.roadEnd)
                && (uTurn ? mayTurnAround : !m_node->barrier))
                m_graph.turns.push_back(turnInto(end.roadEnd, end.bearing, uTurn));
        }
    }

private:
    [[nodiscard]] double bearingAt(quint32 roadEnd) const
    {
        return double(std::ranges::find(m_ends, roadEnd, &GraphEnd::roadEnd)->bearing);
    }

    [[nodiscard]] bool isForbidden(StateId to) const
    {
        const auto fromWay = m_built.wayAtEnd[arrivalEnd(m_from)].way;
        const auto toWay = m_built.wayAtEnd[to].way;
        return std::ranges::any_of(m_restrictions, [&](const RoadMaterial::Restriction &rule) {
            if (rule.fromWay != fromWay)
                return false;
            if (rule.only)
                return rule.toWay != toWay || to == arrivalEnd(m_from);
            // "No U-turn" names the same way twice; it says nothing of driving straight on.
            return rule.toWay == toWay && (rule.fromWay != rule.toWay || to == arrivalEnd(m_from));
        });
    }

    /// At barriers, in dead ends, and where everything else leads here.
    [[nodiscard]] bool maysTurnAround() const
    {
        std::size_t exits = 0;
        std::size_t entries = 0;
        for (const auto &end : m_ends) {
            exits += m_graph.states[end.roadEnd].open != 0 && !isForbidden(end.roadEnd);
            entries += m_graph.states[arrivalEnd(end.roadEnd)].open != 0;
        }
        return m_node->barrier || m_ends.size() == 1 || exits == 1 || entries <= 1;
    }

    [[nodiscard]] double speedOf(StateId state) const
    {
        const auto &it = m_graph.states[state];
        return double(it.meters) / std::max(1U, it.duration);
    }

    [[nodiscard]] double obstacleCost(StateId to) const
    {
        const bool along = m_built.wayAtEnd[arrivalEnd(m_from)].arrivesAlong;
        const int cost = along ? m_node->penalty : m_node->penaltyAgainst;
        if (m_node->minorStop) {
            const bool isMinor = std::ranges::any_of(m_ends, [&](const GraphEnd &end) {
                return m_graph.states[end.roadEnd].open != 0 && end.roadEnd != arrivalEnd(m_from)
                    && speedOf(end.roadEnd) > speedOf(m_from);
            });
            return isMinor ? cost : 0.0;
        }
        constexpr float nearJunction = 20.0F; // metres; a stop stands before a junction, not behind it
        if (m_node->stopSign && m_ends.size() == 2 && m_graph.states[m_from].meters < nearJunction
            && m_graph.states[to].meters > nearJunction)
            return 0.0;
        return cost;
    }

    [[nodiscard]] GraphTurn turnInto(StateId to, float bearing, bool uTurn) const
    {
        double cost = obstacleCost(to);
        if (m_costs.everywhere || m_ends.size() > 2 || uTurn || m_graph.modeOf(m_from) != m_graph.modeOf(to)) {
            const double degrees = uTurn ? 180.0 : std::remainder(double(bearing) - m_incoming, 360.0);
            cost += m_costs.turn(degrees);
        }
        if (uTurn)
            cost += m_costs.uTurn;
        GraphTurn turn{.target = to, .duration = static_cast<quint32>(cost), .weight = static_cast<quint32>(cost)};
        if (isRestricted(to) && !isRestricted(m_from))
            turn.weight = shunned;
        return turn;
    }

    [[nodiscard]] bool isRestricted(StateId state) const
    {
        const auto flag = state % 2 == 0 ? GraphRoad::ForwardRestricted : GraphRoad::BackwardRestricted;
        return (m_graph.roads[state / 2].flags & flag) != 0;
    }

    BuiltRoads &m_built;
    RoadGraph &m_graph;
    const TurnCosts &m_costs;
    StateId m_from = 0;
    const NodeTraits *m_node = nullptr;
    std::span<const GraphEnd> m_ends;
    std::ranges::subrange<std::vector<RoadMaterial::Restriction>::iterator> m_restrictions;
    double m_incoming = 0.0; ///< Bearing in which one arrives.
};

} // namespace

TurnCosts turnCostsOf(RoadProfile profile)
{
    if (profile == RoadProfile::Car)
        return {.turn = carTurn};
    return {.turn = bicycleTurn, .everywhere = true};
}

void addTurns(BuiltRoads &built, const TurnCosts &costs)
{
    auto &graph = built.graph;
    addEnds(graph, built.nodeTraits.size());
    TurnBuilder turns(built, costs);
    graph.firstTurn.assign(1, 0);
    for (StateId state = 0; state < graph.stateCount(); ++state) {
        if (graph.states[state].open != 0)
            turns.addFrom(state);
        graph.firstTurn.push_back(static_cast<quint32>(graph.turns.size()));
    }
}

namespace {

/// The parts of a graph in which every state is reached from every other. Tarjan's algorithm, with a stack of our own:
/// streets are longer than a thread's stack is deep.
class Networks
{
public:
    explicit Networks(const RoadGraph &graph)
        : m_graph(graph)
        , m_number(graph.stateCount(), unseen)
        , m_lowest(graph.stateCount(), unseen)
        , m_onStack(graph.stateCount())
    {
    }

    [[nodiscard]] std::vector<std::vector<StateId>> find()
    {
        for (StateId start = 0; start < m_graph.stateCount(); ++start) {
            if (m_graph.states[start].open != 0 && m_number[start] == unseen)
                visitFrom(start);
        }
        return std::move(m_found);
    }

private:
    static constexpr quint32 unseen = ~0U;

    struct Visit
    {
        StateId state;
        quint32 nextTurn;
    };

    void enter(StateId state)
    {
        m_number[state] = m_lowest[state] = m_counter++;
        m_stack.push_back(state);
        m_onStack[state] = true;
        m_visits.push_back({.state = state, .nextTurn = m_graph.firstTurn[state]});
    }

    void leave(StateId state)
    {
        m_visits.pop_back();
        if (!m_visits.empty())
            m_lowest[m_visits.back().state] = std::min(m_lowest[m_visits.back().state], m_lowest[state]);
        if (m_lowest[state] != m_number[state])
            return;
        const auto begin = std::ranges::find(m_stack.rbegin(), m_stack.rend(), state).base() - 1;
        for (auto it = begin; it != m_stack.end(); ++it)
            m_onStack[*it] = false;
        m_found.emplace_back(begin, m_stack.end());
        m_stack.erase(begin, m_stack.end());
    }

    void visitFrom(StateId start)
    {
        enter(start);
        while (!m_visits.empty()) {
            auto &visit = m_visits.back();
            if (visit.nextTurn == m_graph.firstTurn[visit.state + 1]) {
                leave(visit.state);
                continue;
            }
            const auto target = m_graph.turns[visit.nextTurn++].target;
            if (m_number[target] == unseen)
                enter(target);
            else if (m_onStack[target])
                m_lowest[visit.state] = std::min(m_lowest[visit.state], m_number[target]);
        }
    }

    const RoadGraph &m_graph;
    std::vector<quint32> m_number;
    std::vector<quint32> m_lowest;
    std::vector<bool> m_onStack;
    std::vector<StateId> m_stack;
    std::vector<Visit> m_visits;
    std::vector<std::vector<StateId>> m_found;
    quint32 m_counter = 0;
};

} // namespace

void markLargeNetworks(RoadGraph &graph)
{
    constexpr std::size_t large = 1000;
    const auto networks = Networks(graph).find();
    const auto largest = std::ranges::max_element(networks, {}, &std::vector<StateId>::size);
    for (auto it = networks.begin(); it != networks.end(); ++it) {
        if (it == largest || it->size() >= large) {
            for (const auto state : *it)
                graph.states[state].open = 2;
        }
    }
}

} // namespace Doorstep
