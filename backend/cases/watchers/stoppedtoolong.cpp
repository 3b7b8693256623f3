// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/watchers.h"

#include <algorithm>

namespace Doorstep::Cases {
namespace {

/// Since when the driver has been there and got nothing done: who serves one door after the other in one house is busy.
QDateTime idleSince(const RouteView &view)
{
    auto since = view.track->anchoredAt;
    for (const auto &id : view.route.stops) {
        const auto stop = view.stops.constFind(id);
        if (stop != view.stops.cend() && stop->completedAt.isValid())
            since = std::max(since, stop->completedAt);
    }
    return since;
}

bool waitsForAWindow(const RouteView &view)
{
    const auto waits = [&view](const StopId &id) {
        const auto stop = view.stops.constFind(id);
        return stop != view.stops.cend() && stop->isOpen() && stop->where.isValid() && stop->window.from.isValid()
            && stop->window.from > view.track->anchoredAt
            && stop->metersFrom(view.track->anchor) < 2.0 * view.settings.stoppedRadiusMeters
            && view.now < stop->window.from.addDuration(view.settings.stoppedAfter);
    };
    return std::ranges::any_of(view.route.stops, waits);
}

} // namespace

std::optional<Trouble> stoppedTooLong(const RouteView &view)
{
    const auto *track = view.track;
    if (view.route.status != Route::Status::Underway || track == nullptr || !track->trusted
        || !track->anchoredAt.isValid() || (view.forecast != nullptr && view.forecast->stops.isEmpty()))
        return {};
    const bool isAtDepot = view.depot != nullptr && view.depot->where.isValid()
        && view.depot->where.distanceTo(track->anchor) < 2.0 * view.settings.stoppedRadiusMeters;
    const auto here = std::chrono::seconds(track->anchoredAt.secsTo(track->trusted->fixedAt));
    if (isAtDepot || here < view.settings.stoppedAfter)
        return {};
    const auto since = idleSince(view);
    const auto idle = std::chrono::seconds(since.secsTo(track->trusted->fixedAt));
    if (idle < view.settings.stoppedAfter || waitsForAWindow(view))
        return {};
    return Trouble{.instance = instanceOf(since),
                   .severity = Exception::Severity::Medium,
                   .dueAt = since.addDuration(2 * view.settings.stoppedAfter),
                   .where = view.track->anchor};
}

} // namespace Doorstep::Cases
