// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/trial/pastday.h"

#include <algorithm>

namespace Doorstep::Trial {
namespace {

using namespace std::chrono_literals;

constexpr auto announcedBefore = 45min;
constexpr auto endsAfter = 2h;
constexpr auto longest = 20h;
constexpr auto longestRoute = 10h; // of one that does not say when it ends

} // namespace

std::optional<std::pair<QDateTime, QDateTime>> spanOf(const QList<Route> &routes)
{
    QDateTime first;
    QDateTime last;
    for (const auto &route : routes) {
        if (!route.scheduledStart.isValid())
            continue;
        const auto end =
            route.scheduledEnd.isValid() ? route.scheduledEnd : route.scheduledStart.addDuration(longestRoute);
        first = first.isValid() ? std::min(first, route.scheduledStart) : route.scheduledStart;
        last = last.isValid() ? std::max(last, end) : end;
    }
    if (!first.isValid())
        return {};
    const auto from = first.addDuration(-announcedBefore);
    return std::pair(from, std::min(last.addDuration(endsAfter), from.addDuration(longest)));
}

std::vector<Fix> thinned(std::vector<Fix> fixes, int seconds)
{
    qint64 lastSlot = -1;
    std::erase_if(fixes, [&](const Fix &fix) {
        const auto slot = fix.fixedAt.toSecsSinceEpoch() / seconds;
        if (slot == lastSlot)
            return true;
        lastSlot = slot;
        return false;
    });
    return fixes;
}

} // namespace Doorstep::Trial
