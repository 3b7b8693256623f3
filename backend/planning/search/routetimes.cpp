// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0

// The times and loads of a route of the search: what `Routes` keeps up to date after each change.
#include "backend/planning/search/routes.h"

#include <algorithm>

namespace Doorstep::Planning {

void Routes::settle(int vehicle, int first, int last)
{
    const bool isSoft = m_instance.isSoft();
    forward(first, isSoft);
    if (isSoft) {
        settleLateness(vehicle);
        last = m_instance.endOf(vehicle);
    }
    const int behind = m_nodes[last].next;
    if (behind >= 0 && m_instance.times(behind).setup > 0) // whether it needs its setup may have changed
        backward(behind, isSoft);
    backward(last, isSoft);
    if (!m_instance.sumsOnly())
        sumLoads(vehicle);
    m_isBroken = m_isBroken || breaksLimits(vehicle);
}

void Routes::settleLateness(int vehicle)
{
    auto &route = m_routes[vehicle];
    m_energy -= energyOf(route.lateness);
    route.lateness = {};
    if (route.hasBreaks && route.count > 0) {
        static_cast<void>(m_timeline.drive(vehicle, sequence(vehicle), route.lateness));
    } else if (route.count > 0) {
        for (int n = m_nodes[m_instance.startOf(vehicle)].next; n >= 0; n = m_nodes[n].next)
            route.lateness += latenessOf(m_instance, n, m_nodes[n].start);
    }
    m_energy += energyOf(route.lateness);
}

/// What only the whole route can tell. It may also be when something was taken out: a detour less may be a road more,
/// where the roads are odd.
bool Routes::breaksLimits(int vehicle) const
{
    const auto &route = m_routes[vehicle];
    if (route.count == 0)
        return false;
    if (route.isLimited
        && (route.travel > m_instance.maxTravel(vehicle) || route.meters > m_instance.vehicle(vehicle).maxMeters))
        return true;
    if (!route.hasBreaks || m_instance.isSoft())
        return false;
    Lateness none;
    return !m_timeline.drive(vehicle, sequence(vehicle), none);
}

void Routes::forward(int first, bool isWhole)
{
    const auto *before = &m_nodes[m_nodes[first].prev];
    bool isNew = true;
    for (int n = first; n >= 0; n = m_nodes[n].next) {
        auto &node = m_nodes[n];
        const auto &t = m_instance.times(n);
        const Ticks start = startFor(m_instance, t, n, before->depart + before->legTime);
        const Ticks depart = start + t.service + (node.place != before->place ? t.setup : 0);
        const bool isSame = depart == node.depart;
        node.start = start;
        node.depart = depart;
        if (!isNew && !isWhole && isSame)
            return;
        if (start > t.to && !m_instance.isSoft())
            m_isBroken = m_isBroken || m_routes[node.route].count > 0;
        before = &node;
        isNew = false;
    }
}

Ticks Routes::latestArrival(int n, Ticks limit, Ticks action) const
{
    return m_instance.isSoft() ? latestSoftArrival(n, limit - action) : latestHardArrival(n, limit - action);
}

inline Ticks Routes::latestHardArrival(int n, Ticks latest) const
{
    constexpr Ticks tooLate = std::numeric_limits<Ticks>::min() / 2;
    const auto &t = m_instance.times(n);
    if (t.windowCount == 1) [[likely]]
        return latest < t.from ? tooLate : std::min(latest, t.to);
    Ticks best = tooLate;
    for (const auto &window : m_instance.windows(n))
        if (window.from <= latest)
            best = std::min(latest, window.to);
    return best;
}

/// No later than it is, where it is late; else no later than its window, or what was promised.
inline Ticks Routes::endWithoutHarm(int n) const
{
    const Ticks start = m_nodes[n].start;
    const Ticks end = std::max(m_instance.times(n).to, start);
    if (n >= m_instance.taskCount())
        return end;
    const Ticks promised = m_instance.task(n).promisedUntil * m_instance.ticksPerSecond();
    return start <= promised ? std::min(end, promised) : end;
}

Ticks Routes::latestSoftArrival(int n, Ticks latest) const
{
    const Ticks start = m_nodes[n].start;
    const Ticks end = endWithoutHarm(n);
    if (latest >= end || start >= latest)
        return std::min(latest, end);
    Ticks best = start;
    for (const auto &window : m_instance.windows(n))
        if (window.from <= latest)
            best = std::max(best, std::min(latest, window.to));
    return best;
}

void Routes::backward(int last, bool isWhole)
{
    const bool isPlain = !m_instance.isSoft() && !m_instance.hasSetups();
    bool isNew = true;
    for (int n = last; n >= 0; n = m_nodes[n].prev) {
        auto &node = m_nodes[n];
        const Ticks latest =
            isPlain ? latestHardArrival(n, latestDeparture(n) - m_instance.times(n).service) : latestArrivalInRoute(n);
        if (!isNew && !isWhole && latest == node.latest)
            return;
        node.latest = latest;
        isNew = false;
    }
}

Ticks Routes::latestArrivalInRoute(int n) const
{
    const int before = m_nodes[n].prev;
    return latestArrival(n, latestDeparture(n), before < 0 ? 0 : actionAt(n, m_nodes[before].place));
}

void Routes::sumLoads(int vehicle)
{
    for (int d = 0; d < m_loads; ++d) {
        sumForward(vehicle, d);
        sumBackward(vehicle, d);
    }
}

/// What is on board after each node, and the most up to it.
void Routes::sumForward(int vehicle, int dimension)
{
    const int start = m_instance.startOf(vehicle);
    const int end = m_instance.endOf(vehicle);
    std::int64_t load = 0;
    for (int n = m_nodes[start].next; n != end; n = m_nodes[n].next)
        if (m_instance.task(n).kind == Task::Kind::Job)
            load += loadIn(m_instance.task(n).delivery, dimension);
    std::int64_t most = load;
    m_load[start][dimension] = m_before[start][dimension] = load;
    for (int n = m_nodes[start].next; n != end; n = m_nodes[n].next) {
        const auto &task = m_instance.task(n);
        load += loadIn(task.pickup, dimension) - loadIn(task.delivery, dimension);
        most = std::max(most, load);
        m_load[n][dimension] = load;
        m_before[n][dimension] = most;
    }
    m_load[end][dimension] = load;
}

/// The most from each node on.
void Routes::sumBackward(int vehicle, int dimension)
{
    std::int64_t most = std::numeric_limits<std::int64_t>::min();
    for (int n = m_instance.endOf(vehicle); n >= 0; n = m_nodes[n].prev) {
        most = std::max(most, m_load[n][dimension]);
        m_after[n][dimension] = most;
    }
}

bool Routes::hasRoomFor(int task, int after) const
{
    return m_instance.sumsOnly() ? hasRoomInSum(task, m_nodes[after].route) : hasRoomOnTheWay(task, after);
}

bool Routes::hasRoomInSum(int task, int vehicle) const
{
    const auto &capacity = m_instance.vehicle(vehicle).capacity;
    const auto sums = m_sums[vehicle];
    for (int d = 0; d < m_loads; ++d)
        if (sums[d] + m_instance.demand(task, d) > capacity[d])
            return false;
    return true;
}

/// What a job delivers is on board from the start on, what is picked up from there to the end.
bool Routes::hasRoomOnTheWay(int task, int after) const
{
    const auto &capacity = m_instance.vehicle(m_nodes[after].route).capacity;
    const auto &one = m_instance.task(task);
    const bool isBrought = one.kind == Task::Kind::Job;
    const bool isTakenAlong = one.kind != Task::Kind::Delivery;
    for (int d = 0; d < m_loads; ++d) {
        if (isBrought && m_before[after][d] + loadIn(one.delivery, d) > capacity[d])
            return false;
        if (isTakenAlong && m_after[after][d] + loadIn(one.pickup, d) > capacity[d])
            return false;
    }
    return true;
}

bool Routes::hasRoomAt(int node, int pickup) const
{
    const auto &capacity = m_instance.vehicle(m_nodes[node].route).capacity;
    const auto load = m_load[node];
    for (int d = 0; d < m_loads; ++d)
        if (load[d] + m_instance.task(pickup).pickup[d] > capacity[d])
            return false;
    return true;
}

Lateness Routes::latenessWith(int task, int after) const
{
    const int vehicle = m_nodes[after].route;
    if (m_routes[vehicle].hasBreaks) {
        Lateness all;
        static_cast<void>(m_timeline.drive(vehicle, sequence(vehicle, task, after), all));
        return all;
    }
    auto all = m_routes[vehicle].lateness;
    const auto *legs = m_instance.legsFrom(m_routes[vehicle].table, m_nodes[task].place);
    Ticks now = m_nodes[after].depart
        + m_instance.legsTo(m_routes[vehicle].table, m_nodes[task].place)[m_nodes[after].place].time;
    now = startFor(m_instance, m_instance.times(task), task, now);
    all += latenessOf(m_instance, task, now);
    now += actionAt(task, m_nodes[after].place);
    int place = m_nodes[task].place;
    Ticks leg = legs[m_nodes[m_nodes[after].next].place].time;
    for (int n = m_nodes[after].next; n >= 0; n = m_nodes[n].next) {
        const Ticks start = startFor(m_instance, m_instance.times(n), n, now + leg);
        if (m_routes[vehicle].count > 0)
            all -= latenessOf(m_instance, n, m_nodes[n].start);
        all += latenessOf(m_instance, n, start);
        now = start + actionAt(n, place);
        if (now == m_nodes[n].depart && m_routes[vehicle].count > 0)
            break;
        place = m_nodes[n].place;
        leg = m_nodes[n].legTime;
    }
    return all;
}

double Routes::energyOf(const Lateness &lateness) const
{
    if (!m_instance.isSoft())
        return 0;
    return lateness.stops * m_instance.lateStopCost() + static_cast<double>(lateness.ticks) * m_instance.lateTickCost()
        + lateness.brokenPromises * m_instance.brokenPromiseCost();
}

} // namespace Doorstep::Planning
