// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/search/instance.h"
#include "backend/planning/search/loadtable.h"

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
    struct Hop;
    struct Road;
    [[nodiscard]] Hop hop(int vehicle, const std::vector<int> &tasks, std::size_t from) const;
    [[nodiscard]] bool driveHard(int vehicle, const std::vector<int> &tasks);
    void driveHop(const Hop &hop, const std::vector<Break> &breaks, std::size_t taken);
    [[nodiscard]] bool tellBreaks(std::size_t tasks, std::size_t breaks);
    void driveSoft(int vehicle, const std::vector<int> &tasks, Lateness &lateness);
    [[nodiscard]] bool restsOn(const Hop &hop, const Break &one, Road &road, Lateness &lateness) const;
    [[nodiscard]] bool mayRest(const Break &one, std::size_t after) const;
    void sumLoads(const std::vector<int> &tasks);

    const Instance &m_instance;
    std::vector<State> m_states; ///< A row for the start, each task and the end; in it one for each number of breaks.
    LoadTable m_load; ///< At the start, and after each task.
    std::vector<int> m_breaksBefore;
};

} // namespace Doorstep::Planning
