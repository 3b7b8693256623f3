// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/watchers.h"

namespace Doorstep::Cases {

std::optional<Trouble> driverSilent(const RouteView &view)
{
    if (view.forecast == nullptr || view.forecast->state != Forecast::State::Silent)
        return {};
    // A phone that makes its positions up is heard all the same: that is another case.
    if (view.track != nullptr && view.track->last
        && view.track->last->fixedAt.addDuration(view.settings.silentAfter) > view.now)
        return {};
    const auto heardAt = view.forecast->lastSeen.isValid() ? view.forecast->lastSeen : view.forecast->computedAt;
    const auto dueAt = heardAt.addDuration(view.settings.silenceIsLong);
    const bool isPlaceKnown = view.track != nullptr && view.track->trusted;
    return Trouble{.instance = instanceOf(dueAt),
                   .severity = Exception::Severity::High,
                   .dueAt = dueAt,
                   .where = isPlaceKnown ? view.track->trusted->where : QGeoCoordinate()};
}

} // namespace Doorstep::Cases
