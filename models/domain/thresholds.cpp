// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/thresholds.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

using enum ThresholdRow::Unit;

// A silent driver is too late to act on after 15 minutes (Cases::CaseSettings::silenceIsLong): not later than that.
constexpr std::array<ThresholdRow, thresholdCount> rows{{
    {Threshold::SilentAfter, "silent_after_s"_L1, Seconds, 60, 900, 300, "silent"_L1},
    {Threshold::LateStartAfter, "late_start_after_s"_L1, Seconds, 60, 7'200, 900, "late_start"_L1},
    {Threshold::StoppedAfter, "stopped_after_s"_L1, Seconds, 300, 7'200, 1'500, "stopped"_L1},
    {Threshold::StoppedRadius, "stopped_radius_m"_L1, Metres, 20, 500, 80, "stopped"_L1},
    {Threshold::OffRoute, "off_route_m"_L1, Metres, 100, 5'000, 500, "off_route"_L1},
    {Threshold::LowBattery, "low_battery_percent"_L1, Percent, 1, 90, 15, "battery"_L1},
    {Threshold::LateChance, "late_chance_percent"_L1, Percent, 50, 99, 70, "late"_L1},
    {Threshold::LateStops, "late_stops"_L1, Stops, 1, 50, 3, "route_late"_L1},
    {Threshold::FarFromDoor, "far_from_door_m"_L1, Metres, 50, 5'000, 300, "far_delivery"_L1},
    {Threshold::SureScore, "sure_score_percent"_L1, Percent, 1, 100, 80, "address_unsure"_L1},
    {Threshold::CheckInDueBefore, "check_in_due_before_s"_L1, Seconds, 300, 14'400, 1'800, "checkin_unanswered"_L1},
    {Threshold::RiskyFrom, "risky_from_percent"_L1, Percent, 1, 100, 25, "risky_dropoff"_L1},
    {Threshold::EscalateAfter, "escalate_after_s"_L1, Seconds, 0, 86'400, 900, ""_L1},
}};

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto &row = rows[i];
        if (static_cast<std::size_t>(row.threshold) != i || row.least > row.usual || row.usual > row.most)
            return false;
    }
    return true;
}
static_assert(isInOrder());

} // namespace

std::span<const ThresholdRow, thresholdCount> thresholdRows()
{
    return rows;
}

const ThresholdRow &rowOf(Threshold threshold)
{
    return rows.at(static_cast<std::size_t>(threshold));
}

std::optional<Threshold> ThresholdValues::outOfBounds() const
{
    const auto isOut = [this](const ThresholdRow &row) {
        const auto value = own(row.threshold);
        return value && (*value < row.least || *value > row.most);
    };
    const auto found = std::ranges::find_if(rows, isOut);
    return found == rows.end() ? std::nullopt : std::optional(found->threshold);
}

} // namespace Doorstep
