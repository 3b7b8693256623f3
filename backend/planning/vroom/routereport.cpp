// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/vroom/routereport.h"

#include "backend/planning/vroom/routeorder.h"

#include <algorithm>
#include <cmath>

namespace Doorstep::Planning {
namespace {

void addLoads(std::vector<std::int64_t> &to, const std::vector<std::int64_t> &more)
{
    to.resize(std::max(to.size(), more.size()));
    for (std::size_t d = 0; d < more.size(); ++d)
        to[d] += more[d];
}

bool isOver(const std::vector<std::int64_t> &load, const std::vector<std::int64_t> &limit)
{
    for (std::size_t d = 0; d < load.size() && d < limit.size(); ++d)
        if (load[d] > limit[d])
            return true;
    return false;
}

/// Puts a report together, step by step.
class Reporter
{
public:
    Reporter(const Problem &problem, std::size_t vehicle, const std::vector<GivenStep> &steps)
        : m_route(problem, vehicle, steps)
        , m_vehicle(m_route.vehicle())
        , m_load(static_cast<std::size_t>(problem.loads))
    {
    }

    RouteReport run()
    {
        const auto times = schedule(m_route.visits());
        for (const auto &step : m_route.steps())
            if (step.kind == GivenStep::Kind::Task && m_route.task(step).kind == Task::Kind::Job)
                addLoads(m_load, m_route.task(step).delivery);
        for (std::size_t i = 0; i < times.size(); ++i)
            report(m_route.steps()[i], m_route.leg(i), times[i]);
        finish();
        return std::move(m_report);
    }

private:
    void report(const GivenStep &step, const RouteOrder::Leg &leg, const VisitTime &time)
    {
        StepReport one{.step = step};
        one.arrival = m_route.seconds(time.arrival);
        one.waiting = m_route.seconds(time.start) - one.arrival;
        if (time.early > 0)
            one.violations.push_back({.cause = Cause::LeadTime, .seconds = m_route.seconds(time.early)});
        if (time.late > 0)
            one.violations.push_back({.cause = Cause::Delay, .seconds = m_route.seconds(time.late)});
        m_driven += leg.ticks;
        m_meters += leg.meters;
        m_legCosts += leg.cost;
        if (step.kind == GivenStep::Kind::Task)
            reportTask(step, one, leg.setupSeconds);
        one.driven = m_route.seconds(m_driven);
        one.meters = m_meters;
        one.load = m_load;
        reportLimits(one);
        if (step.kind == GivenStep::Kind::Break)
            reportBreak(step, one);
        m_report.totals.waiting += one.waiting;
        addViolations(m_report.violations, one.violations);
        m_report.steps.push_back(std::move(one));
    }

    void reportLimits(StepReport &one) const
    {
        const auto violateIf = [&](bool is, Cause cause) {
            if (is)
                one.violations.push_back({.cause = cause});
        };
        violateIf(isOver(m_load, m_vehicle.capacity), Cause::Load);
        violateIf(m_tasks > m_vehicle.maxTasks, Cause::MaxTasks);
        violateIf(m_driven > std::min(m_vehicle.maxTravelSeconds, forever) * m_route.ticksPerSecond(),
                  Cause::MaxTravelTime);
        violateIf(m_meters > m_vehicle.maxMeters, Cause::MaxDistance);
    }

    void reportBreak(const GivenStep &step, StepReport &one)
    {
        const auto &rest = m_route.rest(step);
        one.service = rest.serviceSeconds;
        if (rest.maxLoad && isOver(m_load, *rest.maxLoad))
            one.violations.push_back({.cause = Cause::MaxLoad});
        m_breaks.push_back(step.index);
        m_report.totals.service += rest.serviceSeconds;
    }

    void reportTask(const GivenStep &step, StepReport &one, std::int64_t setup)
    {
        const auto &task = m_route.task(step);
        one.setup = setup;
        one.service = task.serviceSeconds;
        ++m_tasks;
        for (std::size_t d = 0; d < m_load.size(); ++d)
            m_load[d] += task.pickup[d] - task.delivery[d];
        if (!std::ranges::includes(m_vehicle.skills, task.skills))
            one.violations.push_back({.cause = Cause::Skills});
        if (task.kind != Task::Kind::Job && !isInOrder(step))
            one.violations.push_back({.cause = Cause::Precedence});
        auto &totals = m_report.totals;
        totals.setup += setup;
        totals.service += task.serviceSeconds;
        totals.priority += task.priority;
        // A shipment is counted at both of its ends, and belongs to neither sum of the jobs alone.
        addLoads(totals.delivery, task.delivery);
        addLoads(totals.pickup, task.pickup);
    }

    [[nodiscard]] bool isInOrder(const GivenStep &step) const
    {
        const auto at = [this](std::int32_t index) {
            return std::ranges::find_if(m_route.steps(), [index](const GivenStep &s) {
                return s.kind == GivenStep::Kind::Task && s.index == index;
            });
        };
        const auto &one = m_route.task(step);
        const auto other = at(one.other);
        return other != m_route.steps().end() && (at(step.index) < other) == (one.kind == Task::Kind::Pickup);
    }

    void finish()
    {
        auto &totals = m_report.totals;
        totals.driving = m_route.seconds(m_driven);
        totals.meters = m_meters;
        const auto &costs = m_vehicle.costs;
        double cost = m_tasks > 0 ? costs.fixed : 0;
        cost += static_cast<double>(totals.setup + taskService()) / 3600.0 * costs.perTaskHour;
        if (m_route.hasCostsOfLegs())
            cost += static_cast<double>(m_legCosts);
        else
            cost +=
                static_cast<double>(m_driven) / static_cast<double>(m_route.ticksPerSecond()) / 3600.0 * costs.perHour
                + static_cast<double>(m_meters) / 1000.0 * costs.perKilometer;
        totals.cost = std::llround(cost);
        std::vector<Violation> whole;
        for (std::size_t b = 0; b < m_vehicle.breaks.size(); ++b)
            if (!std::ranges::contains(m_breaks, static_cast<std::int32_t>(b)))
                whole.push_back({.cause = Cause::MissingBreak});
        addViolations(m_report.violations, whole);
        for (auto &violation : m_report.violations)
            if (violation.cause == Cause::MaxTravelTime)
                violation.seconds = totals.driving - m_vehicle.maxTravelSeconds;
    }

    [[nodiscard]] std::int64_t taskService() const
    {
        std::int64_t sum = 0;
        for (const auto &step : m_route.steps())
            if (step.kind == GivenStep::Kind::Task)
                sum += m_route.task(step).serviceSeconds;
        return sum;
    }

    RouteOrder m_route;
    const Vehicle &m_vehicle;
    std::vector<std::int64_t> m_load;
    std::vector<std::int32_t> m_breaks;
    std::int64_t m_driven = 0;
    std::int64_t m_meters = 0;
    std::int64_t m_legCosts = 0;
    std::int32_t m_tasks = 0;
    RouteReport m_report;
};

} // namespace

Totals &Totals::operator+=(const Totals &other)
{
    cost += other.cost;
    setup += other.setup;
    service += other.service;
    driving += other.driving;
    waiting += other.waiting;
    priority += other.priority;
    meters += other.meters;
    addLoads(delivery, other.delivery);
    addLoads(pickup, other.pickup);
    return *this;
}

void addViolations(std::vector<Violation> &all, const std::vector<Violation> &more)
{
    for (const auto &one : more) {
        const auto known = std::ranges::find(all, one.cause, &Violation::cause);
        if (known == all.end())
            all.push_back(one);
        else if (one.seconds)
            known->seconds = known->seconds.value_or(0) + *one.seconds;
    }
}

RouteReport reportRoute(const VroomDocument &document, std::size_t vehicle, const std::vector<GivenStep> &steps)
{
    return Reporter(document.problem, vehicle, steps).run();
}

} // namespace Doorstep::Planning
