// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/guidance.h"

#include <algorithm>
#include <cmath>

namespace Doorstep {

namespace {

constexpr double secondsPerUnit = 0.1;
constexpr double straight = 15.0; // degrees either side that a driver calls straight on
constexpr double slight = 45.0;
constexpr double sharp = 120.0;

int wholeDegrees(double bearing)
{
    return (static_cast<int>(std::lround(bearing)) % 360 + 360) % 360;
}

TurnDirection directionOf(double degrees)
{
    const double size = std::abs(degrees);
    if (size <= straight)
        return TurnDirection::Straight;
    const bool right = degrees > 0.0;
    if (size <= slight)
        return right ? TurnDirection::SlightRight : TurnDirection::SlightLeft;
    if (size <= sharp)
        return right ? TurnDirection::Right : TurnDirection::Left;
    return right ? TurnDirection::SharpRight : TurnDirection::SharpLeft;
}

bool isLink(RoadClass roadClass)
{
    return roadClass == RoadClass::MotorwayLink || roadClass == RoadClass::TrunkLink
        || roadClass == RoadClass::PrimaryLink || roadClass == RoadClass::SecondaryLink
        || roadClass == RoadClass::TertiaryLink;
}

QString modeName(TravelMode mode)
{
    switch (mode) {
    case TravelMode::Cycling:
        return QStringLiteral("cycling");
    case TravelMode::PushingBike:
        return QStringLiteral("pushing bike");
    case TravelMode::Ferry:
        return QStringLiteral("ferry");
    case TravelMode::Train:
        return QStringLiteral("train");
    case TravelMode::None:
    case TravelMode::Driving:
        break;
    }
    return QStringLiteral("driving");
}

/// A junction as one who comes by one road and leaves by another sees it.
struct Junction
{
    std::span<const GraphEnd> ends;
    StateId from = 0;
    StateId to = 0;
    double angle = 0.0; ///< Of the turn, right positive, -180 to 180.
    double bearingBefore = 0.0;
    double bearingAfter = 0.0;
    int otherExits = 0; ///< Ways on besides `to` and turning around.
    double straightestOther = 180.0; ///< The least absolute angle among those.
    double otherAngle = 180.0; ///< And its angle.
};

class StepBuilder
{
public:
    StepBuilder(const RoadGraph &graph, const BuiltLeg &leg)
        : m_graph(graph)
        , m_line(leg.leg.line)
        , m_distances(leg.leg.segmentDistancesMeters)
        , m_pieces(leg.pieces)
    {
    }

    QList<RoadStep> build()
    {
        depart();
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            extend(m_pieces[i]);
            if (i + 1 < m_pieces.size())
                pass(junctionBetween(m_pieces[i], m_pieces[i + 1]), m_pieces[i + 1]);
        }
        closeStep();
        arrive();
        return std::move(m_steps);
    }

private:
    [[nodiscard]] bool isRound(StateId state) const
    {
        return (m_graph.roads[state / 2].flags & (GraphRoad::Roundabout | GraphRoad::Circular)) != 0;
    }

    [[nodiscard]] bool sameName(StateId a, StateId b) const
    {
        const auto &first = m_graph.roads[a / 2];
        const auto &second = m_graph.roads[b / 2];
        return first.name == second.name && (first.name != 0 || first.ref == second.ref);
    }

    [[nodiscard]] Junction junctionBetween(const LegPiece &a, const LegPiece &b) const
    {
        Junction junction{.ends = m_graph.endsAt(m_graph.headOf(a.state)), .from = a.state, .to = b.state};
        const auto bearingOf = [&](quint32 roadEnd) {
            return double(std::ranges::find(junction.ends, roadEnd, &GraphEnd::roadEnd)->bearing);
        };
        junction.bearingBefore = bearingOf(a.state ^ 1U) + 180.0;
        junction.bearingAfter = bearingOf(b.state);
        junction.angle = std::remainder(junction.bearingAfter - junction.bearingBefore, 360.0);
        for (const auto &turn : m_graph.turnsFrom(a.state)) {
            if (turn.target == b.state || turn.target == (a.state ^ 1U))
                continue;
            ++junction.otherExits;
            const double angle = std::remainder(bearingOf(turn.target) - junction.bearingBefore, 360.0);
            if (std::abs(angle) < junction.straightestOther) {
                junction.straightestOther = std::abs(angle);
                junction.otherAngle = angle;
            }
        }
        return junction;
    }

    [[nodiscard]] std::optional<ManeuverKind> kindOf(const Junction &junction) const
    {
        const auto &from = m_graph.roads[junction.from / 2];
        const auto &to = m_graph.roads[junction.to / 2];
        const bool same = sameName(junction.from, junction.to);
        if (m_graph.modeOf(junction.from) != m_graph.modeOf(junction.to))
            return ManeuverKind::NewName;
        if (junction.to == (junction.from ^ 1U))
            return same ? ManeuverKind::Continue : ManeuverKind::Turn;
        const bool renamed = !same && to.name != 0 && from.name != 0;
        if (junction.otherExits == 0)
            return renamed ? std::optional(ManeuverKind::NewName) : std::nullopt;

        const double size = std::abs(junction.angle);
        if (!isLink(from.roadClass) && isLink(to.roadClass) && size < sharp) {
            const bool fast = from.roadClass == RoadClass::Motorway || from.roadClass == RoadClass::Trunk;
            return fast ? ManeuverKind::OffRamp : size > straight ? ManeuverKind::OnRamp : ManeuverKind::Fork;
        }
        if (isLink(from.roadClass) && !isLink(to.roadClass) && size <= slight && junction.straightestOther > slight)
            return ManeuverKind::Merge;
        const bool straightOn = size <= straight || (size <= slight && junction.straightestOther > size + straight);
        if (straightOn && (same || junction.straightestOther > size))
            return renamed ? std::optional(ManeuverKind::NewName) : std::nullopt;
        if (size <= slight && junction.straightestOther <= slight)
            return ManeuverKind::Fork;
        if (junction.straightestOther > slight && junction.ends.size() == 3 && size > slight)
            return ManeuverKind::EndOfRoad;
        return same && from.name != 0 ? ManeuverKind::Continue : ManeuverKind::Turn;
    }

    void depart()
    {
        const auto bearing = wholeDegrees(m_line.first().azimuthTo(m_line.value(1, m_line.first())));
        m_step = {.kind = ManeuverKind::Depart, .bearingAfter = bearing};
        m_step.intersections.append(
            {.where = m_line.first(), .bearings = {bearing}, .entry = {true}, .in = -1, .out = 0});
        m_firstPlace = 0;
    }

    void arrive()
    {
        const auto bearing = wholeDegrees(m_line.value(m_line.size() - 2, m_line.last()).azimuthTo(m_line.last()));
        RoadStep step{.kind = ManeuverKind::Arrive, .bearingBefore = bearing};
        step.name = m_steps.last().name;
        step.ref = m_steps.last().ref;
        step.mode = m_steps.last().mode;
        step.line = {m_line.last(), m_line.last()};
        step.intersections.append(
            {.where = m_line.last(), .bearings = {wholeDegrees(bearing + 180.0)}, .entry = {true}, .in = 0, .out = -1});
        m_steps.append(step);
    }

    void extend(const LegPiece &piece)
    {
        if (m_lastPlace < 0) { // the step's first
            const auto &road = m_graph.roads[piece.state / 2];
            m_step.name = m_graph.text(road.name);
            m_step.ref = m_graph.text(road.ref);
            m_step.mode = modeName(m_graph.modeOf(piece.state));
        }
        m_lastPlace = piece.lastPlace;
        m_step.durationSeconds += (piece.cost.duration + piece.turn.duration) * secondsPerUnit;
        m_step.weight += (piece.cost.weight + piece.turn.weight) * secondsPerUnit;
    }

    void closeStep()
    {
        m_step.line = m_line.sliced(m_firstPlace, m_lastPlace - m_firstPlace + 1);
        if (m_step.line.size() < 2)
            m_step.line.append(m_step.line.first());
        for (auto i = m_firstPlace; i < m_lastPlace; ++i)
            m_step.distanceMeters += m_distances[i];
        m_steps.append(std::exchange(m_step, {}));
        m_firstPlace = m_lastPlace;
        m_lastPlace = -1;
    }

    void open(ManeuverKind kind, const Junction &junction)
    {
        closeStep();
        m_step.kind = kind;
        const bool uTurn = junction.to == (junction.from ^ 1U);
        m_step.direction = uTurn ? TurnDirection::UTurn : directionOf(junction.angle);
        if (kind == ManeuverKind::Fork)
            m_step.direction =
                junction.angle > junction.otherAngle ? TurnDirection::SlightRight : TurnDirection::SlightLeft;
        m_step.bearingBefore = wholeDegrees(junction.bearingBefore);
        m_step.bearingAfter = wholeDegrees(junction.bearingAfter);
    }

    void pass(const Junction &junction, const LegPiece &next)
    {
        const bool wasRound = isRound(junction.from);
        const bool round = isRound(junction.to);
        if (round && !wasRound) {
            open(ManeuverKind::Roundabout, junction);
            m_roundabout = m_steps.size(); // where this step will be
            m_exits = 0;
        } else if (wasRound) {
            m_exits += hasExit(junction);
            if (!round) {
                open(ManeuverKind::ExitRoundabout, junction);
                if (m_roundabout >= 0) { // a leg may begin inside
                    m_steps[m_roundabout].exit = m_exits;
                    m_step.exit = m_exits;
                }
                m_roundabout = -1;
            }
        } else if (const auto kind = kindOf(junction)) {
            open(*kind, junction);
        }
        if (m_lastPlace < 0 || junction.ends.size() > 2)
            m_step.intersections.append(intersection(junction, m_line[next.firstPlace]));
    }

    [[nodiscard]] bool hasExit(const Junction &junction) const
    {
        return std::ranges::any_of(m_graph.turnsFrom(junction.from), [&](const GraphTurn &turn) {
            return !isRound(turn.target) && turn.target != (junction.from ^ 1U);
        });
    }

    [[nodiscard]] RoadIntersection intersection(const Junction &junction, const QGeoCoordinate &where) const
    {
        RoadIntersection result{.where = where, .bearings = {}, .entry = {}};
        std::vector<std::pair<int, quint32>> sorted;
        for (const auto &end : junction.ends)
            sorted.emplace_back(wholeDegrees(double(end.bearing)), end.roadEnd);
        std::ranges::sort(sorted);
        for (const auto &[bearing, roadEnd] : sorted) {
            if (roadEnd == (junction.from ^ 1U))
                result.in = static_cast<int>(result.bearings.size());
            if (roadEnd == junction.to)
                result.out = static_cast<int>(result.bearings.size());
            result.bearings.append(bearing);
            result.entry.append(std::ranges::contains(m_graph.turnsFrom(junction.from), roadEnd, &GraphTurn::target));
        }
        return result;
    }

    const RoadGraph &m_graph;
    const QList<QGeoCoordinate> &m_line;
    const QList<double> &m_distances;
    const std::vector<LegPiece> &m_pieces;
    QList<RoadStep> m_steps;
    RoadStep m_step; ///< The one being built.
    qsizetype m_firstPlace = 0;
    qsizetype m_lastPlace = -1; ///< -1 while it has no piece yet.
    qsizetype m_roundabout = -1; ///< Index of the step that entered the roundabout we are in.
    int m_exits = 0;
};

} // namespace

QList<RoadStep> buildSteps(const RoadGraph &graph, const BuiltLeg &leg)
{
    return StepBuilder(graph, leg).build();
}

} // namespace Doorstep
