// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0

// The times and loads of a route of the search: what `Routes` keeps up to date after each change.
#include "backend/planning/search/routes.h"

#include <algorithm>

namespace Doorstep::Planning {

void Routes::settle(int vehicle, int first, int last)
{
    auto &route = m_routes[vehicle];
    const bool isSoft = m_instance.isSoft();
    forward(first, isSoft);
    if (isSoft) {
        m_energy -= energyOf(route.lateness);
        route.lateness = {};
        if (route.hasBreaks && route.count > 0) {
            static_cast<void>(m_timeline.drive(vehicle, sequence(vehicle), route.lateness));
        } else if (route.count > 0) {
            for (int n = m_nodes[m_instance.startOf(vehicle)].next; n >= 0; n = m_nodes[n].next)
                route.lateness += latenessOf(m_instance, n, m_nodes[n].start);
        }
        m_energy += energyOf(route.lateness);
        last = m_instance.endOf(vehicle);
    }
    const int behind = m_nodes[last].next;
    if (behind >= 0 && m_instance.times(behind).setup > 0) // whether it needs its setup may have changed
        backward(behind, isSoft);
    backward(last, isSoft);
    if (!m_instance.sumsOnly())
        sumLoads(vehicle);
    if (route.count == 0)
        return;
    // A detour less may be a road more, where the roads are odd.
    if (route.isLimited) {
        const auto &limits = m_instance.vehicle(vehicle);
        m_isBroken = m_isBroken || route.travel > m_instance.maxTravel(vehicle) || route.meters > limits.maxMeters;
    }
    if (route.hasBreaks && !isSoft) {
        Lateness none;
        m_isBroken = m_isBroken || !m_timeline.drive(vehicle, sequence(vehicle), none);
    }
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
    const auto &t = m_instance.times(n);
    const Ticks latest = limit - action;
    if (m_instance.isSoft()) {
        // No later than it is, where it is late; else no later than its window, or what was promised.
        const Ticks start = m_nodes[n].start;
        Ticks end = std::max(t.to, start);
        if (n < m_instance.taskCount()) {
            const Ticks promised = m_instance.task(n).promisedUntil * m_instance.ticksPerSecond();
            if (start <= promised)
                end = std::min(end, promised);
        }
        if (latest >= end || start >= latest)
            return std::min(latest, end);
        const auto windows = m_instance.windows(n);
        Ticks best = start;
        for (const auto &window : windows)
            if (window.from <= latest)
                best = std::max(best, std::min(latest, window.to));
        return best;
    }
    if (t.windowCount == 1) [[likely]]
        return latest < t.from ? std::numeric_limits<Ticks>::min() / 2 : std::min(latest, t.to);
    Ticks best = std::numeric_limits<Ticks>::min() / 2;
    for (const auto &window : m_instance.windows(n))
        if (window.from <= latest)
            best = std::min(latest, window.to);
    return best;
}

void Routes::backward(int last, bool isWhole)
{
    bool isNew = true;
    for (int n = last; n >= 0; n = m_nodes[n].prev) {
        auto &node = m_nodes[n];
        const Ticks limit = node.next < 0 ? forever * 100 : m_nodes[node.next].latest - node.legTime;
        const Ticks latest = latestArrival(n, limit, node.prev < 0 ? 0 : actionAt(n, m_nodes[node.prev].place));
        if (!isNew && !isWhole && latest == node.latest)
            return;
        node.latest = latest;
        isNew = false;
    }
}

void Routes::sumLoads(int vehicle)
{
    const int start = m_instance.startOf(vehicle);
    const int end = m_instance.endOf(vehicle);
    const auto &tasks = m_instance.problem().tasks;
    for (int d = 0; d < m_loads; ++d) {
        const auto at = [d](const std::vector<std::int64_t> &v) { return std::cmp_less(d, v.size()) ? v[d] : 0; };
        std::int64_t load = 0;
        for (int n = m_nodes[start].next; n != end; n = m_nodes[n].next)
            if (tasks[n].kind == Task::Kind::Job)
                load += at(tasks[n].delivery);
        std::int64_t most = load;
        m_load[start * m_loads + d] = m_before[start * m_loads + d] = load;
        for (int n = m_nodes[start].next; n != end; n = m_nodes[n].next) {
            load += at(tasks[n].pickup) - at(tasks[n].delivery);
            most = std::max(most, load);
            m_load[n * m_loads + d] = load;
            m_before[n * m_loads + d] = most;
        }
        m_load[end * m_loads + d] = load;
        for (int n = end; n >= 0; n = m_nodes[n].prev) {
            const int i = n * m_loads + d;
            m_after[i] = m_nodes[n].next < 0 ? m_load[i] : std::max(m_load[i], m_after[m_nodes[n].next * m_loads + d]);
        }
    }
}

bool Routes::hasRoomFor(int task, int after) const
{
    const int vehicle = m_nodes[after].route;
    const auto &capacity = m_instance.vehicle(vehicle).capacity;
    if (m_instance.sumsOnly()) {
        for (int d = 0; d < m_loads; ++d)
            if (m_sums[vehicle * m_loads + d] + m_instance.demand(task, d) > capacity[d])
                return false;
        return true;
    }
    const auto &one = m_instance.task(task);
    for (int d = 0; d < m_loads; ++d) {
        const auto at = [d](const std::vector<std::int64_t> &v) { return std::cmp_less(d, v.size()) ? v[d] : 0; };
        const int i = after * m_loads + d;
        if (one.kind == Task::Kind::Job && m_before[i] + at(one.delivery) > capacity[d])
            return false;
        if (one.kind != Task::Kind::Delivery && m_after[i] + at(one.pickup) > capacity[d])
            return false;
    }
    return true;
}

bool Routes::hasRoomAt(int node, int pickup) const
{
    const auto &capacity = m_instance.vehicle(m_nodes[node].route).capacity;
    for (int d = 0; d < m_loads; ++d)
        if (m_load[node * m_loads + d] + m_instance.task(pickup).pickup[d] > capacity[d])
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
        + lateness.brokenPromises * m_instance.problem().soft->costPerBrokenPromise;
}

} // namespace Doorstep::Planning
