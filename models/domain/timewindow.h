// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

namespace Doorstep {

/// From when until when something may begin, both ends included, UTC. An invalid end is open.
struct TimeWindow
{
    QDateTime from;
    QDateTime to;

    [[nodiscard]] bool isOpen() const { return !from.isValid() && !to.isValid(); }

    bool operator==(const TimeWindow &) const = default;
};

} // namespace Doorstep
