// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QVariant>

namespace Doorstep {

/// What a role answers for a time that may not be known: null and not an invalid time, so that views show nothing.
[[nodiscard]] inline QVariant timeOrNothing(const QDateTime &time)
{
    return time.isValid() ? QVariant(time) : QVariant();
}

} // namespace Doorstep
