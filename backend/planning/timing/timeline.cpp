// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/timing/timeline.h"

#include "backend/planning/search/routes.h"

#include <algorithm>

namespace Doorstep::Planning {
namespace {

constexpr Ticks never = std::numeric_limits<Ticks>::max() / 4;

/// When a break starts for one who could at \a ready; `never` when it is too late for all windows.
Ticks restStart(const Break &one, Ticks ready, Ticks ticksPerSecond)
{
    for (const auto &window : one.windows)
        if (ready <= window.to * ticksPerSecond)
            return std::max(ready, window.from * ticksPerSecond);
    return never;
}

} // namespace

Lateness latenessOf(const Instance &instance, int node, Ticks start)
{
    const auto &t = instance.times(node);
    Lateness late;
    const bool isTask = node < instance.taskCount();
    if (start > t.to)
        late = {.stops = isTask ? 1 : 0, .brokenPromises = 0, .ticks = start - t.to};
    if (isTask && start > instance.task(node).promisedUntil * instance.ticksPerSecond())
        late.brokenPromises = 1;
    return late;
}

/// The way from a stop (or the start, which is the 0th) to the next (or the end).
struct Timeline::Hop
{
    std::size_t from = 0;
    int to = 0; ///< A node.
    const TaskTimes &times; ///< Of `to`.
    Ticks travel = 0;
    Ticks action = 0; ///< At `to`.
};

/// Somebody on a hop: when, and how much of it is left to drive.
struct Timeline::Road
{
    Ticks now = 0;
    Ticks left = 0;

    [[nodiscard]] Ticks arrival() const { return now + left; }
    /// From \a start on; until then they drive on, or wait.
    void rest(Ticks start, Ticks length)
    {
        left -= std::min(left, start - now);
        now = start + length;
    }
};

bool Timeline::drive(int vehicle, const std::vector<int> &tasks, Lateness &lateness)
{
    lateness = {};
    if (std::ranges::any_of(m_instance.vehicle(vehicle).breaks, [](const Break &b) { return b.maxLoad.has_value(); }))
        sumLoads(tasks);
    m_breaksBefore.assign(tasks.size() + 1, 0);
    if (!m_instance.isSoft())
        return driveHard(vehicle, tasks);
    driveSoft(vehicle, tasks, lateness);
    return true;
}

void Timeline::sumLoads(const std::vector<int> &tasks)
{
    const auto loads = m_instance.problem().loads;
    m_load.reset(static_cast<int>(tasks.size()) + 1, loads);
    for (int d = 0; d < loads; ++d) {
        std::int64_t load = 0;
        for (const int task : tasks)
            if (m_instance.task(task).kind == Task::Kind::Job)
                load += loadIn(m_instance.task(task).delivery, d);
        m_load[0][d] = load;
        for (int i = 0; std::cmp_less(i, tasks.size()); ++i) {
            const auto &task = m_instance.task(tasks[i]);
            load += loadIn(task.pickup, d) - loadIn(task.delivery, d);
            m_load[i + 1][d] = load;
        }
    }
}

bool Timeline::mayRest(const Break &one, std::size_t after) const
{
    if (!one.maxLoad)
        return true;
    const auto load = m_load[static_cast<int>(after)];
    for (std::size_t d = 0; d < load.size() && d < one.maxLoad->size(); ++d)
        if (load[d] > (*one.maxLoad)[d])
            return false;
    return true;
}

inline Timeline::Hop Timeline::hop(int vehicle, const std::vector<int> &tasks, std::size_t from) const
{
    const int here = from > 0 ? tasks[from - 1] : m_instance.startOf(vehicle);
    const int to = from < tasks.size() ? tasks[from] : m_instance.endOf(vehicle);
    const auto &t = m_instance.times(to);
    const int place = m_instance.times(here).place;
    return {.from = from,
            .to = to,
            .times = t,
            .travel = m_instance.legsFrom(m_instance.tableOf(vehicle), place)[t.place].time,
            .action = t.service + (place != t.place ? t.setup : 0)};
}

bool Timeline::driveHard(int vehicle, const std::vector<int> &tasks)
{
    const auto &breaks = m_instance.vehicle(vehicle).breaks;
    m_states.assign((tasks.size() + 2) * (breaks.size() + 1), {.time = never, .from = -1});
    m_states.front() = {.time = m_instance.times(m_instance.startOf(vehicle)).from, .from = 0};
    for (std::size_t i = 0; i <= tasks.size(); ++i) {
        const auto next = hop(vehicle, tasks, i);
        for (std::size_t taken = 0; taken <= breaks.size(); ++taken)
            driveHop(next, breaks, taken);
    }
    return tellBreaks(tasks.size(), breaks.size());
}

/// By one who has \a taken so many breaks before: with none on the way, with one, and so on.
inline void Timeline::driveHop(const Hop &hop, const std::vector<Break> &breaks, std::size_t taken)
{
    const Ticks perSecond = m_instance.ticksPerSecond();
    const auto *before = m_states.data() + hop.from * (breaks.size() + 1);
    auto *after = m_states.data() + (hop.from + 1) * (breaks.size() + 1);
    Road road{.now = before[taken].time, .left = hop.travel};
    for (auto b = taken; road.now < never; ++b) {
        const Ticks start = startFor(m_instance, hop.times, hop.to, road.arrival());
        if (start <= hop.times.to && start + hop.action < after[b].time)
            after[b] = {.time = start + hop.action, .from = static_cast<int>(taken)};
        if (b == breaks.size() || !mayRest(breaks[b], hop.from))
            return;
        road.rest(restStart(breaks[b], road.now, perSecond), breaks[b].serviceSeconds * perSecond);
    }
}

/// Where each break was, from the end backwards; false when not all of them can be.
bool Timeline::tellBreaks(std::size_t tasks, std::size_t breaks)
{
    const auto *row = m_states.data() + (tasks + 1) * (breaks + 1);
    if (row[breaks].time >= never)
        return false;
    int taken = static_cast<int>(breaks);
    for (std::size_t i = tasks + 1; i-- > 0; row -= breaks + 1) {
        const int before = row[taken].from;
        m_breaksBefore[i] = taken - before;
        taken = before;
    }
    return true;
}

void Timeline::driveSoft(int vehicle, const std::vector<int> &tasks, Lateness &lateness)
{
    const auto &breaks = m_instance.vehicle(vehicle).breaks;
    Ticks now = m_instance.times(m_instance.startOf(vehicle)).from;
    auto rest = breaks.begin();
    for (std::size_t i = 0; i <= tasks.size(); ++i) {
        const auto next = hop(vehicle, tasks, i);
        Road road{.now = now, .left = next.travel};
        for (; rest != breaks.end() && restsOn(next, *rest, road, lateness); ++rest)
            ++m_breaksBefore[i];
        const Ticks start = startFor(m_instance, next.times, next.to, road.arrival());
        lateness += latenessOf(m_instance, next.to, start);
        now = start + next.action;
    }
}

/// Takes a break on the way, unless it opens only after the next stop has begun.
bool Timeline::restsOn(const Hop &hop, const Break &one, Road &road, Lateness &lateness) const
{
    const Ticks perSecond = m_instance.ticksPerSecond();
    const Ticks fits = restStart(one, road.now, perSecond);
    const Ticks rest = fits == never ? road.now : fits;
    if (rest > std::max(road.arrival(), startFor(m_instance, hop.times, hop.to, road.arrival())))
        return false;
    const Ticks latest = one.windows.back().to * perSecond;
    if (rest > latest)
        lateness += {.stops = 0, .brokenPromises = 0, .ticks = rest - latest};
    road.rest(rest, one.serviceSeconds * perSecond);
    return true;
}

std::vector<int> Timeline::breaksBefore() const
{
    return m_breaksBefore;
}

} // namespace Doorstep::Planning
