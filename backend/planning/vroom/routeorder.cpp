// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/vroom/routeorder.h"

#include <algorithm>
#include <cmath>

namespace Doorstep::Planning {
namespace {

/// A vehicle without a start or end place begins and ends all the same.
std::vector<GivenStep> withEnds(std::vector<GivenStep> steps)
{
    if (steps.empty() || steps.front().kind != GivenStep::Kind::Start)
        steps.insert(steps.begin(), {.kind = GivenStep::Kind::Start});
    if (steps.back().kind != GivenStep::Kind::End)
        steps.push_back({.kind = GivenStep::Kind::End});
    return steps;
}

} // namespace

RouteOrder::RouteOrder(const Problem &problem, std::size_t vehicle, std::vector<GivenStep> steps)
    : m_problem(problem)
    , m_vehicle(problem.vehicles[vehicle])
    , m_matrix(*problem.matrices[static_cast<std::size_t>(m_vehicle.matrix)])
    , m_ticks(m_vehicle.speedFactor == 1.0 ? 1 : 100)
    , m_steps(withEnds(std::move(steps)))
{
    std::int32_t place = -1;
    for (const auto &step : m_steps) {
        auto &leg = m_legs.emplace_back();
        if (step.kind == GivenStep::Kind::Break)
            continue;
        const auto here = placeOf(step);
        leg = road(place, here);
        if (step.kind == GivenStep::Kind::Task && here != place)
            leg.setupSeconds = task(step).setupSeconds;
        place = here;
    }
}

/// Nothing from or to a place that is not given.
RouteOrder::Leg RouteOrder::road(std::int32_t from, std::int32_t to) const
{
    if (from < 0 || to < 0)
        return {};
    const auto at = m_matrix.entry(from, to);
    return {.ticks = std::llround(m_matrix.seconds[at] * static_cast<double>(m_ticks) / m_vehicle.speedFactor),
            .meters = m_matrix.meters.empty() ? 0 : m_matrix.meters[at],
            .cost = m_matrix.costs.empty() ? 0 : m_matrix.costs[at]};
}

const Task &RouteOrder::task(const GivenStep &step) const
{
    return m_problem.tasks[static_cast<std::size_t>(step.index)];
}

const Break &RouteOrder::rest(const GivenStep &step) const
{
    return m_vehicle.breaks[static_cast<std::size_t>(step.index)];
}

std::int32_t RouteOrder::placeOf(const GivenStep &step) const
{
    if (step.kind == GivenStep::Kind::Task)
        return task(step).place;
    return step.kind == GivenStep::Kind::Start ? m_vehicle.start : m_vehicle.end;
}

std::vector<Visit> RouteOrder::visits() const
{
    std::vector<Visit> visits;
    visits.reserve(m_steps.size());
    for (std::size_t i = 0; i < m_steps.size(); ++i)
        visits.push_back(visit(i));
    return visits;
}

Visit RouteOrder::visit(std::size_t i) const
{
    const auto &step = m_steps[i];
    Visit visit{.must = ticks(step.must), .travel = m_legs[i].ticks};
    switch (step.kind) {
    case GivenStep::Kind::Start:
    case GivenStep::Kind::End:
        visit.windows = {ticks(m_vehicle.window)};
        break;
    case GivenStep::Kind::Task:
        visit.windows = ticks(task(step).windows);
        visit.action = (m_legs[i].setupSeconds + task(step).serviceSeconds) * m_ticks;
        break;
    case GivenStep::Kind::Break:
        visit.windows = ticks(rest(step).windows);
        visit.action = rest(step).serviceSeconds * m_ticks;
        visit.isBreak = true;
        break;
    }
    return visit;
}

Window RouteOrder::ticks(const Window &window) const
{
    return {.from = window.from == -forever ? -forever : window.from * m_ticks,
            .to = window.to == forever ? forever : window.to * m_ticks};
}

std::vector<Window> RouteOrder::ticks(const std::vector<Window> &windows) const
{
    std::vector<Window> all;
    all.reserve(windows.size());
    for (const auto &window : windows)
        all.push_back(ticks(window));
    return all;
}

std::int64_t RouteOrder::seconds(std::int64_t ticks) const
{
    return ticks >= 0 ? ticks / m_ticks : -((-ticks + m_ticks - 1) / m_ticks);
}

} // namespace Doorstep::Planning
