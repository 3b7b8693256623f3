// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0

// Plans into routes of the search, and out of them.
#include "backend/planning/search/routes.h"

#include <algorithm>

namespace Doorstep::Planning {

const std::vector<int> &Routes::sequence(int vehicle, int task, int after) const
{
    m_sequence.clear();
    for (int n = m_instance.startOf(vehicle); n < m_instance.taskCount() || n == m_instance.startOf(vehicle);
         n = m_nodes[n].next) {
        if (n < m_instance.taskCount())
            m_sequence.push_back(n);
        if (n == after)
            m_sequence.push_back(task);
    }
    return m_sequence;
}

Score Routes::score() const
{
    Score score;
    for (const int task : m_unserved)
        score.unservedPriority += m_instance.task(task).priority;
    score.unserved = static_cast<std::int32_t>(m_unserved.size());
    Ticks late = 0;
    for (int v = 0; v < m_instance.vehicleCount(); ++v) {
        const auto &route = m_routes[v];
        if (route.count == 0)
            continue;
        score.cost += route.cost;
        score.lateStops += route.lateness.stops;
        late += route.lateness.ticks;
        score.cost += route.lateness.brokenPromises * m_instance.brokenPromiseCost();
        if (m_instance.hasTaskCosts())
            score.cost -= setupsSaved(v);
        if (!m_home.empty())
            for (int n = m_nodes[m_instance.startOf(v)].next; n < m_instance.taskCount(); n = m_nodes[n].next)
                score.cost += disturbance(v, n);
    }
    score.lateSeconds = late / m_instance.ticksPerSecond();
    return score;
}

/// `taskCost` has every setup in it; those at the place of the stop before are not done.
double Routes::setupsSaved(int vehicle) const
{
    Ticks saved = 0;
    for (int n = m_nodes[m_instance.startOf(vehicle)].next; n < m_instance.taskCount(); n = m_nodes[n].next)
        if (m_nodes[m_nodes[n].prev].place == m_nodes[n].place)
            saved += m_instance.times(n).setup;
    return static_cast<double>(saved) / static_cast<double>(m_instance.ticksPerSecond()) / 3600.0
        * m_instance.vehicle(vehicle).costs.perTaskHour;
}

Plan Routes::plan() const
{
    Plan plan;
    plan.routes.resize(m_instance.vehicleCount());
    for (int v = 0; v < m_instance.vehicleCount(); ++v) {
        const auto &tasks = sequence(v);
        plan.routes[v].assign(tasks.begin(), tasks.end());
    }
    return plan;
}

void Routes::setHome(const Plan &plan)
{
    if (!m_instance.isSoft())
        return;
    m_moveCost = m_instance.movedTaskCost();
    m_home.assign(m_instance.taskCount(), -1);
    for (std::size_t v = 0; v < plan.routes.size(); ++v)
        for (const int task : plan.routes[v])
            m_home[task] = static_cast<int>(v);
}

void Routes::load(const Plan &plan)
{
    clear();
    begin();
    for (std::size_t v = 0; v < plan.routes.size(); ++v)
        append(static_cast<int>(v), plan.routes[v], false);
    m_isBroken = false;
}

void Routes::loadWhatFits(const Plan &plan)
{
    clear();
    begin();
    for (std::size_t v = 0; v < plan.routes.size(); ++v)
        append(static_cast<int>(v), plan.routes[v], true);
    dropHalves();
    m_isBroken = false;
}

void Routes::append(int vehicle, const std::vector<std::int32_t> &tasks, bool asMuchAsFits)
{
    const auto &owner = m_instance.vehicle(vehicle);
    const int fixed = owner.isLocked ? static_cast<int>(tasks.size()) : owner.fixedTasks;
    int last = m_instance.startOf(vehicle);
    int done = 0;
    for (const int task : tasks) {
        const bool isFixed = done++ < fixed;
        const bool mustFit = asMuchAsFits && !isFixed;
        if (isServed(task) || (mustFit && (!hasPickedUp(task, vehicle) || !mayInsert(task, last))))
            continue;
        insert(task, last);
        last = task;
        m_nodes[task].isFixed = isFixed;
        m_nodes[task].isSealed = owner.isLocked || done < fixed;
    }
    m_nodes[m_instance.startOf(vehicle)].isSealed = owner.isLocked || std::min<int>(fixed, done) > 0;
}

/// Whether what \a task delivers, if it is a shipment's, is on board.
bool Routes::hasPickedUp(int task, int vehicle) const
{
    return m_instance.task(task).kind != Task::Kind::Delivery || m_nodes[m_instance.times(task).other].route == vehicle;
}

/// A pickup without its delivery is no use.
void Routes::dropHalves()
{
    for (int t = 0; t < m_instance.taskCount(); ++t) {
        const int other = m_instance.times(t).other;
        if (other >= 0 && isServed(t) && !isServed(other) && !m_nodes[t].isFixed)
            removeString(t, 1);
    }
}

bool Routes::mayInsert(int task, int after) const
{
    const int vehicle = m_nodes[after].route;
    const auto &route = m_routes[vehicle];
    const auto &limits = m_instance.vehicle(vehicle);
    const int next = m_nodes[after].next;
    const int from = m_nodes[after].place;
    const int here = m_nodes[task].place;
    if (m_nodes[after].isSealed || !m_instance.mayServe(vehicle, task) || !hasRoomFor(task, after)
        || route.count >= limits.maxTasks)
        return false;
    const auto in = m_instance.legsFrom(route.table, from)[here];
    const auto out = m_instance.legsFrom(route.table, here)[m_nodes[next].place];
    if (in.time >= noRoadTime || out.time >= noRoadTime)
        return false;
    const bool isFirst = route.count == 0;
    const Ticks travel = route.travel + in.time + out.time - (isFirst ? 0 : m_nodes[after].legTime);
    if (travel > m_instance.maxTravel(vehicle))
        return false;
    if (m_instance.hasMeters()) {
        const auto meters = [&](int a, int b) { return m_instance.meters(route.table, a, b); };
        const int to = m_nodes[next].place;
        if (route.meters + meters(from, here) + meters(here, to) - (isFirst ? 0 : meters(from, to)) > limits.maxMeters)
            return false;
    }
    if (m_instance.isSoft())
        return true;
    const auto &t = m_instance.times(task);
    const Ticks start = startFor(m_instance, t, task, m_nodes[after].depart + in.time);
    if (start > t.to || !isInTime(next, here, start + actionAt(task, from) + out.time))
        return false;
    Lateness none;
    return !route.hasBreaks || m_timeline.drive(vehicle, sequence(vehicle, task, after), none);
}

} // namespace Doorstep::Planning
