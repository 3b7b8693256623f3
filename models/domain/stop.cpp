// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/stop.h"

namespace Doorstep {

bool Stop::wasOnTime() const
{
    if (status != Status::Delivered)
        return false;
    const auto &began = actualArrival.isValid() ? actualArrival : completedAt;
    return !window.to.isValid() || began <= window.to;
}

} // namespace Doorstep

#include "moc_stop.cpp"
