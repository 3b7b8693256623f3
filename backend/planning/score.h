// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <tuple>

namespace Doorstep::Planning {

/// How good a plan is; less is better, in the order of the members.
struct Score
{
    std::int64_t unservedPriority = 0; ///< Sum of the priorities of what is unserved.
    std::int32_t unserved = 0;
    std::int32_t lateStops = 0; ///< Soft objective only.
    std::int64_t lateSeconds = 0; ///< Soft objective only.
    double cost = 0; ///< Driving and so on; with the soft objective also what disturbs.

    [[nodiscard]] auto key() const { return std::tuple(unservedPriority, unserved, lateStops, lateSeconds, cost); }
    /// A difference in cost that is only rounding is none.
    [[nodiscard]] bool isBetterThan(const Score &other) const
    {
        const auto plain = [](const Score &s) {
            return std::tuple(s.unservedPriority, s.unserved, s.lateStops, s.lateSeconds);
        };
        if (plain(*this) != plain(other))
            return plain(*this) < plain(other);
        return cost < other.cost - 1e-7 * (1.0 + other.cost);
    }
    bool operator==(const Score &) const = default;
};

} // namespace Doorstep::Planning
