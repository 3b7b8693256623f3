// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/search/routes.h"

#include <algorithm>

namespace Doorstep::Planning {

Routes::Routes(const Instance &instance)
    : m_instance(instance)
    , m_loads(instance.problem().loads)
    , m_nodes(instance.nodeCount())
    , m_routes(instance.vehicleCount())
    , m_unservedAt(instance.taskCount(), -1)
    , m_empty(instance.typeCount())
    , m_sums(instance.vehicleCount(), m_loads)
    , m_timeline(instance)
    , m_touched(instance.vehicleCount())
{
    if (!instance.sumsOnly()) {
        m_load.reset(instance.nodeCount(), m_loads);
        m_before.reset(instance.nodeCount(), m_loads);
        m_after.reset(instance.nodeCount(), m_loads);
    }
    clear();
}

void Routes::clear()
{
    m_energy = 0;
    m_used.clear();
    m_unserved.clear();
    m_sums.reset(m_instance.vehicleCount(), m_loads);
    for (auto &empty : m_empty)
        empty.clear();
    for (int n = 0; n < m_instance.nodeCount(); ++n)
        m_nodes[n] = {.place = m_instance.times(n).place};
    for (int t = 0; t < m_instance.taskCount(); ++t) {
        unlink(t);
        leaveUnserved(t);
    }
    for (int v = m_instance.vehicleCount() - 1; v >= 0; --v)
        clear(v);
    m_energy = 0;
    for (const int t : m_unserved)
        m_energy += m_instance.unservedCost(t);
}

void Routes::clear(int vehicle)
{
    const auto &owner = m_instance.vehicle(vehicle);
    auto &route = m_routes[vehicle];
    route = {.capacity = m_loads > 0 ? owner.capacity[0] : 0, .table = m_instance.tableOf(vehicle)};
    route.isLimited =
        owner.maxTasks < m_instance.taskCount() || owner.maxTravelSeconds < forever || owner.maxMeters < forever;
    route.hasBreaks = !owner.breaks.empty();
    const int start = m_instance.startOf(vehicle);
    const int end = m_instance.endOf(vehicle);
    m_nodes[start].route = m_nodes[end].route = vehicle;
    m_nodes[start].start = m_nodes[start].depart = m_instance.times(start).from;
    m_nodes[start].isFixed = m_nodes[end].isFixed = true;
    m_nodes[start].isSealed = owner.isLocked || owner.fixedTasks > 0;
    m_nodes[start].prev = m_nodes[end].next = -1;
    link(start, end);
    forgetLeg(start);
    settle(vehicle, end, end);
    if (!owner.isLocked)
        m_empty[m_instance.typeOf(vehicle)].push_back(vehicle);
}

void Routes::link(int from, int to)
{
    auto &a = m_nodes[from];
    auto &b = m_nodes[to];
    const auto leg = m_instance.legsFrom(m_routes[a.route].table, a.place)[b.place];
    a.next = to;
    b.prev = from;
    a.legCost = leg.cost;
    a.legTime = leg.time;
    a.nextPlace = b.place;
    b.prevPlace = a.place;
    b.prevLegCost = leg.cost;
}

void Routes::unlink(int task)
{
    auto &node = m_nodes[task];
    node.route = -1;
    node.legCost = node.prevLegCost = -2 * static_cast<float>(noRoadCost);
}

/// An unused vehicle's leg from \a start to its end is not driven.
void Routes::forgetLeg(int start)
{
    m_nodes[start].legCost = 0;
    m_nodes[m_nodes[start].next].prevLegCost = 0;
}

void Routes::leaveUnserved(int task)
{
    m_unservedAt[task] = static_cast<int>(m_unserved.size());
    m_unserved.push_back(task);
}

/// Adds (or takes away) what \a task itself brings to the sums of \a vehicle.
void Routes::count(int task, int vehicle, int sign)
{
    auto &route = m_routes[vehicle];
    const int before = route.count;
    route.count += sign;
    double cost = m_instance.taskCost(vehicle, task) * sign;
    if (std::max(before, route.count) == 1) {
        cost += m_instance.fixedCost(vehicle) * sign;
        setUsed(vehicle, sign > 0);
    }
    route.cost += cost;
    m_energy += cost + sign * (disturbance(vehicle, task) - m_instance.unservedCost(task));
    const auto sums = m_sums[vehicle];
    for (int d = 0; d < m_loads; ++d)
        sums[d] += sign * (d == 0 ? m_instance.times(task).demand : m_instance.demand(task, d));
    route.load = m_loads > 0 ? sums[0] : 0;
}

void Routes::setUsed(int vehicle, bool isUsed)
{
    auto &empty = m_empty[m_instance.typeOf(vehicle)];
    std::erase(isUsed ? empty : m_used, vehicle);
    (isUsed ? m_used : empty).push_back(vehicle);
}

void Routes::touch(int vehicle)
{
    if (m_touched[vehicle] == m_stamp)
        return;
    m_touched[vehicle] = m_stamp;
    m_savedRoutes.emplace_back(vehicle, m_routes[vehicle]);
    const auto sums = m_sums[vehicle];
    m_savedSums.insert(m_savedSums.end(), sums.begin(), sums.end());
    for (int n = m_instance.startOf(vehicle); n >= 0; n = m_nodes[n].next)
        m_savedNodes.push_back(m_nodes[n]);
}

void Routes::begin()
{
    ++m_stamp;
    m_savedNodes.clear();
    m_savedRoutes.clear();
    m_savedSums.clear();
    m_savedUnserved = m_unserved;
    m_savedEnergy = m_energy;
    m_isBroken = false;
}

void Routes::takeBack()
{
    std::span<const std::int64_t> loads = m_savedSums;
    for (const auto &[vehicle, sums] : m_savedRoutes) {
        restore(vehicle, sums, loads.first(static_cast<std::size_t>(m_loads)));
        loads = loads.subspan(static_cast<std::size_t>(m_loads));
    }
    auto saved = m_savedNodes.begin();
    for (const auto &[vehicle, sums] : m_savedRoutes)
        for (int n = m_instance.startOf(vehicle); n >= 0; n = (saved++)->next)
            m_nodes[n] = *saved;
    m_unserved = m_savedUnserved;
    for (std::size_t i = 0; i < m_unserved.size(); ++i)
        m_unservedAt[m_unserved[i]] = static_cast<int>(i);
    m_energy = m_savedEnergy;
    m_isBroken = false;
    if (!m_instance.sumsOnly())
        for (const auto &[vehicle, sums] : m_savedRoutes)
            sumLoads(vehicle);
}

/// All of a route but its nodes, of which only those that came in from the unserved, and are in no saved route, are
/// left.
void Routes::restore(int vehicle, const RouteSums &sums, std::span<const std::int64_t> loads)
{
    for (int n = m_nodes[m_instance.startOf(vehicle)].next; n < m_instance.taskCount(); n = m_nodes[n].next)
        unlink(n);
    const bool isUsed = sums.count > 0;
    if (isUsed != (m_routes[vehicle].count > 0))
        setUsed(vehicle, isUsed);
    m_routes[vehicle] = sums;
    std::ranges::copy(loads, m_sums[vehicle].begin());
}

void Routes::insert(int task, int after)
{
    const int vehicle = m_nodes[after].route;
    const int next = m_nodes[after].next;
    touch(vehicle);
    auto &route = m_routes[vehicle];
    const auto metersTo = [&](int from, int to) {
        return m_instance.hasMeters() ? m_instance.meters(route.table, m_nodes[from].place, m_nodes[to].place) : 0;
    };
    // An empty vehicle's leg from its start to its end does not count.
    const bool wasEmpty = route.count == 0;
    const double oldCost = wasEmpty ? 0 : m_nodes[after].legCost;
    const Ticks oldTime = wasEmpty ? 0 : m_nodes[after].legTime;
    m_nodes[task].route = vehicle;
    link(after, task);
    link(task, next);
    const double added = static_cast<double>(m_nodes[after].legCost) + m_nodes[task].legCost - oldCost;
    route.cost += added;
    m_energy += added;
    route.travel += static_cast<Ticks>(m_nodes[after].legTime) + m_nodes[task].legTime - oldTime;
    route.meters += metersTo(after, task) + metersTo(task, next) - (wasEmpty ? 0 : metersTo(after, next));
    const int at = m_unservedAt[task];
    m_unserved[at] = m_unserved.back();
    m_unservedAt[m_unserved[at]] = at;
    m_unserved.pop_back();
    count(task, vehicle, 1);
    settle(vehicle, task, task);
}

void Routes::removeString(int first, int length)
{
    const int vehicle = m_nodes[first].route;
    touch(vehicle);
    auto &route = m_routes[vehicle];
    const auto metersTo = [&](int from, int to) {
        return m_instance.hasMeters() ? m_instance.meters(route.table, m_nodes[from].place, m_nodes[to].place) : 0;
    };
    const int before = m_nodes[first].prev;
    double cost = -static_cast<double>(m_nodes[before].legCost);
    Ticks time = -m_nodes[before].legTime;
    std::int64_t meters = -metersTo(before, first);
    int next = first;
    for (int i = 0; i < length; ++i) {
        const int task = next;
        const auto &node = m_nodes[task];
        next = node.next;
        cost -= node.legCost;
        time -= node.legTime;
        meters -= metersTo(task, next);
        unlink(task);
        leaveUnserved(task);
        count(task, vehicle, -1);
    }
    link(before, next);
    if (route.count > 0) {
        cost += m_nodes[before].legCost;
        time += m_nodes[before].legTime;
        meters += metersTo(before, next);
    } else {
        forgetLeg(before);
    }
    route.cost += cost;
    m_energy += cost;
    route.travel += time;
    route.meters += meters;
    settle(vehicle, next, before);
}

} // namespace Doorstep::Planning
