// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/watchers.h"

namespace Doorstep::Cases {

std::optional<Trouble> lateStart(const RouteView &view)
{
    const auto &route = view.route;
    if (route.status != Route::Status::Planned || !route.scheduledStart.isValid() || route.stops.isEmpty()
        || route.scheduledStart.addDuration(view.settings.lateStartAfter) > view.now
        || (route.scheduledEnd.isValid() && route.scheduledEnd < view.now)) // nobody starts it any more
        return {};
    return Trouble{.instance = instanceOf(route.scheduledStart),
                   .severity = Exception::Severity::Medium,
                   .dueAt = route.scheduledStart.addDuration(2 * view.settings.lateStartAfter)};
}

} // namespace Doorstep::Cases
