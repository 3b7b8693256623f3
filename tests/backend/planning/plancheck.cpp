// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/backend/planning/plancheck.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace Doorstep::Test {
namespace {

using namespace Planning;
using Tasks = std::vector<std::int32_t>;

struct Road
{
    double seconds = 0;
    double meters = 0;
    double cost = 0;
};

Road road(const Problem &problem, const Vehicle &vehicle, int from, int to)
{
    if (from < 0 || to < 0)
        return {};
    const auto &m = *problem.matrices[static_cast<std::size_t>(vehicle.matrix)];
    const auto at = m.entry(from, to);
    Road road{.seconds = m.seconds[at] / vehicle.speedFactor};
    if (vehicle.speedFactor != 1.0)
        road.seconds = std::round(road.seconds * 100.0) / 100.0;
    road.meters = m.meters.empty() ? 0 : m.meters[at];
    road.cost = m.costs.empty()
        ? road.seconds * vehicle.costs.perHour / 3600 + road.meters * vehicle.costs.perKilometer / 1000
        : m.costs[at];
    return road;
}

std::int64_t at(const std::vector<std::int64_t> &loads, int d)
{
    return std::cmp_less(d, loads.size()) ? loads[static_cast<std::size_t>(d)] : 0;
}

/// One vehicle's route, looked at in every way.
class RouteCheck
{
public:
    RouteCheck(const Problem &problem, int vehicle, const Tasks &tasks, std::size_t fixed, QStringList &broken)
        : m_problem(problem)
        , m_vehicle(problem.vehicles[static_cast<std::size_t>(vehicle)])
        , m_index(vehicle)
        , m_tasks(tasks)
        , m_fixed(fixed)
        , m_broken(broken)
    {
    }

    void run()
    {
        checkTasks();
        checkLoads();
        checkLimits();
        if (!m_problem.soft && !canDrive(0, m_vehicle.start, static_cast<double>(m_vehicle.window.from), 0, false))
            say(u"cannot be driven within its windows and breaks");
    }

private:
    void say(QStringView what) { m_broken << QStringLiteral("vehicle %1 %2").arg(m_index).arg(what); }
    [[nodiscard]] const Task &task(std::size_t i) const
    {
        return m_problem.tasks[static_cast<std::size_t>(m_tasks[i])];
    }

    void checkTasks()
    {
        for (std::size_t i = 0; i < m_tasks.size(); ++i) {
            for (const auto skill : task(i).skills)
                if (i >= m_fixed && !std::ranges::contains(m_vehicle.skills, skill))
                    say(u"lacks a skill");
            if (i >= m_fixed && task(i).pinnedTo >= 0 && task(i).pinnedTo != m_index)
                say(u"has what is pinned to another");
            if (task(i).kind == Task::Kind::Job)
                continue;
            const auto other = std::ranges::find(m_tasks, task(i).other) - m_tasks.begin();
            if (std::cmp_equal(other, m_tasks.size()))
                say(u"has half of a shipment");
            else if ((task(i).kind == Task::Kind::Pickup) != std::cmp_less(i, other))
                say(u"delivers before it picks up");
        }
    }

    void checkLoads()
    {
        m_loads.assign(m_tasks.size() + 1, std::vector<std::int64_t>(static_cast<std::size_t>(m_problem.loads)));
        for (int d = 0; d < m_problem.loads; ++d) {
            std::int64_t load = 0;
            for (std::size_t i = 0; i < m_tasks.size(); ++i)
                load += task(i).kind == Task::Kind::Job ? at(task(i).delivery, d) : 0;
            for (std::size_t i = 0; i <= m_tasks.size(); ++i) {
                m_loads[i][static_cast<std::size_t>(d)] = load;
                if (load > at(m_vehicle.capacity, d))
                    say(u"is overloaded");
                if (i < m_tasks.size())
                    load += at(task(i).pickup, d) - at(task(i).delivery, d);
            }
        }
    }

    void checkLimits()
    {
        Road sum;
        int place = m_vehicle.start;
        for (std::size_t i = 0; i <= m_tasks.size(); ++i) {
            const int next = i < m_tasks.size() ? task(i).place : m_vehicle.end;
            const auto leg = road(m_problem, m_vehicle, place, next);
            sum.seconds += leg.seconds;
            sum.meters += leg.meters;
            place = next;
        }
        if (std::cmp_greater(m_tasks.size(), m_vehicle.maxTasks))
            say(u"has too many tasks");
        if (sum.seconds > static_cast<double>(m_vehicle.maxTravelSeconds) + 0.005)
            say(u"drives too long");
        if (sum.meters > static_cast<double>(m_vehicle.maxMeters))
            say(u"drives too far");
    }

    /// From \a place at \a now to task \a next, all orders of resting and driving tried. \a left: how much of the leg
    /// is still to be driven, once it was begun.
    bool canDrive(std::size_t next, int place, double now, std::size_t rested, bool isUnderWay, double left = 0)
    {
        const bool isEnd = next == m_tasks.size();
        const int to = isEnd ? m_vehicle.end : task(next).place;
        if (!isUnderWay)
            left = road(m_problem, m_vehicle, place, to).seconds;
        if (arrives(next, place, now + left, rested))
            return true;
        if (rested == m_vehicle.breaks.size())
            return false;
        const auto &one = m_vehicle.breaks[rested];
        if (one.maxLoad)
            for (int d = 0; d < m_problem.loads; ++d)
                if (m_loads[next][static_cast<std::size_t>(d)] > at(*one.maxLoad, d))
                    return false;
        return std::ranges::any_of(one.windows, [&](const Window &window) {
            const double rest = std::max(now, static_cast<double>(window.from));
            const double driven = std::min(left, rest - now);
            const double end = rest + static_cast<double>(one.serviceSeconds);
            return now <= static_cast<double>(window.to) && canDrive(next, place, end, rested + 1, true, left - driven);
        });
    }

    bool arrives(std::size_t next, int place, double now, std::size_t rested)
    {
        constexpr double rounding = 1e-6;
        if (next == m_tasks.size())
            return rested == m_vehicle.breaks.size() && now <= static_cast<double>(m_vehicle.window.to) + rounding;
        const auto &one = task(next);
        const auto action = static_cast<double>(one.serviceSeconds + (one.place != place ? one.setupSeconds : 0));
        if (next < m_fixed)
            return canDrive(next + 1, one.place, now + action, rested, false);
        for (const auto &window : one.windows)
            if (now <= static_cast<double>(window.to) + rounding)
                return canDrive(next + 1, one.place, std::max(now, static_cast<double>(window.from)) + action, rested,
                                false);
        return false;
    }

    const Problem &m_problem;
    const Vehicle &m_vehicle;
    int m_index;
    const Tasks &m_tasks;
    std::size_t m_fixed;
    QStringList &m_broken;
    std::vector<std::vector<std::int64_t>> m_loads;
};

} // namespace

QStringList brokenBy(const Problem &problem, const Plan &plan, const Plan &start)
{
    QStringList broken;
    if (plan.routes.size() != problem.vehicles.size())
        return {QStringLiteral("%1 routes for %2 vehicles").arg(plan.routes.size()).arg(problem.vehicles.size())};
    std::set<std::int32_t> seen;
    for (std::size_t v = 0; v < plan.routes.size(); ++v) {
        const auto &route = plan.routes[v];
        for (const auto task : route) {
            if (task < 0 || std::cmp_greater_equal(task, problem.tasks.size()))
                return {QStringLiteral("task %1 does not exist").arg(task)};
            if (!seen.insert(task).second)
                broken << QStringLiteral("task %1 is done twice").arg(task);
        }
        const auto &vehicle = problem.vehicles[v];
        const auto &old = v < start.routes.size() ? start.routes[v] : Tasks();
        const auto fixed = vehicle.isLocked ? old.size() : std::min<std::size_t>(vehicle.fixedTasks, old.size());
        if (!std::equal(old.begin(), old.begin() + static_cast<std::ptrdiff_t>(fixed), route.begin(),
                        route.begin() + static_cast<std::ptrdiff_t>(std::min(fixed, route.size()))))
            broken << QStringLiteral("vehicle %1 has not kept what is fixed").arg(v);
        if (vehicle.isLocked && route.size() != old.size())
            broken << QStringLiteral("vehicle %1 is locked, and changed").arg(v);
        if (!route.empty())
            RouteCheck(problem, static_cast<int>(v), route, fixed, broken).run();
    }
    return broken;
}

double costOf(const Problem &problem, const Plan &plan)
{
    double cost = 0;
    for (std::size_t v = 0; v < plan.routes.size(); ++v) {
        const auto &vehicle = problem.vehicles[v];
        if (plan.routes[v].empty())
            continue;
        cost += vehicle.costs.fixed;
        int place = vehicle.start;
        for (const auto task : plan.routes[v]) {
            const auto &one = problem.tasks[static_cast<std::size_t>(task)];
            cost += road(problem, vehicle, place, one.place).cost;
            cost += static_cast<double>(one.serviceSeconds + (one.place != place ? one.setupSeconds : 0)) / 3600
                * vehicle.costs.perTaskHour;
            place = one.place;
        }
        cost += road(problem, vehicle, place, vehicle.end).cost;
    }
    return cost;
}

} // namespace Doorstep::Test
