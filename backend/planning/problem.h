// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace Doorstep::Planning {

/// Later than anything that is planned, and still far from overflow. Seconds, as all times here, on any one clock.
inline constexpr std::int64_t forever = std::numeric_limits<std::int64_t>::max() / 1000;

/// A leg that takes this long has no road. Seconds.
inline constexpr std::uint32_t noRoadSeconds = 10 * 24 * 3600;

/// Both ends belong to it; it bounds when the service starts.
struct Window
{
    std::int64_t from = -forever;
    std::int64_t to = forever;

    bool operator==(const Window &) const = default;
};

/// Between every pair of places: row-major, `places` a side, entry (i, j) from i to j.
struct Matrix
{
    std::int32_t places = 0;
    std::vector<std::uint32_t> seconds;
    std::vector<std::uint32_t> meters; ///< Empty: not known.
    std::vector<std::uint32_t> costs; ///< Empty: `Costs` says what a leg costs. Otherwise this alone does.

    [[nodiscard]] std::size_t entry(std::int32_t from, std::int32_t to) const
    {
        return static_cast<std::size_t>(from) * static_cast<std::size_t>(places) + static_cast<std::size_t>(to);
    }
};

/// Of \a loads in one dimension; what is not given is nothing.
[[nodiscard]] inline std::int64_t loadIn(const std::vector<std::int64_t> &loads, int dimension)
{
    return std::cmp_less(dimension, loads.size()) ? loads[dimension] : 0;
}

struct Break
{
    std::int64_t id = 0;
    std::vector<Window> windows{Window{}}; ///< In order, apart.
    std::int64_t serviceSeconds = 0;
    std::optional<std::vector<std::int64_t>> maxLoad; ///< What may be on board meanwhile.

    bool operator==(const Break &) const = default;
};

/// In one currency of any size.
struct Costs
{
    double fixed = 0; ///< Once the vehicle is used.
    double perHour = 3600; ///< Of driving.
    double perTaskHour = 0; ///< Of setup and service.
    double perKilometer = 0;

    bool operator==(const Costs &) const = default;
};

struct Vehicle
{
    std::int64_t id = 0;
    std::int32_t matrix = 0; ///< Which of the problem's.
    std::int32_t start = -1; ///< A place; -1 starts at its first stop.
    std::int32_t end = -1; ///< A place; -1 ends at its last stop.
    std::vector<std::int64_t> capacity; ///< As many as the problem's `loads`.
    std::vector<std::int32_t> skills; ///< Sorted.
    Window window;
    std::vector<Break> breaks;
    double speedFactor = 1.0; ///< 2 drives everything in half the time.
    std::int32_t maxTasks = std::numeric_limits<std::int32_t>::max();
    std::int64_t maxTravelSeconds = forever;
    std::int64_t maxMeters = forever;
    Costs costs;
    std::int32_t fixedTasks = 0; ///< So many of its first in the plan at hand stay as they are: done, or driven to.
    bool isLocked = false; ///< All of its route in the plan at hand stays as it is.

    bool operator==(const Vehicle &) const = default;
};

/// One visit: a stop, or one half of a shipment.
struct Task
{
    enum class Kind : std::uint8_t { Job, Pickup, Delivery };

    std::int64_t id = 0;
    Kind kind = Kind::Job;
    std::int32_t place = 0;
    std::int64_t setupSeconds = 0; ///< Only where the vehicle comes from another place.
    std::int64_t serviceSeconds = 0;
    std::vector<std::int64_t> delivery; ///< On board from the start on. A shipment's amount is its pickup's `pickup`.
    std::vector<std::int64_t> pickup; ///< On board from here on.
    std::vector<std::int32_t> skills; ///< Sorted.
    std::int32_t priority = 0; ///< 0 to 100.
    std::vector<Window> windows{Window{}}; ///< In order, apart; at least one.
    std::int32_t other = -1; ///< A shipment's other half.
    std::int32_t pinnedTo = -1; ///< The only vehicle that may have it.
    std::int64_t promisedUntil = forever; ///< What the customer was told; only the soft objective looks at it.
};

/// Which tasks each vehicle does, in order. A task in none is unserved.
struct Plan
{
    std::vector<std::vector<std::int32_t>> routes; ///< As many as vehicles; indices of tasks.

    bool operator==(const Plan &) const = default;
};

/// What Doorstep itself wants, where a late stop is still a stop: after what is unserved the late stops count, then the
/// minutes, then driving, to which these are added.
struct SoftObjective
{
    double costPerMovedTask = 120; ///< To another driver than in the plan at hand.
    double costPerBrokenPromise = 600;
    std::optional<Plan> atHand = {}; ///< None: where the search starts.
};

struct Problem
{
    std::vector<std::shared_ptr<const Matrix>> matrices; ///< One a profile; all of as many places.
    std::int32_t loads = 0; ///< Dimensions of load.
    std::vector<Vehicle> vehicles;
    std::vector<Task> tasks;
    std::optional<SoftObjective> soft; ///< None: windows are hard, as VROOM has them.
};

} // namespace Doorstep::Planning
