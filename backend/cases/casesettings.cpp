// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/casesettings.h"

namespace Doorstep::Cases {

CaseSettings CaseSettings::with(const ThresholdValues &values) const
{
    auto settings = *this;
    const auto take = [&values](Threshold threshold, auto &setting, double perUnit = 1.0) {
        using Setting = std::remove_reference_t<decltype(setting)>;
        if (const auto own = values.own(threshold)) {
            if constexpr (std::is_floating_point_v<Setting>)
                setting = *own / perUnit;
            else
                setting = Setting(*own);
        }
    };
    constexpr double percent = 100.0;
    take(Threshold::SilentAfter, settings.silentAfter);
    take(Threshold::LateStartAfter, settings.lateStartAfter);
    take(Threshold::StoppedAfter, settings.stoppedAfter);
    take(Threshold::StoppedRadius, settings.stoppedRadiusMeters);
    take(Threshold::OffRoute, settings.offRouteMeters);
    take(Threshold::LowBattery, settings.lowBattery, percent);
    take(Threshold::LateChance, settings.leastLatePercent);
    take(Threshold::LateStops, settings.lateStopsOfARoute);
    take(Threshold::FarFromDoor, settings.farFromDoorMeters);
    take(Threshold::SureScore, settings.sureScore, percent);
    take(Threshold::CheckInDueBefore, settings.checkInDueBefore);
    take(Threshold::RiskyFrom, settings.riskyFrom, percent);
    take(Threshold::EscalateAfter, settings.escalateAfter);
    return settings;
}

} // namespace Doorstep::Cases
