// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0

// Both halves of a shipment at once, into one route.
#include "backend/planning/search/placer.h"

namespace Doorstep::Planning {

void Placer::bestOfPair(int pickup)
{
    const int delivery = m_instance.times(pickup).other;
    ++m_stamp;
    const auto tryRoute = [&](int vehicle) {
        if (m_seen[vehicle] == m_stamp)
            return;
        m_seen[vehicle] = m_stamp;
        if (isAllowed(vehicle, pickup) && isAllowed(vehicle, delivery))
            tryPair(pickup, vehicle);
    };
    for (const int half : {pickup, delivery}) {
        for (const auto near : {m_neighbours.before(half), m_neighbours.after(half)})
            for (const auto &other : near)
                if (m_routes.isServed(other.task))
                    tryRoute(m_routes.node(other.task).route);
    }
    for (int type = 0; type < m_instance.typeCount(); ++type)
        if (const int vehicle = m_routes.emptyOfType(type); vehicle >= 0)
            tryRoute(vehicle);
    if (m_best.after >= 0)
        return;
    for (int vehicle = 0; vehicle < m_instance.vehicleCount(); ++vehicle)
        if (m_routes.route(vehicle).count > 0)
            tryRoute(vehicle);
}

void Placer::tryPair(int pickup, int vehicle)
{
    const auto &route = m_routes.route(vehicle);
    const auto &t = m_instance.times(pickup);
    const int delivery = t.other;
    double fixed = m_routes.disturbance(vehicle, pickup) + m_routes.disturbance(vehicle, delivery)
        + m_instance.taskCost(vehicle, pickup) + m_instance.taskCost(vehicle, delivery);
    if (route.count == 0)
        fixed += m_instance.fixedCost(vehicle);
    if (!isWithinLimits(vehicle, 2, 0, 0))
        return;
    const int end = m_instance.endOf(vehicle);
    for (int after = m_instance.startOf(vehicle); after != end; after = m_routes.node(after).next) {
        const auto &u = m_routes.node(after);
        const auto &in = m_instance.legsTo(route.table, t.place)[u.place];
        const Ticks arrival = u.depart + in.time;
        if (arrival > t.to && !m_instance.isSoft())
            return; // and later places are later still
        if (u.isSealed || !m_routes.hasRoomAt(after, pickup) || blinks())
            continue;
        const Ticks start = startFor(m_instance, t, pickup, arrival);
        tryDelivery(pickup, after, start + t.service + (u.place != t.place ? t.setup : 0), fixed + in.cost);
    }
}

/// Everywhere behind a pickup after \a first, which is left at \a now; \a pickupCost has what led to it.
void Placer::tryDelivery(int pickup, int first, Ticks now, double pickupCost)
{
    const int vehicle = m_routes.node(first).route;
    const auto &route = m_routes.route(vehicle);
    const int delivery = m_instance.times(pickup).other;
    const auto &d = m_instance.times(delivery);
    const auto *legsToDelivery = m_instance.legsTo(route.table, d.place);
    const auto *legsFromDelivery = m_instance.legsFrom(route.table, d.place);
    const auto *legsFromPickup = m_instance.legsFrom(route.table, m_instance.times(pickup).place);
    const double saved = route.count > 0 ? m_routes.node(first).legCost : 0.0F;
    const bool isSoft = m_instance.isSoft();
    int at = first; // the delivery comes after it, or after the pickup when that is here
    int place = m_instance.times(pickup).place;
    double cost = pickupCost - saved;
    while (true) {
        const auto &u = m_routes.node(at);
        const bool isRightBehind = at == first;
        const int next = u.next;
        const auto &w = m_routes.node(next);
        const auto &in = legsToDelivery[place];
        const auto &out = legsFromDelivery[w.place];
        const double whole = cost + in.cost + out.cost - (isRightBehind ? 0.0F : u.legCost);
        if (!u.isSealed && whole < m_best.cost) {
            const Ticks arrival = now + in.time;
            const Ticks start = startFor(m_instance, d, delivery, arrival);
            const Ticks onward = start + d.service + (place != d.place ? d.setup : 0) + out.time;
            const bool isGood = isSoft || (start <= d.to && m_routes.isInTime(next, d.place, onward));
            if (isGood)
                considerPair(pickup, first, at, whole);
        }
        // On to the next, with the pickup done.
        if (next == m_instance.endOf(vehicle))
            return;
        const Leg leg = isRightBehind ? legsFromPickup[w.place] : Leg{.time = u.legTime, .cost = u.legCost};
        const Ticks arrival = now + leg.time;
        if (!isSoft && !m_routes.isInTime(next, place, arrival))
            return;
        if (!m_routes.hasRoomAt(next, pickup))
            return;
        const auto &t = m_instance.times(next);
        if (isRightBehind)
            cost += leg.cost;
        now = startFor(m_instance, t, next, arrival) + t.service + (place != t.place ? t.setup : 0);
        place = t.place;
        at = next;
    }
}

/// What only the whole order can tell: lateness, breaks, limits.
void Placer::considerPair(int pickup, int first, int last, double cost)
{
    const int vehicle = m_routes.node(first).route;
    const auto &route = m_routes.route(vehicle);
    const int delivery = m_instance.times(pickup).other;
    if (route.isLimited || route.hasBreaks || m_instance.isSoft()) {
        m_order.clear();
        const int end = m_instance.endOf(vehicle);
        for (int n = m_instance.startOf(vehicle); n != end; n = m_routes.node(n).next) {
            if (n < m_instance.taskCount())
                m_order.push_back(n);
            if (n == first)
                m_order.push_back(pickup);
            if (n == last)
                m_order.push_back(delivery);
        }
        if (route.isLimited && !isWithinLimits(vehicle, m_order))
            return;
        Lateness lateness;
        if ((route.hasBreaks || m_instance.isSoft()) && !m_routes.timeline().drive(vehicle, m_order, lateness))
            return;
        cost += m_routes.energyOf(lateness) - m_routes.energyOf(route.lateness);
    }
    consider(cost, first, last == first ? pickup : last);
}

bool Placer::isWithinLimits(int vehicle, const std::vector<int> &order) const
{
    const int table = m_instance.tableOf(vehicle);
    int place = m_instance.times(m_instance.startOf(vehicle)).place;
    Ticks travel = 0;
    std::int64_t meters = 0;
    const auto go = [&](int to) {
        travel += m_instance.legsFrom(table, place)[to].time;
        meters += m_instance.meters(table, place, to);
        place = to;
    };
    for (const int task : order)
        go(m_instance.times(task).place);
    go(m_instance.times(m_instance.endOf(vehicle)).place);
    const auto &limits = m_instance.vehicle(vehicle);
    return std::cmp_less_equal(order.size(), limits.maxTasks) && travel <= m_instance.maxTravel(vehicle)
        && meters <= limits.maxMeters;
}

} // namespace Doorstep::Planning
