// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/track.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace Doorstep::Cases {

bool Track::stands(const Fix &fix) const
{
    constexpr double walking = 3.0; // m/s
    return fix.speedMetersPerSecond.value_or(tellsSpeed ? 0.0 : std::numeric_limits<double>::max()) < walking;
}

bool Track::isJump(const Fix &from, const Fix &to, const CaseSettings &settings) const
{
    const double meters =
        from.where.distanceTo(to.where) - from.accuracyMeters.value_or(0.0) - to.accuracyMeters.value_or(0.0);
    if (meters < settings.jumpMeters)
        return false;
    const auto seconds = std::max(1.0, static_cast<double>(from.fixedAt.msecsTo(to.fixedAt)) / 1000.0);
    if (meters / seconds > settings.impossibleMetersPerSecond)
        return true;
    // Who stood before and stands again after a minute cannot have gone far in between.
    constexpr double shortWhile = 120.0;
    return seconds <= shortWhile && stands(from) && stands(to)
        && meters / seconds > settings.impossibleFromStandMetersPerSecond;
}

void Track::see(const Fix &fix, const CaseSettings &settings)
{
    if (fix.clockSuspect || !fix.fixedAt.isValid() || (last && fix.fixedAt < last->fixedAt))
        return;
    tellsSpeed = tellsSpeed || fix.speedMetersPerSecond.has_value();
    const auto before = std::exchange(last, fix);
    if (fix.mocked || !fix.where.isValid())
        return;
    // The second jump leads back to the truth, or the first one did: nobody believes a phone to lie for ever.
    if (before && before->where.isValid() && !before->mocked && isJump(*before, fix, settings))
        jumpedAt = jumpedAt.isValid() ? QDateTime() : fix.fixedAt;
    else if (jumpedAt.isValid() && jumpedAt.addDuration(settings.jumpIsOver) < fix.fixedAt)
        jumpedAt = QDateTime();
    if (jumpedAt.isValid())
        return;
    if (!anchor.isValid() || anchor.distanceTo(fix.where) > settings.stoppedRadiusMeters) {
        anchor = fix.where;
        anchoredAt = fix.fixedAt;
    }
    trusted = fix;
}

} // namespace Doorstep::Cases
