// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0

// Both halves of a shipment at once, into one route.
#include "backend/planning/search/placer.h"

namespace Doorstep::Planning {

/// A vehicle that has done the pickup behind `first` and has it on board: where it is, when, and what that has cost.
struct Placer::Loaded
{
    int pickup = -1;
    int first = -1;
    int delivery = -1;
    int end = -1; ///< Of the route.
    const Leg *legsToDelivery = nullptr;
    const Leg *legsFromDelivery = nullptr;
    const Leg *legsFromPickup = nullptr;
    int at = -1; ///< The delivery comes after this node; after the pickup while it is `first`.
    int place = 0;
    Ticks now = 0;
    double cost = 0; ///< Without the leg that the delivery would replace.

    [[nodiscard]] bool isRightBehindPickup() const { return at == first; }
};

void Placer::bestOfPair(int pickup)
{
    ++m_stamp;
    tryNearRoutes(pickup);
    tryEmptyForPair(pickup);
    if (m_best.after < 0 && m_looksEverywhere)
        tryAllForPair(pickup);
}

void Placer::tryNearRoutes(int pickup)
{
    for (const int half : {pickup, m_instance.times(pickup).other})
        for (const auto near : {m_neighbours.before(half), m_neighbours.after(half)})
            for (const auto &other : near)
                if (m_routes.isServed(other.task))
                    tryPairOnce(pickup, m_routes.node(other.task).route);
}

void Placer::tryEmptyForPair(int pickup)
{
    for (int type = 0; type < m_instance.typeCount(); ++type)
        if (const int vehicle = m_routes.emptyOfType(type); vehicle >= 0)
            tryPairOnce(pickup, vehicle);
}

void Placer::tryAllForPair(int pickup)
{
    for (int vehicle = 0; vehicle < m_instance.vehicleCount(); ++vehicle)
        if (m_routes.route(vehicle).count > 0)
            tryPairOnce(pickup, vehicle);
}

void Placer::tryPairOnce(int pickup, int vehicle)
{
    if (m_seen[vehicle] == m_stamp)
        return;
    m_seen[vehicle] = m_stamp;
    if (isAllowed(vehicle, pickup) && isAllowed(vehicle, m_instance.times(pickup).other))
        tryPair(pickup, vehicle);
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
    const double saved = route.count > 0 ? m_routes.node(first).legCost : 0.0F;
    const int delivery = m_instance.times(pickup).other;
    const int here = m_instance.times(pickup).place;
    const int there = m_instance.times(delivery).place;
    Loaded loaded{.pickup = pickup,
                  .first = first,
                  .delivery = delivery,
                  .end = m_instance.endOf(vehicle),
                  .legsToDelivery = m_instance.legsTo(route.table, there),
                  .legsFromDelivery = m_instance.legsFrom(route.table, there),
                  .legsFromPickup = m_instance.legsFrom(route.table, here),
                  .at = first,
                  .place = here,
                  .now = now,
                  .cost = pickupCost - saved};
    do
        tryDeliveryAt(loaded);
    while (goOn(loaded));
}

/// The delivery as the very next.
inline void Placer::tryDeliveryAt(const Loaded &loaded)
{
    const auto &u = m_routes.node(loaded.at);
    const auto &d = m_instance.times(loaded.delivery);
    const auto &in = loaded.legsToDelivery[loaded.place];
    const auto &out = loaded.legsFromDelivery[u.nextPlace];
    const double cost = loaded.cost + in.cost + out.cost - (loaded.isRightBehindPickup() ? 0.0F : u.legCost);
    if (u.isSealed || cost >= m_best.cost)
        return;
    const Ticks start = startFor(m_instance, d, loaded.delivery, loaded.now + in.time);
    const Ticks onward = start + d.service + (loaded.place != d.place ? d.setup : 0) + out.time;
    if (m_instance.isSoft() || (start <= d.to && m_routes.isInTime(u.next, d.place, onward)))
        considerPair(loaded.pickup, loaded.first, loaded.at, cost);
}

/// Over the route's next task, with the pickup on board; false when there is none, or no time or room for that.
inline bool Placer::goOn(Loaded &loaded) const
{
    const auto &u = m_routes.node(loaded.at);
    const int next = u.next;
    if (next == loaded.end)
        return false;
    const Leg leg =
        loaded.isRightBehindPickup() ? loaded.legsFromPickup[u.nextPlace] : Leg{.time = u.legTime, .cost = u.legCost};
    const Ticks arrival = loaded.now + leg.time;
    if (!m_instance.isSoft() && !m_routes.isInTime(next, loaded.place, arrival))
        return false;
    if (!m_routes.hasRoomAt(next, loaded.pickup))
        return false;
    if (loaded.isRightBehindPickup())
        loaded.cost += leg.cost;
    const auto &t = m_instance.times(next);
    loaded.now = startFor(m_instance, t, next, arrival) + t.service + (loaded.place != t.place ? t.setup : 0);
    loaded.place = t.place;
    loaded.at = next;
    return true;
}

/// What only the whole order can tell: lateness, breaks, limits.
void Placer::considerPair(int pickup, int first, int last, double cost)
{
    const int vehicle = m_routes.node(first).route;
    const auto &route = m_routes.route(vehicle);
    const bool asksForTimes = route.hasBreaks || m_instance.isSoft();
    if (route.isLimited || asksForTimes) {
        writeOrder(pickup, first, last);
        if (route.isLimited && !isWithinLimits(vehicle, m_order))
            return;
        Lateness lateness;
        if (asksForTimes && !m_routes.timeline().drive(vehicle, m_order, lateness))
            return;
        cost += m_routes.energyOf(lateness) - m_routes.energyOf(route.lateness);
    }
    consider(cost, first, last == first ? pickup : last);
}

/// The route as it would be, with the pickup after \a first and the delivery after \a last.
void Placer::writeOrder(int pickup, int first, int last)
{
    m_order.clear();
    const int vehicle = m_routes.node(first).route;
    const int end = m_instance.endOf(vehicle);
    for (int n = m_instance.startOf(vehicle); n != end; n = m_routes.node(n).next) {
        if (n < m_instance.taskCount())
            m_order.push_back(n);
        if (n == first)
            m_order.push_back(pickup);
        if (n == last)
            m_order.push_back(m_instance.times(pickup).other);
    }
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
