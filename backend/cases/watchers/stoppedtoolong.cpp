// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/watchers.h"

namespace Doorstep::Cases {

std::optional<Trouble> stoppedTooLong(const RouteView &view)
{
    const auto *track = view.track;
    if (view.route.status != Route::Status::Underway || track == nullptr || !track->trusted
        || !track->anchoredAt.isValid() || (view.forecast != nullptr && view.forecast->stops.isEmpty()))
        return {};
    const bool isAtDepot = view.depot != nullptr && view.depot->where.isValid()
        && view.depot->where.distanceTo(track->anchor) < 2.0 * view.settings.stoppedRadiusMeters;
    const auto stayed = std::chrono::seconds(track->anchoredAt.secsTo(track->trusted->fixedAt));
    if (isAtDepot || stayed < view.settings.stoppedAfter)
        return {};
    return Trouble{.instance = instanceOf(track->anchoredAt),
                   .severity = Exception::Severity::Medium,
                   .dueAt = track->anchoredAt.addDuration(2 * view.settings.stoppedAfter)};
}

} // namespace Doorstep::Cases
