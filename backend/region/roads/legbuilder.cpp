// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/legbuilder.h"

#include <QHash>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr double secondsPerUnit = 0.1;

RoadCost scaled(RoadCost cost, float factor)
{
    cost.weight = static_cast<quint32>(std::lround(double(cost.weight) * double(factor)));
    cost.duration = static_cast<quint32>(std::lround(double(cost.duration) * double(factor)));
    return cost;
}

/// Where on a directed road something lies: segments count in the direction of travel.
struct Position
{
    quint32 segment = 0;
    double share = 0.0;
};

class LegBuilder
{
public:
    LegBuilder(const RoadGraph &graph, const RoadConditions &conditions)
        : m_graph(graph)
        , m_conditions(conditions)
    {
    }

    BuiltLeg build(const LegPath &path)
    {
        for (std::size_t i = 0; i < path.states.size(); ++i) {
            const auto state = path.states[i];
            const bool isFirst = i == 0;
            const bool isLast = i + 1 == path.states.size();
            LegPiece piece{.state = state, .firstPlace = m_built.leg.line.size() - (isFirst ? 0 : 1)};
            piece.cost = costBetween(state, isFirst ? &path.from : nullptr, isLast ? &path.to : nullptr);
            addLine(state, isFirst ? &path.from : nullptr, isLast ? &path.to : nullptr);
            piece.lastPlace = m_built.leg.line.size() - 1;
            if (!isLast)
                piece.turn = turnCost(state, path.states[i + 1]);
            m_built.pieces.push_back(piece);
        }
        sumUp();
        return std::move(m_built);
    }

private:
    [[nodiscard]] float factorOf(StateId state) const
    {
        return m_conditions.factorOf(m_graph.roads[state / 2].roadClass, state);
    }

    [[nodiscard]] RoadCost costBetween(StateId state, const RoadPoint *from, const RoadPoint *to) const
    {
        const auto &whole = m_graph.states[state];
        const int direction = static_cast<int>(state % 2);
        const auto end = to ? costUpTo(m_graph, *to, direction)
                            : RoadCost{.weight = whole.weight, .duration = whole.duration, .meters = whole.meters};
        return scaled(from ? end - costUpTo(m_graph, *from, direction) : end, factorOf(state));
    }

    [[nodiscard]] RoadCost turnCost(StateId from, StateId to) const
    {
        const auto turns = m_graph.turnsFrom(from);
        const auto turn = std::ranges::find(turns, to, &GraphTurn::target);
        Q_ASSERT(turn != turns.end());
        return {.weight = turn->weight, .duration = turn->duration};
    }

    [[nodiscard]] Position positionOf(const RoadPoint &point, StateId state) const
    {
        if (state % 2 == 0)
            return {.segment = point.segment, .share = point.share};
        return {.segment = m_graph.segmentCount(point.road) - 1 - point.segment, .share = 1.0 - point.share};
    }

    void addLine(StateId state, const RoadPoint *from, const RoadPoint *to)
    {
        const auto road = state / 2;
        const auto direction = state % 2;
        const auto count = m_graph.segmentCount(road);
        const auto points = m_graph.line(road);
        const auto begin = from ? positionOf(*from, state) : Position();
        const auto end = to ? positionOf(*to, state) : Position{.segment = count - 1, .share = 1.0};
        const auto pointAfter = [&](quint32 segment) {
            return points[direction == 0 ? segment + 1 : count - 1 - segment];
        };
        if (from)
            m_built.leg.line.append(from->where.coordinate());
        for (auto i = begin.segment; i <= end.segment; ++i) {
            const double share = (i == end.segment ? end.share : 1.0) - (i == begin.segment ? begin.share : 0.0);
            const bool isGoal = to && i == end.segment;
            // A waypoint at the very end of a segment makes no piece of its own, unless the leg would have no length at
            // all.
            const bool isAllThereIs = isGoal && m_built.leg.line.size() < 2;
            if (share <= 0.0 && !isAllThereIs)
                continue;
            m_built.leg.line.append(isGoal ? to->where.coordinate() : pointAfter(i).coordinate());
            addPiece(state, m_graph.segment(road, direction == 0 ? i : count - 1 - i), std::max(0.0, share));
        }
    }

    /// \a share of \a segment, as \a state drives it.
    void addPiece(StateId state, const GraphSegment &segment, double share)
    {
        m_built.leg.segmentDistancesMeters.append(double(segment.meters) * share);
        m_built.leg.segmentDurationsSeconds.append(segment.duration[state % 2] * share * secondsPerUnit
                                                   * double(factorOf(state)));
    }

    void sumUp()
    {
        RoadCost total;
        QHash<quint32, double> metersByName;
        for (const auto &piece : m_built.pieces) {
            total = total + piece.cost + piece.turn;
            const auto &road = m_graph.roads[piece.state / 2];
            m_built.leg.classDurationsSeconds[static_cast<std::size_t>(road.roadClass)] +=
                (piece.cost.duration + piece.turn.duration) * secondsPerUnit;
            if (const auto name = road.name)
                metersByName[name] += double(piece.cost.meters);
        }
        auto &leg = m_built.leg;
        leg.durationSeconds = total.duration * secondsPerUnit;
        leg.weight = total.weight * secondsPerUnit;
        for (const auto meters : std::as_const(leg.segmentDistancesMeters))
            leg.distanceMeters += meters;

        // The two longest, in the order in which they come.
        QList<quint32> names;
        for (const auto &piece : m_built.pieces) {
            const auto name = m_graph.roads[piece.state / 2].name;
            if (name && !names.contains(name))
                names.append(name);
        }
        while (names.size() > 2)
            names.removeOne(
                *std::ranges::min_element(names, {}, [&](quint32 name) { return metersByName.value(name); }));
        QStringList words;
        for (const auto name : std::as_const(names))
            words.append(m_graph.text(name));
        leg.summary = words.join(", "_L1);
    }

    const RoadGraph &m_graph;
    const RoadConditions &m_conditions;
    BuiltLeg m_built;
};

} // namespace

BuiltLeg buildLeg(const RoadGraph &graph, const LegPath &path, const RoadConditions &conditions)
{
    return LegBuilder(graph, conditions).build(path);
}

} // namespace Doorstep
