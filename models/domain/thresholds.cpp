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
    ThresholdRow{.threshold = Threshold::SilentAfter,
                 .word = "silent_after_s"_L1,
                 .unit = Seconds,
                 .least = 60,
                 .most = 900,
                 .usual = 300,
                 .kind = "silent"_L1},
    ThresholdRow{.threshold = Threshold::LateStartAfter,
                 .word = "late_start_after_s"_L1,
                 .unit = Seconds,
                 .least = 60,
                 .most = 7'200,
                 .usual = 900,
                 .kind = "late_start"_L1},
    ThresholdRow{.threshold = Threshold::StoppedAfter,
                 .word = "stopped_after_s"_L1,
                 .unit = Seconds,
                 .least = 300,
                 .most = 7'200,
                 .usual = 1'500,
                 .kind = "stopped"_L1},
    ThresholdRow{.threshold = Threshold::StoppedRadius,
                 .word = "stopped_radius_m"_L1,
                 .unit = Metres,
                 .least = 20,
                 .most = 500,
                 .usual = 80,
                 .kind = "stopped"_L1},
    ThresholdRow{.threshold = Threshold::OffRoute,
                 .word = "off_route_m"_L1,
                 .unit = Metres,
                 .least = 100,
                 .most = 5'000,
                 .usual = 500,
                 .kind = "off_route"_L1},
    ThresholdRow{.threshold = Threshold::LowBattery,
                 .word = "low_battery_percent"_L1,
                 .unit = Percent,
                 .least = 1,
                 .most = 90,
                 .usual = 15,
                 .kind = "battery"_L1},
    ThresholdRow{.threshold = Threshold::LateChance,
                 .word = "late_chance_percent"_L1,
                 .unit = Percent,
                 .least = 50,
                 .most = 99,
                 .usual = 70,
                 .kind = "late"_L1},
    ThresholdRow{.threshold = Threshold::LateStops,
                 .word = "late_stops"_L1,
                 .unit = Stops,
                 .least = 1,
                 .most = 50,
                 .usual = 3,
                 .kind = "route_late"_L1},
    ThresholdRow{.threshold = Threshold::FarFromDoor,
                 .word = "far_from_door_m"_L1,
                 .unit = Metres,
                 .least = 50,
                 .most = 5'000,
                 .usual = 300,
                 .kind = "far_delivery"_L1},
    ThresholdRow{.threshold = Threshold::SureScore,
                 .word = "sure_score_percent"_L1,
                 .unit = Percent,
                 .least = 1,
                 .most = 100,
                 .usual = 80,
                 .kind = "address_unsure"_L1},
    ThresholdRow{.threshold = Threshold::CheckInDueBefore,
                 .word = "check_in_due_before_s"_L1,
                 .unit = Seconds,
                 .least = 300,
                 .most = 14'400,
                 .usual = 1'800,
                 .kind = "checkin_unanswered"_L1},
    ThresholdRow{.threshold = Threshold::RiskyFrom,
                 .word = "risky_from_percent"_L1,
                 .unit = Percent,
                 .least = 1,
                 .most = 100,
                 .usual = 25,
                 .kind = "risky_dropoff"_L1},
    ThresholdRow{.threshold = Threshold::EscalateAfter,
                 .word = "escalate_after_s"_L1,
                 .unit = Seconds,
                 .least = 0,
                 .most = 86'400,
                 .usual = 900,
                 .kind = ""_L1},
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
