// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/search/instance.h"

#include <algorithm>
#include <cmath>

namespace Doorstep::Planning {
namespace {

bool drivesAlike(const Vehicle &a, const Vehicle &b)
{
    return a.matrix == b.matrix && a.speedFactor == b.speedFactor && a.costs.perHour == b.costs.perHour
        && a.costs.perKilometer == b.costs.perKilometer;
}

bool isAlike(const Vehicle &a, Vehicle b)
{
    b.id = a.id;
    return a == b;
}

bool hasAll(const std::vector<std::int32_t> &skills, const std::vector<std::int32_t> &asked)
{
    return std::ranges::includes(skills, asked);
}

} // namespace

Instance::Instance(const Problem &problem)
    : m_problem(problem)
    , m_taskCount(static_cast<int>(problem.tasks.size()))
    , m_vehicleCount(static_cast<int>(problem.vehicles.size()))
{
    if (std::ranges::any_of(problem.vehicles, [](const Vehicle &v) { return v.speedFactor != 1.0; }))
        m_ticksPerSecond = 100;
    bool delivers = false;
    bool picksUp = false;
    for (const auto &task : problem.tasks) {
        m_hasSetups = m_hasSetups || task.setupSeconds > 0;
        m_hasShipments = m_hasShipments || task.kind != Task::Kind::Job;
        delivers = delivers || std::ranges::any_of(task.delivery, [](auto x) { return x > 0; });
        picksUp = picksUp || std::ranges::any_of(task.pickup, [](auto x) { return x > 0; });
    }
    m_sumsOnly = !m_hasShipments && !(delivers && picksUp);
    for (const auto &vehicle : problem.vehicles) {
        m_hasTaskCosts = m_hasTaskCosts || vehicle.costs.perTaskHour != 0.0;
        m_hasMeters = m_hasMeters || vehicle.maxMeters < forever;
    }
    numberPlaces();
    fillTimes();
    fillTables();
    sortVehicles();
    weigh();
}

/// Only places in use get a row; the rows of tasks come in the tasks' order.
void Instance::numberPlaces()
{
    m_times.resize(static_cast<std::size_t>(nodeCount()));
    const auto places = m_problem.matrices.empty() ? 0 : m_problem.matrices.front()->places;
    std::vector<std::int32_t> ours(places, -1);
    const auto number = [&](std::int32_t place) {
        auto &mine = ours[place];
        if (mine < 0) {
            mine = static_cast<std::int32_t>(m_places.size());
            m_places.push_back(place);
        }
        return mine;
    };
    for (int t = 0; t < m_taskCount; ++t)
        m_times[t].place = number(task(t).place);
    for (const auto &vehicle : m_problem.vehicles) {
        if (vehicle.start >= 0)
            number(vehicle.start);
        if (vehicle.end >= 0)
            number(vehicle.end);
    }
    m_placeCount = static_cast<int>(m_places.size()) + 1;
    for (int v = 0; v < m_vehicleCount; ++v) {
        const auto place = [&](std::int32_t theirs) { return theirs >= 0 ? number(theirs) : m_placeCount - 1; };
        m_times[static_cast<std::size_t>(startOf(v))].place = place(vehicle(v).start);
        m_times[static_cast<std::size_t>(endOf(v))].place = place(vehicle(v).end);
    }
}

void Instance::fillTimes()
{
    const auto ticks = [this](std::int64_t seconds) {
        return std::clamp(seconds, -forever, forever) * m_ticksPerSecond;
    };
    const auto window = [&](const Window &w) { m_windows.push_back({.from = ticks(w.from), .to = ticks(w.to)}); };
    for (int node = 0; node < nodeCount(); ++node) {
        auto &t = m_times[node];
        t.firstWindow = static_cast<std::int32_t>(m_windows.size());
        if (node < m_taskCount) {
            const auto &one = task(node);
            std::ranges::for_each(one.windows, window);
            t.service = ticks(one.serviceSeconds);
            t.setup = ticks(one.setupSeconds);
            t.other = one.other;
            t.demand = m_problem.loads > 0 ? demand(node, 0) : 0;
        } else {
            window(vehicle((node - m_taskCount) % m_vehicleCount).window);
        }
        t.windowCount = static_cast<std::int32_t>(m_windows.size()) - t.firstWindow;
        t.from = m_windows[static_cast<std::size_t>(t.firstWindow)].from;
        t.to = m_windows.back().to;
    }
}

void Instance::fillTables()
{
    std::vector<int> examples;
    for (int v = 0; v < m_vehicleCount; ++v) {
        const auto same = std::ranges::find_if(examples, [&](int e) { return drivesAlike(vehicle(e), vehicle(v)); });
        m_tableOf.push_back(static_cast<std::int32_t>(same - examples.begin()));
        if (same == examples.end()) {
            examples.push_back(v);
            fillTable(m_tables.emplace_back(), vehicle(v));
        }
    }
}

void Instance::fillTable(LegTable &table, const Vehicle &vehicle) const
{
    const auto &matrix = *m_problem.matrices[static_cast<std::size_t>(vehicle.matrix)];
    const auto side = static_cast<std::size_t>(m_placeCount);
    const double perTick = vehicle.costs.perHour / 3600.0 / static_cast<double>(m_ticksPerSecond);
    const double slowness = static_cast<double>(m_ticksPerSecond) / vehicle.speedFactor;
    const double perMeter = vehicle.costs.perKilometer / 1000.0;
    table.out.resize(side * side);
    if (m_hasMeters && !matrix.meters.empty())
        table.meters.resize(side * side);
    for (std::size_t i = 0; i + 1 < side; ++i) {
        for (std::size_t j = 0; j + 1 < side; ++j) {
            const auto at = static_cast<std::size_t>(m_places[i]) * static_cast<std::size_t>(matrix.places)
                + static_cast<std::size_t>(m_places[j]);
            auto &leg = table.out[i * side + j];
            const auto time = std::round(matrix.seconds[at] * slowness);
            if (time >= noRoadTime) {
                leg = {.time = noRoadTime, .cost = static_cast<float>(noRoadCost)};
                continue;
            }
            const double meters = matrix.meters.empty() ? 0.0 : matrix.meters[at];
            const double cost = matrix.costs.empty() ? time * perTick + meters * perMeter : matrix.costs[at];
            leg = {.time = static_cast<std::int32_t>(time), .cost = static_cast<float>(cost)};
            if (!table.meters.empty())
                table.meters[i * side + j] = static_cast<std::int32_t>(std::min(meters, 2e9));
        }
    }
    bool isSymmetric = true;
    for (std::size_t i = 0; i < side && isSymmetric; ++i)
        for (std::size_t j = 0; j < i && isSymmetric; ++j) {
            const auto &a = table.out[i * side + j];
            const auto &b = table.out[j * side + i];
            isSymmetric = a.time == b.time && a.cost == b.cost;
        }
    if (isSymmetric)
        return;
    table.in.resize(side * side);
    for (std::size_t i = 0; i < side; ++i)
        for (std::size_t j = 0; j < side; ++j)
            table.in[j * side + i] = table.out[i * side + j];
}

void Instance::sortVehicles()
{
    std::vector<int> examples;
    m_mayServe.resize(m_vehicleCount * m_taskCount);
    for (int v = 0; v < m_vehicleCount; ++v) {
        const auto same = std::ranges::find_if(examples, [&](int e) { return isAlike(vehicle(e), vehicle(v)); });
        m_typeOf.push_back(static_cast<std::int32_t>(same - examples.begin()));
        if (same == examples.end())
            examples.push_back(v);
        for (int t = 0; t < m_taskCount; ++t) {
            bool may = hasAll(vehicle(v).skills, task(t).skills) && (task(t).pinnedTo < 0 || task(t).pinnedTo == v);
            for (int d = 0; d < m_problem.loads && may; ++d)
                may = demand(t, d) <= vehicle(v).capacity[d];
            m_mayServe[v * m_taskCount + t] = may ? 1 : 0;
        }
    }
    m_typeCount = static_cast<int>(examples.size());
    m_isPlain = m_sumsOnly && m_problem.loads <= 1 && !std::ranges::contains(m_mayServe, 0);
}

/// Weights for the search only; which plan is better is always decided by the exact Score.
void Instance::weigh()
{
    double sum = 0;
    double count = 0;
    double longest = 0;
    for (const auto &table : m_tables) {
        for (const auto &leg : table.out) {
            if (leg.cost > 0 && leg.cost < noRoadCost / 2) {
                sum += leg.cost;
                count += 1;
                longest = std::max<double>(longest, leg.cost);
            }
        }
    }
    m_averageLeg = count > 0 ? sum / count : 1.0;
    double extra = 0;
    for (int v = 0; v < m_vehicleCount; ++v)
        extra = std::max(extra, fixedCost(v));
    int highest = 0;
    for (int t = 0; t < m_taskCount; ++t)
        highest = std::max(highest, task(t).priority);
    const double one = 4 * longest + extra + m_averageLeg;
    for (int t = 0; t < m_taskCount; ++t)
        m_unserved.push_back(one * (isSoft() ? 20 : 1) * (1 + (highest > 0 ? 8 * task(t).priority : 0)));
    if (isSoft()) {
        m_lateStop = one;
        m_lateTick = one / (600.0 * static_cast<double>(m_ticksPerSecond)); // ten minutes weigh as a stop
    }
}

double Instance::taskCost(int vehicle, int task) const
{
    if (!m_hasTaskCosts)
        return 0;
    const auto &t = times(task);
    return static_cast<double>(t.service + t.setup) / static_cast<double>(m_ticksPerSecond) / 3600.0
        * vehicle_(vehicle).costs.perTaskHour;
}

Ticks Instance::maxTravel(int vehicle) const
{
    const auto seconds = vehicle_(vehicle).maxTravelSeconds;
    return std::min(seconds, forever) * m_ticksPerSecond;
}

std::int64_t Instance::demand(int task, int dimension) const
{
    const auto &t = m_problem.tasks[task];
    const auto at = [dimension](const std::vector<std::int64_t> &v) {
        return std::cmp_less(dimension, v.size()) ? v[dimension] : 0;
    };
    return std::max(at(t.delivery), at(t.pickup));
}

} // namespace Doorstep::Planning
