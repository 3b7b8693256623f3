// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaType>

namespace Doorstep {

/// What is small beside a stop, route or driver wherever it is shown.
struct StopMarks
{
    bool isWaiting = false; ///< Shown as decided here, not yet confirmed by the backend.
    bool isPinned = false; ///< Stays on its route, whoever plans.
    bool isHeld = false; ///< Not to be delivered until somebody releases it.

    [[nodiscard]] bool isEmpty() const noexcept { return !isWaiting && !isPinned && !isHeld; }
    bool operator==(const StopMarks &) const = default;
};

} // namespace Doorstep

Q_DECLARE_METATYPE(Doorstep::StopMarks)
