// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/osrmwords.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Doorstep::Osrm {

namespace {

constexpr std::array maneuvers{
    std::pair(ManeuverKind::Depart, "depart"_L1),
    std::pair(ManeuverKind::Arrive, "arrive"_L1),
    std::pair(ManeuverKind::Turn, "turn"_L1),
    std::pair(ManeuverKind::Continue, "continue"_L1),
    std::pair(ManeuverKind::NewName, "new name"_L1),
    std::pair(ManeuverKind::EndOfRoad, "end of road"_L1),
    std::pair(ManeuverKind::Fork, "fork"_L1),
    std::pair(ManeuverKind::Merge, "merge"_L1),
    std::pair(ManeuverKind::OnRamp, "on ramp"_L1),
    std::pair(ManeuverKind::OffRamp, "off ramp"_L1),
    std::pair(ManeuverKind::Roundabout, "roundabout"_L1),
    std::pair(ManeuverKind::ExitRoundabout, "exit roundabout"_L1),
    // Only read, never written: words of OSRM's that mean one of ours.
    std::pair(ManeuverKind::Roundabout, "rotary"_L1),
    std::pair(ManeuverKind::ExitRoundabout, "exit rotary"_L1),
    std::pair(ManeuverKind::Turn, "roundabout turn"_L1),
    std::pair(ManeuverKind::Continue, "use lane"_L1),
    std::pair(ManeuverKind::NewName, "notification"_L1),
};

constexpr std::array modifiers{
    std::pair(TurnDirection::UTurn, "uturn"_L1),       std::pair(TurnDirection::SharpRight, "sharp right"_L1),
    std::pair(TurnDirection::Right, "right"_L1),       std::pair(TurnDirection::SlightRight, "slight right"_L1),
    std::pair(TurnDirection::Straight, "straight"_L1), std::pair(TurnDirection::SlightLeft, "slight left"_L1),
    std::pair(TurnDirection::Left, "left"_L1),         std::pair(TurnDirection::SharpLeft, "sharp left"_L1),
};

template <typename Table, typename Value>
QString wordIn(const Table &table, Value value)
{
    return std::ranges::find(table, value, &Table::value_type::first)->second;
}

template <typename Table>
auto valueIn(const Table &table, const QString &word) -> std::optional<typename Table::value_type::first_type>
{
    const auto found = std::ranges::find(table, word, &Table::value_type::second);
    return found == table.end() ? std::nullopt : std::optional(found->first);
}

} // namespace

QString maneuverWord(ManeuverKind kind)
{
    return wordIn(maneuvers, kind);
}

std::optional<ManeuverKind> maneuverFrom(const QString &word)
{
    return valueIn(maneuvers, word);
}

QString modifierWord(TurnDirection direction)
{
    return wordIn(modifiers, direction);
}

std::optional<TurnDirection> modifierFrom(const QString &word)
{
    return valueIn(modifiers, word);
}

} // namespace Doorstep::Osrm
