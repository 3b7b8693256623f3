// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/problem.h"

#include <span>

namespace Doorstep::Planning {

/// Times of a search: seconds, or hundredths where a vehicle's speed factor makes seconds too coarse.
using Ticks = std::int64_t;

struct Leg
{
    std::int32_t time = 0;
    float cost = 0;

    bool operator==(const Leg &) const = default;
};

/// Legs of all vehicles that drive and cost the same.
struct LegTable
{
    std::vector<Leg> out; ///< Row of the place that is left.
    std::vector<Leg> in; ///< Row of the place that is reached; empty where both are the same.
    std::vector<std::int32_t> meters; ///< As `out`; empty where nobody asks.
};

/// What the search asks most of a task, in one cache line.
struct TaskTimes
{
    Ticks from = 0; ///< Of the first window.
    Ticks to = 0; ///< Of the last one.
    Ticks service = 0;
    Ticks setup = 0;
    std::int64_t demand = 0; ///< In the first dimension, where only sums matter.
    std::int32_t place = 0;
    std::int32_t firstWindow = 0; ///< Among the instance's windows.
    std::int32_t windowCount = 0;
    std::int32_t other = -1;
};

/// A problem made flat for the search: nodes are the tasks, then the vehicles' starts, then their ends.
class Instance
{
public:
    explicit Instance(const Problem &problem);

    [[nodiscard]] const Problem &problem() const { return m_problem; }
    [[nodiscard]] int taskCount() const { return m_taskCount; }
    [[nodiscard]] int vehicleCount() const { return m_vehicleCount; }
    [[nodiscard]] int nodeCount() const { return m_taskCount + 2 * m_vehicleCount; }
    [[nodiscard]] int startOf(int vehicle) const { return m_taskCount + vehicle; }
    [[nodiscard]] int endOf(int vehicle) const { return m_taskCount + m_vehicleCount + vehicle; }
    [[nodiscard]] int placeCount() const { return m_placeCount; }

    [[nodiscard]] const TaskTimes &times(int node) const { return m_times[node]; }
    [[nodiscard]] const Task &task(int t) const { return m_problem.tasks[t]; }
    [[nodiscard]] const Vehicle &vehicle(int v) const { return m_problem.vehicles[v]; }
    [[nodiscard]] std::span<const Window> windows(int node) const;

    [[nodiscard]] int tableOf(int vehicle) const { return m_tableOf[vehicle]; }
    [[nodiscard]] const Leg *legsFrom(int table, int place) const;
    [[nodiscard]] const Leg *legsTo(int table, int place) const;
    [[nodiscard]] std::int64_t meters(int table, int from, int to) const;

    [[nodiscard]] bool mayServe(int vehicle, int task) const { return m_mayServe[pairOf(vehicle, task)] != 0; }
    /// Vehicles that are alike in everything have the same.
    [[nodiscard]] int typeOf(int vehicle) const { return m_typeOf[vehicle]; }
    [[nodiscard]] int typeCount() const { return m_typeCount; }
    [[nodiscard]] double taskCost(int v, int t) const;
    [[nodiscard]] double fixedCost(int v) const { return vehicle(v).costs.fixed; }
    [[nodiscard]] Ticks maxTravel(int v) const;

    [[nodiscard]] bool isSoft() const { return m_problem.soft.has_value(); }
    /// Nothing is picked up that something else was delivered before: a route's sum of load says all.
    [[nodiscard]] bool sumsOnly() const { return m_sumsOnly; }
    [[nodiscard]] bool hasSetups() const { return m_hasSetups; }
    [[nodiscard]] bool hasOneTable() const { return m_tables.size() == 1; }
    /// Every vehicle may serve every task, and only the first dimension of load matters.
    [[nodiscard]] bool isPlain() const { return m_isPlain; }
    [[nodiscard]] bool hasTaskCosts() const { return m_hasTaskCosts; }
    [[nodiscard]] bool hasMeters() const { return m_hasMeters; }
    [[nodiscard]] bool hasShipments() const { return m_hasShipments; }
    [[nodiscard]] std::int64_t demand(int t, int dimension) const;
    [[nodiscard]] Ticks ticksPerSecond() const { return m_ticksPerSecond; }
    /// What not serving a task costs the search: more than any detour.
    [[nodiscard]] double unservedCost(int task) const { return m_unserved[task]; }
    [[nodiscard]] double averageLeg() const { return m_averageLeg; }
    [[nodiscard]] double lateStopCost() const { return m_lateStop; }
    [[nodiscard]] double lateTickCost() const { return m_lateTick; }
    /// What the soft objective asks for; 0 where windows are hard.
    [[nodiscard]] double brokenPromiseCost() const { return m_brokenPromise; }
    [[nodiscard]] double movedTaskCost() const { return m_movedTask; }

private:
    [[nodiscard]] std::size_t pairOf(int vehicle, int task) const
    {
        return static_cast<std::size_t>(vehicle) * static_cast<std::size_t>(m_taskCount)
            + static_cast<std::size_t>(task);
    }
    void numberPlaces();
    void fillTimes();
    void fillTables();
    [[nodiscard]] LegTable tableFor(const Vehicle &owner) const;
    void sortVehicles();
    [[nodiscard]] bool couldServe(int v, int t) const;
    void weigh();

    const Problem &m_problem;
    int m_taskCount;
    int m_vehicleCount;
    int m_placeCount = 0; ///< Those in use, and one that is nowhere.
    int m_typeCount = 0;
    Ticks m_ticksPerSecond = 1;
    bool m_sumsOnly = true;
    bool m_hasTaskCosts = false;
    bool m_hasSetups = false;
    bool m_isPlain = true;
    bool m_hasMeters = false;
    bool m_hasShipments = false;
    double m_averageLeg = 1;
    double m_lateStop = 0;
    double m_lateTick = 0;
    double m_brokenPromise = 0;
    double m_movedTask = 0;
    std::vector<std::int32_t> m_places; ///< The problem's, by ours.
    std::vector<TaskTimes> m_times;
    std::vector<Window> m_windows;
    std::vector<LegTable> m_tables;
    std::vector<std::int32_t> m_tableOf;
    std::vector<std::int32_t> m_typeOf;
    std::vector<std::uint8_t> m_mayServe;
    std::vector<double> m_unserved;
};

inline const Leg *Instance::legsFrom(int table, int place) const
{
    return m_tables[table].out.data() + static_cast<std::ptrdiff_t>(place) * m_placeCount;
}

inline const Leg *Instance::legsTo(int table, int place) const
{
    const auto &legs = m_tables[table];
    return (legs.in.empty() ? legs.out.data() : legs.in.data()) + static_cast<std::ptrdiff_t>(place) * m_placeCount;
}

inline std::int64_t Instance::meters(int table, int from, int to) const
{
    const auto &all = m_tables[table].meters;
    return all.empty() ? 0 : all[from * m_placeCount + to];
}

inline std::span<const Window> Instance::windows(int node) const
{
    const auto &t = times(node);
    return {m_windows.data() + t.firstWindow, static_cast<std::size_t>(t.windowCount)};
}

/// A leg that is not driven: no road, or longer than two hundred days.
inline constexpr std::int32_t noRoadTime = std::numeric_limits<std::int32_t>::max() / 2;
inline constexpr double noRoadCost = 1e12;

} // namespace Doorstep::Planning
