// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0

// What is `inline` here, in pairplacer.cpp, routetimes.cpp and timeline.cpp is a step of one inner loop, with a name:
// as a call of its own it would make the search 4 to 8 % slower (counted in instructions).
#include "backend/planning/search/placer.h"

namespace Doorstep::Planning {

Spot Placer::best(int task, double blink, double below)
{
    m_best = {.cost = std::min(below, noRoadCost / 2)};
    // Where there is little left to spend, it is not looked for in all routes, unless there is no other way to serve
    // it.
    m_looksEverywhere = below >= m_instance.unservedCost(task);
    if (blink != m_blink) {
        m_blink = blink;
        m_untilBlink = 0;
    }
    if (m_instance.times(task).other < 0)
        bestOfJob(task);
    else
        bestOfPair(task);
    return m_best;
}

bool Placer::blinks()
{
    if (m_blink <= 0)
        return false;
    if (--m_untilBlink > 0)
        return false;
    m_untilBlink = 1 + m_dice.runLength(m_blink);
    return true;
}

bool Placer::isAllowed(int vehicle, int task) const
{
    return m_instance.mayServe(vehicle, task);
}

/// Many vehicles may stand at one depot, of which few are used.
template <typename Try>
void Placer::forEachUsedNear(const VehicleGroups &groups, int task, const Try &tryIt) const
{
    const auto &used = m_routes.used();
    for (const int group : groups.near[task]) {
        const auto &standing = groups.vehicles[group];
        const bool isFew = standing.size() < used.size();
        for (const int vehicle : isFew ? standing : used) {
            if (isFew ? m_routes.route(vehicle).count > 0 : groups.groupOf[vehicle] == group)
                tryIt(vehicle);
        }
    }
}

void Placer::bestOfJob(int task)
{
    tryNeighbours(task);
    forEachUsedNear(m_neighbours.starts(), task, [&](int vehicle) { tryAfter(task, m_instance.startOf(vehicle)); });
    forEachUsedNear(m_neighbours.ends(), task,
                    [&](int vehicle) { tryAfter(task, m_routes.node(m_instance.endOf(vehicle)).prev); });
    tryEmpty(task);
    if (m_best.after < 0 && m_looksEverywhere)
        tryAll(task);
}

void Placer::tryEmpty(int task)
{
    for (int type = 0; type < m_instance.typeCount(); ++type)
        if (const int vehicle = m_routes.emptyOfType(type); vehicle >= 0)
            tryAfter(task, m_instance.startOf(vehicle));
}

void Placer::tryAll(int task)
{
    for (int vehicle = 0; vehicle < m_instance.vehicleCount(); ++vehicle) {
        if (m_routes.route(vehicle).count == 0 || !isAllowed(vehicle, task))
            continue;
        const int end = m_instance.endOf(vehicle);
        for (int n = m_instance.startOf(vehicle); n != end; n = m_routes.node(n).next)
            tryAfter(task, n);
    }
}

bool Placer::isWithinLimits(int vehicle, int tasks, Ticks moreTravel, std::int64_t moreMeters) const
{
    const auto &limits = m_instance.vehicle(vehicle);
    const auto &route = m_routes.route(vehicle);
    return route.count + tasks <= limits.maxTasks && route.travel + moreTravel <= m_instance.maxTravel(vehicle)
        && route.meters + moreMeters <= limits.maxMeters;
}

/// The heart of the search: nearly all of these are refused by what they cost or by when they would be, before anything
/// but the list, the node and the next one were looked at.
void Placer::tryNeighbours(int task)
{
    if (m_instance.hasOneTable()) {
        const Ticks deadline = m_instance.isSoft() ? std::numeric_limits<Ticks>::max() : m_instance.times(task).to;
        tryAfterThoseBefore(task, deadline);
        tryBeforeThoseAfter(task, deadline);
        return;
    }
    for (const auto &near : m_neighbours.before(task))
        if (m_routes.isServed(near.task))
            tryAfter(task, near.task);
    for (const auto &near : m_neighbours.after(task))
        if (m_routes.isServed(near.task))
            tryAfter(task, m_routes.node(near.task).prev);
}

inline void Placer::tryAfterThoseBefore(int task, Ticks deadline)
{
    const auto *legsOut = m_instance.legsFrom(0, m_instance.times(task).place);
    const auto nodes = m_routes.nodes();
    for (const auto &near : m_neighbours.before(task)) {
        const auto &u = nodes[near.task];
        const double least = near.cost - u.legCost;
        if (least >= m_best.cost || u.depart + near.time > deadline) // the first is so where it is unserved
            continue;
        const auto &out = legsOut[u.nextPlace];
        if (least + out.cost < m_best.cost)
            tryAt(task, near.task, {.time = near.time, .cost = near.cost}, out, least + out.cost);
    }
}

inline void Placer::tryBeforeThoseAfter(int task, Ticks deadline)
{
    const auto *legsIn = m_instance.legsTo(0, m_instance.times(task).place);
    const auto nodes = m_routes.nodes();
    for (const auto &near : m_neighbours.after(task)) {
        const auto &w = nodes[near.task];
        const double least = near.cost - w.prevLegCost;
        if (least >= m_best.cost)
            continue;
        const auto &in = legsIn[w.prevPlace];
        if (least + in.cost < m_best.cost && nodes[w.prev].depart + in.time <= deadline)
            tryAt(task, w.prev, in, {.time = near.time, .cost = near.cost}, least + in.cost);
    }
}

void Placer::tryAfter(int task, int after)
{
    const auto &u = m_routes.node(after);
    const int table = m_routes.route(u.route).table;
    const int place = m_instance.times(task).place;
    const auto &in = m_instance.legsTo(table, place)[u.place];
    const auto &out = m_instance.legsFrom(table, place)[m_routes.node(u.next).place];
    const double cost = static_cast<double>(in.cost) + out.cost - u.legCost;
    if (cost < m_best.cost)
        tryAt(task, after, in, out, cost);
}

/// All that is hard, once the legs are good enough.
void Placer::tryAt(int task, int after, const Leg &in, const Leg &out, double cost)
{
    const auto &u = m_routes.node(after);
    const auto &t = m_instance.times(task);
    const bool isSoft = m_instance.isSoft();
    const Ticks arrival = u.depart + in.time;
    if (arrival > t.to && !isSoft)
        return;
    const Ticks start = startFor(m_instance, t, task, arrival);
    const Ticks onward = start + t.service + (u.place != t.place ? t.setup : 0) + out.time;
    if (!isSoft && !m_routes.isInTime(u.next, t.place, onward))
        return;
    if (!hasRoom(task, after))
        return;
    cost = withTask(cost, u.route, task);
    if (cost >= m_best.cost || !keepsLimits(task, after, in, out))
        return;
    if (isSoft)
        cost += latenessCost(task, after, start, onward);
    else if (!keepsBreaks(task, after))
        return;
    consider(cost, after, -1);
}

/// Whether \a task may come there, as far as loads, skills and what is fixed go.
inline bool Placer::hasRoom(int task, int after) const
{
    const auto &u = m_routes.node(after);
    if (u.isSealed)
        return false;
    if (!m_instance.isPlain())
        return isAllowed(u.route, task) && m_routes.hasRoomFor(task, after);
    const auto &route = m_routes.route(u.route);
    return route.load + m_instance.times(task).demand <= route.capacity;
}

/// \a cost with what it costs, besides driving, that \a vehicle does \a task.
inline double Placer::withTask(double cost, int vehicle, int task) const
{
    if (m_instance.hasTaskCosts())
        cost += m_instance.taskCost(vehicle, task);
    if (m_routes.route(vehicle).count == 0)
        cost += m_instance.fixedCost(vehicle);
    return cost + m_routes.disturbance(vehicle, task);
}

inline bool Placer::keepsLimits(int task, int after, const Leg &in, const Leg &out) const
{
    const auto &u = m_routes.node(after);
    const auto &route = m_routes.route(u.route);
    if (!route.isLimited)
        return true;
    // An empty vehicle does not drive the leg that is replaced.
    const bool isFirst = route.count == 0;
    const Ticks travel = static_cast<Ticks>(in.time) + out.time - (isFirst ? 0 : u.legTime);
    if (!m_instance.hasMeters())
        return isWithinLimits(u.route, 1, travel, 0);
    const int here = m_instance.times(task).place;
    const auto meters = [&](int from, int to) { return m_instance.meters(route.table, from, to); };
    const auto replaced = isFirst ? 0 : meters(u.place, u.nextPlace);
    return isWithinLimits(u.route, 1, travel, meters(u.place, here) + meters(here, u.nextPlace) - replaced);
}

inline bool Placer::keepsBreaks(int task, int after) const
{
    const int vehicle = m_routes.node(after).route;
    if (!m_routes.route(vehicle).hasBreaks)
        return true;
    Lateness none;
    return m_routes.timeline().drive(vehicle, m_routes.sequence(vehicle, task, after), none);
}

/// What it costs that the route gets later when \a task starts at \a start and the next is reached at \a onward.
inline double Placer::latenessCost(int task, int after, Ticks start, Ticks onward) const
{
    const auto &u = m_routes.node(after);
    const auto &route = m_routes.route(u.route);
    const bool isSafe = !route.hasBreaks && latenessOf(m_instance, task, start) == Lateness{}
        && m_routes.isInTime(u.next, m_instance.times(task).place, onward);
    return isSafe ? 0.0 : m_routes.energyOf(m_routes.latenessWith(task, after)) - m_routes.energyOf(route.lateness);
}

void Placer::consider(double cost, int after, int otherAfter)
{
    if (cost < m_best.cost && !blinks())
        m_best = {.cost = cost, .after = after, .otherAfter = otherAfter};
}

} // namespace Doorstep::Planning
