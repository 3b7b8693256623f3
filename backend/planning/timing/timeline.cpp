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

bool Timeline::drive(int vehicle, const std::vector<int> &tasks, Lateness &lateness)
{
    lateness = {};
    const auto &breaks = m_instance.vehicle(vehicle).breaks;
    m_checksLoads = std::ranges::any_of(breaks, [](const Break &b) { return b.maxLoad.has_value(); });
    if (m_checksLoads)
        sumLoads(tasks, vehicle);
    m_breaksBefore.assign(tasks.size() + 1, 0);
    if (!m_instance.isSoft())
        return driveHard(vehicle, tasks);
    driveSoft(vehicle, tasks, lateness);
    return true;
}

void Timeline::sumLoads(const std::vector<int> &tasks, int /*vehicle*/)
{
    const auto loads = m_instance.problem().loads;
    m_load.assign((tasks.size() + 1) * static_cast<std::size_t>(loads), 0);
    for (int d = 0; d < loads; ++d) {
        const auto at = [d](const std::vector<std::int64_t> &v) { return std::cmp_less(d, v.size()) ? v[d] : 0; };
        std::int64_t load = 0;
        for (const int task : tasks)
            if (m_instance.task(task).kind == Task::Kind::Job)
                load += at(m_instance.task(task).delivery);
        m_load[d] = load;
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            load += at(m_instance.task(tasks[i]).pickup) - at(m_instance.task(tasks[i]).delivery);
            m_load[(i + 1) * loads + d] = load;
        }
    }
}

bool Timeline::mayRest(int vehicle, int which, int at) const
{
    const auto &limit = m_instance.vehicle(vehicle).breaks[which].maxLoad;
    if (!limit)
        return true;
    const int loads = m_instance.problem().loads;
    for (int d = 0; d < loads; ++d)
        if (std::cmp_less(d, limit->size()) && m_load[at * loads + d] > (*limit)[d])
            return false;
    return true;
}

bool Timeline::driveHard(int vehicle, const std::vector<int> &tasks)
{
    const auto &breaks = m_instance.vehicle(vehicle).breaks;
    const int layers = static_cast<int>(breaks.size()) + 1;
    const int points = static_cast<int>(tasks.size()) + 2;
    const Ticks perSecond = m_instance.ticksPerSecond();
    m_states.assign(static_cast<std::size_t>(points) * layers, {.time = never, .from = -1});
    int node = m_instance.startOf(vehicle);
    m_states[0] = {.time = m_instance.times(node).from, .from = 0};
    for (int i = 1; i < points; ++i) {
        const int next = i + 1 < points ? tasks[i - 1] : m_instance.endOf(vehicle);
        const auto &t = m_instance.times(next);
        const int place = m_instance.times(node).place;
        const Ticks travel = m_instance.legsFrom(m_instance.tableOf(vehicle), place)[t.place].time;
        const Ticks action = t.service + (place != t.place ? t.setup : 0);
        for (int k = 0; k < layers; ++k) {
            Ticks now = m_states[(i - 1) * layers + k].time;
            Ticks left = travel;
            for (int taken = k; now < never; ++taken) {
                const Ticks start = startFor(m_instance, t, next, now + left);
                auto &state = m_states[i * layers + taken];
                if (start <= t.to && start + action < state.time)
                    state = {.time = start + action, .from = k};
                if (taken + 1 == layers || !mayRest(vehicle, taken, i - 1))
                    break;
                const Ticks rest = restStart(breaks[taken], now, perSecond);
                left -= std::min(left, rest - now);
                now = rest == never ? never : rest + breaks[taken].serviceSeconds * perSecond;
            }
        }
        node = next;
    }
    int k = layers - 1;
    if (m_states[(points - 1) * layers + k].time >= never)
        return false;
    for (int i = points - 1; i > 0; --i) {
        const int before = m_states[i * layers + k].from;
        m_breaksBefore[i - 1] = k - before;
        k = before;
    }
    return true;
}

void Timeline::driveSoft(int vehicle, const std::vector<int> &tasks, Lateness &lateness)
{
    const auto &breaks = m_instance.vehicle(vehicle).breaks;
    const Ticks perSecond = m_instance.ticksPerSecond();
    int node = m_instance.startOf(vehicle);
    Ticks now = m_instance.times(node).from;
    std::size_t taken = 0;
    for (std::size_t i = 0; i <= tasks.size(); ++i) {
        const int next = i < tasks.size() ? tasks[i] : m_instance.endOf(vehicle);
        const auto &t = m_instance.times(next);
        const int place = m_instance.times(node).place;
        Ticks left = m_instance.legsFrom(m_instance.tableOf(vehicle), place)[t.place].time;
        for (; taken < breaks.size(); ++taken) {
            const auto &one = breaks[taken];
            const Ticks fits = restStart(one, now, perSecond);
            const Ticks rest = fits == never ? now : fits;
            if (rest > std::max(now + left, startFor(m_instance, t, next, now + left)))
                break; // opens after the next stop has begun
            const Ticks latest = one.windows.back().to * perSecond;
            if (rest > latest)
                lateness += {.stops = 0, .brokenPromises = 0, .ticks = rest - latest};
            left -= std::min(left, rest - now);
            now = rest + one.serviceSeconds * perSecond;
            ++m_breaksBefore[i];
        }
        const Ticks start = startFor(m_instance, t, next, now + left);
        lateness += latenessOf(m_instance, next, start);
        now = start + t.service + (place != t.place ? t.setup : 0);
        node = next;
    }
}

std::vector<int> Timeline::breaksBefore() const
{
    return m_breaksBefore;
}

} // namespace Doorstep::Planning
