// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/watchers.h"

#include <algorithm>

namespace Doorstep::Cases {

/// Many stops of one route that will miss their windows have one cause: the route is late. The cases of the stops stay;
/// `route` says which of them belong to this one.
std::optional<Trouble> runningLate(const RouteView &view)
{
    if (view.forecast == nullptr || view.route.status == Route::Status::Finished)
        return {};
    int count = 0;
    std::chrono::seconds latest{0};
    QDateTime dueAt;
    for (const auto &ahead : view.forecast->stops) {
        const auto stop = view.stops.constFind(ahead.stop);
        if (stop == view.stops.cend())
            continue;
        const auto trouble = willMissWindow(
            {.stop = *stop, .depot = view.depot, .forecast = &ahead, .track = view.track, .settings = view.settings});
        if (!trouble)
            continue;
        ++count;
        latest = std::max(latest, trouble->lateBy);
        if (trouble->dueAt > view.now && (!dueAt.isValid() || trouble->dueAt < dueAt))
            dueAt = trouble->dueAt;
    }
    if (count < view.settings.lateStopsOfARoute)
        return {};
    return Trouble{.instance = instanceOf(view.route.scheduledStart), // one a day
                   .severity = Exception::Severity::High,
                   .dueAt = dueAt,
                   .detail = QString::number(count),
                   .lateBy = latest};
}

} // namespace Doorstep::Cases
