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

/// What a vehicle makes of the entries of its matrix.
class Driving
{
public:
    Driving(const Matrix &matrix, const Vehicle &vehicle, Ticks ticksPerSecond)
        : m_matrix(matrix)
        , m_slowness(static_cast<double>(ticksPerSecond) / vehicle.speedFactor)
        , m_perTick(vehicle.costs.perHour / 3600.0 / static_cast<double>(ticksPerSecond))
        , m_perMeter(vehicle.costs.perKilometer / 1000.0)
    {
    }

    [[nodiscard]] bool knowsMeters() const { return !m_matrix.meters.empty(); }
    [[nodiscard]] std::size_t entry(std::int32_t from, std::int32_t to) const { return m_matrix.entry(from, to); }
    [[nodiscard]] double meters(std::size_t entry) const { return knowsMeters() ? m_matrix.meters[entry] : 0.0; }
    [[nodiscard]] Leg leg(std::size_t entry) const
    {
        const auto time = std::round(m_matrix.seconds[entry] * m_slowness);
        if (time >= noRoadTime)
            return {.time = noRoadTime, .cost = static_cast<float>(noRoadCost)};
        const double cost =
            m_matrix.costs.empty() ? time * m_perTick + meters(entry) * m_perMeter : m_matrix.costs[entry];
        return {.time = static_cast<std::int32_t>(time), .cost = static_cast<float>(cost)};
    }

private:
    const Matrix &m_matrix;
    double m_slowness;
    double m_perTick;
    double m_perMeter;
};

std::vector<Leg> transposed(const std::vector<Leg> &legs, std::size_t side)
{
    std::vector<Leg> result(legs.size());
    for (std::size_t i = 0; i < side; ++i)
        for (std::size_t j = 0; j < side; ++j)
            result[j * side + i] = legs[i * side + j];
    return result;
}

bool isSymmetric(const std::vector<Leg> &legs, std::size_t side)
{
    for (std::size_t i = 0; i < side; ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (legs[i * side + j] != legs[j * side + i])
                return false;
    return true;
}

/// Of the legs that are driven and cost something.
struct LegCosts
{
    double average = 1;
    double longest = 0;
};

LegCosts costsOf(const std::vector<LegTable> &tables)
{
    double sum = 0;
    double count = 0;
    LegCosts costs;
    for (const auto &table : tables) {
        for (const auto &leg : table.out) {
            if (leg.cost <= 0 || leg.cost >= noRoadCost / 2)
                continue;
            sum += leg.cost;
            count += 1;
            costs.longest = std::max<double>(costs.longest, leg.cost);
        }
    }
    if (count > 0)
        costs.average = sum / count;
    return costs;
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
            m_tables.push_back(tableFor(vehicle(v)));
        }
    }
}

LegTable Instance::tableFor(const Vehicle &owner) const
{
    const Driving driving(*m_problem.matrices[static_cast<std::size_t>(owner.matrix)], owner, m_ticksPerSecond);
    const auto side = static_cast<std::size_t>(m_placeCount);
    LegTable table;
    table.out.resize(side * side);
    if (m_hasMeters && driving.knowsMeters())
        table.meters.resize(side * side);
    for (std::size_t i = 0; i + 1 < side; ++i) {
        for (std::size_t j = 0; j + 1 < side; ++j) {
            const auto entry = driving.entry(m_places[i], m_places[j]);
            const auto leg = driving.leg(entry);
            table.out[i * side + j] = leg;
            if (!table.meters.empty() && leg.time < noRoadTime)
                table.meters[i * side + j] = static_cast<std::int32_t>(std::min(driving.meters(entry), 2e9));
        }
    }
    if (!isSymmetric(table.out, side))
        table.in = transposed(table.out, side);
    return table;
}

void Instance::sortVehicles()
{
    std::vector<int> examples;
    m_mayServe.resize(static_cast<std::size_t>(m_vehicleCount) * static_cast<std::size_t>(m_taskCount));
    for (int v = 0; v < m_vehicleCount; ++v) {
        const auto same = std::ranges::find_if(examples, [&](int e) { return isAlike(vehicle(e), vehicle(v)); });
        m_typeOf.push_back(static_cast<std::int32_t>(same - examples.begin()));
        if (same == examples.end())
            examples.push_back(v);
        for (int t = 0; t < m_taskCount; ++t)
            m_mayServe[pairOf(v, t)] = couldServe(v, t) ? 1 : 0;
    }
    m_typeCount = static_cast<int>(examples.size());
    m_isPlain = m_sumsOnly && m_problem.loads <= 1 && !std::ranges::contains(m_mayServe, 0);
}

/// Were it all that the vehicle had to do.
bool Instance::couldServe(int v, int t) const
{
    if (!hasAll(vehicle(v).skills, task(t).skills) || (task(t).pinnedTo >= 0 && task(t).pinnedTo != v))
        return false;
    for (int d = 0; d < m_problem.loads; ++d)
        if (demand(t, d) > vehicle(v).capacity[d])
            return false;
    return true;
}

/// Weights for the search only; which plan is better is always decided by the exact Score.
void Instance::weigh()
{
    const auto legs = costsOf(m_tables);
    m_averageLeg = legs.average;
    double fixed = 0;
    for (int v = 0; v < m_vehicleCount; ++v)
        fixed = std::max(fixed, fixedCost(v));
    int highest = 0;
    for (int t = 0; t < m_taskCount; ++t)
        highest = std::max(highest, task(t).priority);
    const double one = 4 * legs.longest + fixed + m_averageLeg;
    for (int t = 0; t < m_taskCount; ++t)
        m_unserved.push_back(one * (isSoft() ? 20 : 1) * (1 + (highest > 0 ? 8 * task(t).priority : 0)));
    if (const auto &soft = m_problem.soft) {
        m_lateStop = one;
        m_lateTick = one / (600.0 * static_cast<double>(m_ticksPerSecond)); // ten minutes weigh as a stop
        m_brokenPromise = soft->costPerBrokenPromise;
        m_movedTask = soft->costPerMovedTask;
    }
}

double Instance::taskCost(int v, int t) const
{
    if (!m_hasTaskCosts)
        return 0;
    return static_cast<double>(times(t).service + times(t).setup) / static_cast<double>(m_ticksPerSecond) / 3600.0
        * vehicle(v).costs.perTaskHour;
}

Ticks Instance::maxTravel(int v) const
{
    return std::min(vehicle(v).maxTravelSeconds, forever) * m_ticksPerSecond;
}

std::int64_t Instance::demand(int t, int dimension) const
{
    return std::max(loadIn(task(t).delivery, dimension), loadIn(task(t).pickup, dimension));
}

} // namespace Doorstep::Planning
