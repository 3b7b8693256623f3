// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/watchers.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Cases {

std::optional<Trouble> lowBattery(const RouteView &view)
{
    if (view.route.status != Route::Status::Underway || view.track == nullptr || !view.track->last)
        return {};
    const auto &fix = *view.track->last;
    if (!fix.batteryFraction || *fix.batteryFraction >= view.settings.lowBattery || fix.charging.value_or(false))
        return {};
    return Trouble{.instance = instanceOf(view.route.scheduledStart), // one a day
                   .severity = Exception::Severity::Low,
                   .dueAt = {}};
}

std::optional<Trouble> mockedPosition(const RouteView &view)
{
    if (view.route.status != Route::Status::Underway || view.track == nullptr || !view.track->last)
        return {};
    // Some phones say so themselves; of the others only a jump is seen.
    const bool saysSo = view.track->last->mocked;
    if (!saysSo && !view.track->jumpedAt.isValid())
        return {};
    return Trouble{.instance = instanceOf(view.route.scheduledStart), // one a day
                   .severity = Exception::Severity::Medium,
                   .dueAt = {},
                   .detail = saysSo ? QString() : u"jumped"_s,
                   .where = view.track->last->where};
}

} // namespace Doorstep::Cases
