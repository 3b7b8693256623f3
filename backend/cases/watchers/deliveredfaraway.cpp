// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/watchers.h"

namespace Doorstep::Cases {

std::optional<Trouble> deliveredFarAway(const StopView &view)
{
    const auto &stop = view.stop;
    if (stop.status != Stop::Status::Delivered || !stop.where.isValid() || stop.actualArrival.isValid()
        || view.track == nullptr || !view.track->trusted)
        return {};
    // Only a fix from just then says where it happened; of a tunnel or a dead phone nothing is known.
    constexpr qint64 justThenSeconds = 60;
    const auto &fix = *view.track->trusted;
    if (qAbs(fix.fixedAt.secsTo(stop.completedAt)) > justThenSeconds)
        return {};
    const double meters = stop.metersFrom(fix.where) - fix.accuracyMeters.value_or(0.0);
    if (meters <= view.settings.farFromDoorMeters)
        return {};
    return Trouble{.instance = QString::number(stop.attempts),
                   .severity = Exception::Severity::Medium,
                   .dueAt = {},
                   .detail = QString::number(qRound(meters)),
                   .where = fix.where,
                   .awayMeters = qRound(meters)};
}

} // namespace Doorstep::Cases
