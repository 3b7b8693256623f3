// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/search/recreate.h"

#include <algorithm>
#include <array>

namespace Doorstep::Planning {
namespace {

constexpr double chanceToMindPriority = 0.8;

} // namespace

Recreate::Recreate(Routes &routes, const Neighbours &neighbours, Dice &dice)
    : m_routes(routes)
    , m_instance(routes.instance())
    , m_dice(dice)
    , m_placer(routes, neighbours, dice)
{
    for (int t = 0; t < m_instance.taskCount(); ++t) {
        m_hasPriorities = m_hasPriorities || m_instance.task(t).priority != m_instance.task(0).priority;
        auto nearest = static_cast<float>(noRoadCost);
        for (int v = 0; v < std::min(m_instance.vehicleCount(), 16); ++v) {
            const auto *legs = m_instance.legsTo(m_instance.tableOf(v), m_instance.times(t).place);
            nearest = std::min(nearest, legs[m_instance.times(m_instance.startOf(v)).place].cost);
        }
        m_distance.push_back(nearest);
    }
}

Recreate::Order Recreate::anyOrder()
{
    // The weights of the paper for windows.
    static constexpr std::array orders{Order::Random,      Order::Random,      Order::Random,      Order::Random,
                                       Order::Demand,      Order::Demand,      Order::Demand,      Order::Demand,
                                       Order::Far,         Order::Far,         Order::Close,       Order::WindowWidth,
                                       Order::WindowWidth, Order::WindowStart, Order::WindowStart, Order::WindowEnd,
                                       Order::WindowEnd};
    return orders[m_dice.below(static_cast<int>(orders.size()))];
}

double Recreate::key(int task, Order order) const
{
    const auto &t = m_instance.times(task);
    switch (order) {
    case Order::Random:
        return static_cast<double>(m_dice.next() >> 12U);
    case Order::Demand:
        return -static_cast<double>(t.demand);
    case Order::Far:
        return -static_cast<double>(m_distance[task]);
    case Order::Close:
        return static_cast<double>(m_distance[task]);
    case Order::WindowWidth:
        return static_cast<double>(t.to - t.from);
    case Order::WindowStart:
        return static_cast<double>(t.from);
    case Order::WindowEnd:
        return -static_cast<double>(t.to);
    }
    return 0;
}

void Recreate::fillQueue(Order order, std::size_t most)
{
    m_queue.clear();
    for (const int task : m_routes.unserved())
        if (m_instance.task(task).kind != Task::Kind::Delivery)
            m_queue.emplace_back(key(task, order), task);
    if (m_queue.size() > most) { // more than any ruin takes out: these find no place, only some try again
        for (std::size_t i = 0; i < most; ++i)
            std::swap(m_queue[i], m_queue[i + m_dice.below(static_cast<int>(m_queue.size() - i))]);
        m_queue.resize(most);
    }
    const bool mindsPriority = m_hasPriorities && m_dice.chance(chanceToMindPriority);
    std::ranges::sort(m_queue, [&](const auto &a, const auto &b) {
        const int first = mindsPriority ? m_instance.task(b.second).priority - m_instance.task(a.second).priority : 0;
        return first != 0 ? first < 0 : a < b;
    });
}

/// A shipment's is that of both halves.
double Recreate::unservedCost(int task) const
{
    const int other = m_instance.times(task).other;
    return m_instance.unservedCost(task) + (other >= 0 ? m_instance.unservedCost(other) : 0.0);
}

void Recreate::insert(int task, const Spot &spot)
{
    m_routes.insert(task, spot.after);
    if (spot.otherAfter >= 0)
        m_routes.insert(m_instance.times(task).other, spot.otherAfter);
}

void Recreate::runAll(Order order)
{
    static_cast<void>(run(order, 0, m_instance.taskCount(), std::numeric_limits<double>::infinity()));
}

bool Recreate::run(Order order, double blink, std::size_t most, double limit)
{
    fillQueue(order, most);
    double least = m_routes.energy(); // if all that is still to come were served for nothing
    for (const auto &[rank, task] : m_queue)
        least -= unservedCost(task);
    for (const auto &[rank, task] : m_queue) {
        const auto spot = m_placer.best(task, blink, limit - least);
        const bool isServed = spot.after >= 0 && spot.cost < m_instance.unservedCost(task);
        least += isServed ? spot.cost : unservedCost(task);
        if (least >= limit)
            return false;
        if (isServed)
            insert(task, spot);
    }
    return true;
}

} // namespace Doorstep::Planning
