// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/cases/casesettings.h"
#include "models/domain/fix.h"

#include <optional>

namespace Doorstep::Cases {

/// What is known of a driver underway, from the phone's fixes as they come. Fixes ahead of the clock and older than the
/// newest count for nothing.
struct Track
{
    std::optional<Fix> last; ///< The newest of all, mocked ones too.
    std::optional<Fix> trusted; ///< The newest of those that can be true.
    QGeoCoordinate anchor; ///< Where they have been since \c anchoredAt, give or take the radius of a stop.
    QDateTime anchoredAt;
    QDateTime jumpedAt; ///< Since when the positions cannot be true, as nobody drives so fast; invalid when they can.
    bool tellsSpeed = false; ///< The phone has told a speed before: none means that it stands.

    void see(const Fix &fix, const CaseSettings &settings);

private:
    [[nodiscard]] bool isJump(const Fix &from, const Fix &to, const CaseSettings &settings) const;
    [[nodiscard]] bool stands(const Fix &fix) const;
};

} // namespace Doorstep::Cases
