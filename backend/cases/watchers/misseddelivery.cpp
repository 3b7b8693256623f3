// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/watchers.h"
#include "models/wire/stopwire.h"

namespace Doorstep::Cases {

std::optional<Trouble> missedDelivery(const StopView &view)
{
    const auto &stop = view.stop;
    if (stop.status != Stop::Status::Failed)
        return {};
    const bool windowIsStillOpen = stop.window.to.isValid() && stop.window.to > stop.completedAt;
    const bool comesAgain = stop.failure == Stop::Failure::NobodyHome || stop.failure == Stop::Failure::NoAccess;
    return Trouble{.instance = QString::number(stop.attempts),
                   .severity = comesAgain ? Exception::Severity::Medium : Exception::Severity::High,
                   .dueAt =
                       windowIsStillOpen ? stop.window.to : stop.completedAt.addDuration(view.settings.failureIsOld),
                   .detail = QString(Wire::failureWord(stop.failure))};
}

} // namespace Doorstep::Cases
