// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QDateTime>
#include <QList>

#include <chrono>

namespace Doorstep {

/// What it would mean to visit one stop at one place in one route of today.
struct Insertion
{
    /// A stop that would be reached at another time than is expected now.
    struct Move
    {
        StopId stop;
        std::chrono::seconds later{0}; ///< Negative: earlier.
        std::chrono::seconds lateBy{0}; ///< After the end of its window then; 0 when in time.
        std::chrono::seconds wasLateBy{0}; ///< The same as is expected now.

        [[nodiscard]] bool misses() const noexcept { return lateBy.count() > 0 && wasLateBy.count() <= 0; }

        bool operator==(const Move &) const = default;
    };

    RouteId route;
    bool isOwn = false; ///< The route that the stop is on.
    StopId before; ///< The open stop that would come after it; invalid: it would be the last.
    QDateTime arrival; ///< UTC, P50.
    std::chrono::seconds added{0}; ///< Driving, and the visit where it is not on the route yet. May be negative.
    std::chrono::seconds waiting{0}; ///< Of the driver, at that door, until its window begins.
    double addedMeters = 0.0; ///< Driven more than now; may be negative.
    double cost = 0.0; ///< That it adds, by the depot's rates; may be negative.
    std::chrono::seconds lateBy{0}; ///< After the end of the stop's own window; 0 when in time.
    QList<Move> moves; ///< By a minute or more, in the order of the route.

    /// Windows of others that would be missed and are not now.
    [[nodiscard]] qsizetype missed() const { return std::ranges::count_if(moves, &Move::misses); }

    bool operator==(const Insertion &) const = default;
};

} // namespace Doorstep
