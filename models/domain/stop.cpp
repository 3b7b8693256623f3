// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/stop.h"

#include <algorithm>

namespace Doorstep {

bool Stop::wasOnTime() const
{
    if (status != Status::Delivered)
        return false;
    const auto &began = actualArrival.isValid() ? actualArrival : completedAt;
    return !window.to.isValid() || began <= window.to;
}

void Stop::promise(const Promise &told)
{
    if (!promises.isEmpty() && promises.constLast() == told)
        return;
    promises.append(told);
    if (promises.size() > Promise::mostOfAStop)
        promises.removeAt(1);
}

std::optional<std::chrono::minutes> Stop::promiseMissedBy() const
{
    const bool hasEnded = status == Status::Delivered || status == Status::Failed;
    const auto &arrival = actualArrival.isValid() ? actualArrival : completedAt;
    if (!hasEnded || !arrival.isValid())
        return {};
    // What was said at the door is no promise any more.
    const auto wasTold = [&arrival](const Promise &told) { return told.toldAt <= arrival; };
    const auto last = std::find_if(promises.crbegin(), promises.crend(), wasTold);
    if (last == promises.crend())
        return {};
    const auto missed = last->missedBy(arrival);
    // Who is early waits: only what was done before its time was too early.
    return missed < std::chrono::minutes(0) ? last->missedBy(std::max(arrival, completedAt)) : missed;
}

} // namespace Doorstep

#include "moc_stop.cpp"
