// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/search/instance.h"

namespace Doorstep::Planning {

/// How much of a route is late; nothing where windows are hard.
struct Lateness
{
    std::int32_t stops = 0;
    std::int32_t brokenPromises = 0;
    Ticks ticks = 0;

    Lateness &operator+=(const Lateness &o)
    {
        stops += o.stops;
        brokenPromises += o.brokenPromises;
        ticks += o.ticks;
        return *this;
    }
    Lateness &operator-=(const Lateness &o)
    {
        stops -= o.stops;
        brokenPromises -= o.brokenPromises;
        ticks -= o.ticks;
        return *this;
    }
    bool operator==(const Lateness &) const = default;
};

/// How late \a task is that starts then; \a node past the tasks is a vehicle's end.
[[nodiscard]] Lateness latenessOf(const Instance &instance, int node, Ticks start);

/// Drives a whole order of tasks, with the vehicle's breaks in the best places.
///
/// To be on the road or at a stop earlier is never worse, so the earliest end with the first k breaks taken, for each
/// k, is all that has to be known of what came before. A break may be anywhere on a leg, which is then driven in two
/// parts.
class Timeline
{
public:
    explicit Timeline(const Instance &instance)
        : m_instance(instance)
    {
    }

    /// Whether every window and break can be kept. Where lateness is allowed, always, and \a lateness says how much;
    /// a break is then taken when its window opens, and late when it ends up so.
    [[nodiscard]] bool drive(int vehicle, const std::vector<int> &tasks, Lateness &lateness);

    /// How many breaks come before each task, and last before the end; after a `drive` that went well.
    [[nodiscard]] std::vector<int> breaksBefore() const;

private:
    struct State
    {
        Ticks time = 0;
        int from = -1; ///< How many breaks were taken at the task before.
    };
    [[nodiscard]] bool driveHard(int vehicle, const std::vector<int> &tasks);
    void driveSoft(int vehicle, const std::vector<int> &tasks, Lateness &lateness);
    [[nodiscard]] bool mayRest(int vehicle, int which, int at) const;
    void sumLoads(const std::vector<int> &tasks, int vehicle);

    const Instance &m_instance;
    std::vector<State> m_states; ///< (task + 1) * (breaks + 1)
    std::vector<std::int64_t> m_load; ///< After each task, and at the start first.
    std::vector<int> m_breaksBefore;
    bool m_checksLoads = false;
};

} // namespace Doorstep::Planning
