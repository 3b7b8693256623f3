// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/vroom/document.h"

namespace Doorstep::Planning {

/// What a hand-made order breaks. The first two have a length.
enum class Cause : std::uint8_t {
    Delay,
    LeadTime,
    Load,
    MaxTasks,
    Skills,
    Precedence,
    MissingBreak,
    MaxTravelTime,
    MaxDistance,
    MaxLoad
};

struct Violation
{
    Cause cause = Cause::Delay;
    std::optional<std::int64_t> seconds;
};

/// Sums over a route, or over all.
struct Totals
{
    std::int64_t cost = 0;
    std::int64_t setup = 0;
    std::int64_t service = 0;
    std::int64_t driving = 0;
    std::int64_t waiting = 0;
    std::int64_t priority = 0;
    std::int64_t meters = 0;
    std::vector<std::int64_t> delivery;
    std::vector<std::int64_t> pickup;

    Totals &operator+=(const Totals &other);
};

struct StepReport
{
    GivenStep step;
    std::int64_t arrival = 0;
    std::int64_t waiting = 0;
    std::int64_t setup = 0;
    std::int64_t service = 0;
    std::int64_t driven = 0; ///< Seconds on the road since the start.
    std::int64_t meters = 0;
    std::vector<std::int64_t> load;
    std::vector<Violation> violations;
};

struct RouteReport
{
    Totals totals;
    std::vector<StepReport> steps;
    std::vector<Violation> violations; ///< One a cause, lengths summed.
};

/// What driving \a steps would be like at the best times for them.
[[nodiscard]] RouteReport reportRoute(const VroomDocument &document, std::size_t vehicle,
                                      const std::vector<GivenStep> &steps);

/// Adds \a more to \a all, where each cause is once.
void addViolations(std::vector<Violation> &all, const std::vector<Violation> &more);

} // namespace Doorstep::Planning
