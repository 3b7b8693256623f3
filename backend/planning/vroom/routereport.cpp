// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/vroom/routereport.h"

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
    Reporter(const VroomDocument &document, std::size_t vehicle, const std::vector<GivenStep> &steps)
        : m_problem(document.problem)
        , m_vehicle(m_problem.vehicles[vehicle])
        , m_matrix(*m_problem.matrices[static_cast<std::size_t>(m_vehicle.matrix)])
        , m_steps(withEnds(steps))
        , m_ticks(m_vehicle.speedFactor == 1.0 ? 1 : 100)
    {
    }

    RouteReport run()
    {
        const auto times = schedule(visits());
        m_load.assign(static_cast<std::size_t>(m_problem.loads), 0);
        for (const auto &step : m_steps) {
            if (step.kind != GivenStep::Kind::Task)
                continue;
            const auto &task = m_problem.tasks[static_cast<std::size_t>(step.index)];
            if (task.kind == Task::Kind::Job)
                addLoads(m_load, task.delivery);
        }
        for (std::size_t i = 0; i < m_steps.size(); ++i)
            report(i, times[i]);
        finish();
        return std::move(m_report);
    }

private:
    /// A vehicle without a start or end place begins and ends all the same.
    static std::vector<GivenStep> withEnds(std::vector<GivenStep> steps)
    {
        if (steps.empty() || steps.front().kind != GivenStep::Kind::Start)
            steps.insert(steps.begin(), {.kind = GivenStep::Kind::Start});
        if (steps.back().kind != GivenStep::Kind::End)
            steps.push_back({.kind = GivenStep::Kind::End});
        return steps;
    }

    [[nodiscard]] const Task &taskOf(const GivenStep &step) const
    {
        return m_problem.tasks[static_cast<std::size_t>(step.index)];
    }

    [[nodiscard]] std::int32_t placeOf(const GivenStep &step) const
    {
        if (step.kind == GivenStep::Kind::Task)
            return taskOf(step).place;
        return step.kind == GivenStep::Kind::Start ? m_vehicle.start : m_vehicle.end;
    }

    std::vector<Visit> visits()
    {
        std::vector<Visit> visits;
        std::int32_t place = -1;
        std::optional<std::size_t> before;
        for (const auto &step : m_steps) {
            Visit visit{.must = ticks(step.must)};
            auto &leg = m_legs.emplace_back();
            if (step.kind == GivenStep::Kind::Break) {
                const auto &one = m_vehicle.breaks[static_cast<std::size_t>(step.index)];
                visit.isBreak = true;
                visit.windows.clear();
                std::ranges::transform(one.windows, std::back_inserter(visit.windows),
                                       [this](const Window &w) { return ticks(w); });
                visit.action = one.serviceSeconds * m_ticks;
                visits.push_back(std::move(visit));
                continue;
            }
            const auto here = placeOf(step);
            if (place >= 0 && here >= 0) {
                const auto at = static_cast<std::size_t>(place) * static_cast<std::size_t>(m_matrix.places)
                    + static_cast<std::size_t>(here);
                leg.ticks = std::llround(m_matrix.seconds[at] * static_cast<double>(m_ticks) / m_vehicle.speedFactor);
                leg.meters = m_matrix.meters.empty() ? 0 : m_matrix.meters[at];
                leg.cost = m_matrix.costs.empty() ? 0 : m_matrix.costs[at];
            }
            visit.travel = leg.ticks;
            if (step.kind == GivenStep::Kind::Task) {
                const auto &task = taskOf(step);
                leg.setup = here != place || !before ? task.setupSeconds : 0;
                visit.windows.clear();
                std::ranges::transform(task.windows, std::back_inserter(visit.windows),
                                       [this](const Window &w) { return ticks(w); });
                visit.action = (leg.setup + task.serviceSeconds) * m_ticks;
            } else {
                visit.windows = {ticks(m_vehicle.window)};
            }
            place = here;
            before = visits.size();
            visits.push_back(std::move(visit));
        }
        return visits;
    }

    [[nodiscard]] Window ticks(const Window &w) const
    {
        return {.from = w.from == -forever ? -forever : w.from * m_ticks,
                .to = w.to == forever ? forever : w.to * m_ticks};
    }

    /// Whole seconds; down, also before the epoch.
    [[nodiscard]] std::int64_t seconds(std::int64_t ticks) const
    {
        return ticks >= 0 ? ticks / m_ticks : -((-ticks + m_ticks - 1) / m_ticks);
    }

    void report(std::size_t i, const VisitTime &time)
    {
        const auto &step = m_steps[i];
        StepReport one{.step = step};
        one.arrival = seconds(time.arrival);
        one.waiting = seconds(time.start) - one.arrival;
        if (step.kind != GivenStep::Kind::Break) {
            m_driven += m_legs[i].ticks;
            m_meters += m_legs[i].meters;
            m_legCosts += m_legs[i].cost;
        } else {
            one.service = m_vehicle.breaks[static_cast<std::size_t>(step.index)].serviceSeconds;
        }
        const auto violate = [&](Cause cause) { one.violations.push_back({.cause = cause}); };
        if (time.early > 0)
            one.violations.push_back({.cause = Cause::LeadTime, .seconds = seconds(time.early)});
        if (time.late > 0)
            one.violations.push_back({.cause = Cause::Delay, .seconds = seconds(time.late)});
        if (step.kind == GivenStep::Kind::Task)
            reportTask(step, one, m_legs[i].setup);
        one.driven = seconds(m_driven);
        one.meters = m_meters;
        one.load = m_load;
        if (isOver(m_load, m_vehicle.capacity))
            violate(Cause::Load);
        if (m_tasks > m_vehicle.maxTasks)
            violate(Cause::MaxTasks);
        if (m_driven > std::min(m_vehicle.maxTravelSeconds, forever) * m_ticks)
            violate(Cause::MaxTravelTime);
        if (m_meters > m_vehicle.maxMeters)
            violate(Cause::MaxDistance);
        if (step.kind == GivenStep::Kind::Break) {
            const auto &limit = m_vehicle.breaks[static_cast<std::size_t>(step.index)].maxLoad;
            if (limit && isOver(m_load, *limit))
                violate(Cause::MaxLoad);
            m_breaks.push_back(step.index);
        }
        m_report.totals.service += step.kind == GivenStep::Kind::Break ? one.service : 0;
        m_report.totals.waiting += one.waiting;
        addViolations(m_report.violations, one.violations);
        m_report.steps.push_back(std::move(one));
    }

    void reportTask(const GivenStep &step, StepReport &one, std::int64_t setup)
    {
        const auto &task = taskOf(step);
        one.setup = setup;
        one.service = task.serviceSeconds;
        ++m_tasks;
        for (std::size_t d = 0; d < m_load.size(); ++d)
            m_load[d] += task.pickup[d] - task.delivery[d];
        if (!std::ranges::includes(m_vehicle.skills, task.skills))
            one.violations.push_back({.cause = Cause::Skills});
        if (task.kind != Task::Kind::Job && !isInOrder(step.index))
            one.violations.push_back({.cause = Cause::Precedence});
        auto &totals = m_report.totals;
        totals.setup += setup;
        totals.service += task.serviceSeconds;
        totals.priority += task.priority;
        // A shipment is counted at both of its ends, and belongs to neither sum of the jobs alone.
        addLoads(totals.delivery, task.delivery);
        addLoads(totals.pickup, task.pickup);
    }

    [[nodiscard]] bool isInOrder(std::int32_t task) const
    {
        const auto at = [this](std::int32_t index) {
            return std::ranges::find_if(
                m_steps, [index](const GivenStep &s) { return s.kind == GivenStep::Kind::Task && s.index == index; });
        };
        const auto &one = m_problem.tasks[static_cast<std::size_t>(task)];
        const auto other = at(one.other);
        return other != m_steps.end() && (at(task) < other) == (one.kind == Task::Kind::Pickup);
    }

    void finish()
    {
        auto &totals = m_report.totals;
        totals.driving = seconds(m_driven);
        totals.meters = m_meters;
        const auto &costs = m_vehicle.costs;
        double cost = m_tasks > 0 ? costs.fixed : 0;
        cost += static_cast<double>(totals.setup + taskService()) / 3600.0 * costs.perTaskHour;
        if (!m_matrix.costs.empty())
            cost += static_cast<double>(m_legCosts);
        else
            cost += static_cast<double>(m_driven) / static_cast<double>(m_ticks) / 3600.0 * costs.perHour
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
        for (const auto &step : m_steps)
            if (step.kind == GivenStep::Kind::Task)
                sum += taskOf(step).serviceSeconds;
        return sum;
    }

    struct RoadLeg
    {
        std::int64_t ticks = 0;
        std::int64_t meters = 0;
        std::int64_t cost = 0;
        std::int64_t setup = 0;
    };

    const Problem &m_problem;
    const Vehicle &m_vehicle;
    const Matrix &m_matrix;
    std::vector<GivenStep> m_steps;
    std::int64_t m_ticks;
    std::vector<RoadLeg> m_legs;
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
    return Reporter(document, vehicle, steps).run();
}

} // namespace Doorstep::Planning
