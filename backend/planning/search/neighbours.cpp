// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/search/neighbours.h"

#include <algorithm>

namespace Doorstep::Planning {
namespace {

constexpr double weightOfWaiting = 0.2;
constexpr double weightOfLateness = 1.0;
constexpr float apart = 1e11F; ///< Not worth a place in a list.

/// Which way a leg leads, as a task sees it.
enum class Way : std::uint8_t { Here, Onward };

const Leg *legsOf(const Instance &instance, int table, int place, Way way)
{
    return way == Way::Here ? instance.legsTo(table, place) : instance.legsFrom(table, place);
}

struct Ranked
{
    float rank;
    std::int32_t task;

    bool operator<(const Ranked &o) const { return rank != o.rank ? rank < o.rank : task < o.task; }
};

/// The leg from \a a to \a b, with the least waiting and lateness that it brings.
float rankOf(const Instance &instance, const TaskTimes &a, const TaskTimes &b, const Leg &leg, double costPerTick)
{
    const Ticks earliest = a.from + a.service + leg.time;
    const Ticks lateness = std::max<Ticks>(0, earliest - b.to);
    if (lateness > 0 && !instance.isSoft())
        return apart;
    const Ticks waiting = std::max<Ticks>(0, b.from - (a.to + a.service + leg.time));
    return static_cast<float>(
        leg.cost
        + costPerTick
            * (weightOfWaiting * static_cast<double>(waiting) + weightOfLateness * static_cast<double>(lateness)));
}

/// The best of \a ranked into the list of \a task, in order; the rank of the last.
float keepBest(const Instance &instance, const Leg *legs, std::vector<Ranked> &ranked, Lists &lists, int task)
{
    const auto kept = std::min(ranked.size(), static_cast<std::size_t>(lists.width));
    if (kept < ranked.size())
        std::nth_element(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept), ranked.end());
    std::sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept));
    lists.lengths[task] = static_cast<std::int32_t>(kept);
    for (std::size_t i = 0; i < kept; ++i) {
        const int other = ranked[i].task;
        const auto &leg = legs[instance.times(other).place];
        lists.all[static_cast<std::size_t>(task) * lists.width + i] = {
            .task = other, .time = leg.time, .cost = leg.cost};
    }
    return kept < ranked.size() ? ranked[kept - 1].rank : apart;
}

Lists emptyLists(int tasks, int width)
{
    width = std::min(width, tasks);
    return {.width = width,
            .all = std::vector<Near>(static_cast<std::size_t>(tasks) * width),
            .lengths = std::vector<std::int32_t>(tasks)};
}

void listAround(const Instance &instance, Lists &lists)
{
    std::vector<Ranked> ranked;
    for (int t = 0; t < instance.taskCount(); ++t) {
        ranked.clear();
        const auto *legs = instance.legsTo(0, instance.times(t).place);
        for (int o = 0; o < instance.taskCount(); ++o)
            ranked.push_back({.rank = o == t ? -1.0F : legs[instance.times(o).place].cost, .task = o});
        keepBest(instance, legs, ranked, lists, t);
    }
}

/// What a tick costs on the road: what a table of legs says on average.
double averageTickCost(const Instance &instance)
{
    double cost = 0;
    double time = 1;
    const auto *first = instance.legsFrom(0, instance.times(0).place);
    for (int o = 0; o < instance.taskCount(); ++o) {
        const auto &leg = first[instance.times(o).place];
        if (leg.time < noRoadTime) {
            cost += leg.cost;
            time += leg.time;
        }
    }
    return cost / time;
}

/// The tasks that a leg could lead from (or to), with how good it is.
void rankLegs(const Instance &instance, int task, Way way, double costPerTick, std::vector<Ranked> &ranked)
{
    ranked.clear();
    const auto &here = instance.times(task);
    const auto *legs = legsOf(instance, 0, here.place, way);
    for (int o = 0; o < instance.taskCount(); ++o) {
        if (o == task)
            continue;
        const auto &there = instance.times(o);
        const auto &leg = legs[there.place];
        const float rank = way == Way::Here ? rankOf(instance, there, here, leg, costPerTick)
                                            : rankOf(instance, here, there, leg, costPerTick);
        if (rank < apart)
            ranked.push_back({.rank = rank, .task = o});
    }
}

/// The best legs of each task into \a lists; the ranks of the last.
std::vector<float> listLegs(const Instance &instance, Way way, Lists &lists)
{
    const double costPerTick = averageTickCost(instance);
    std::vector<Ranked> ranked;
    std::vector<float> reach;
    reach.reserve(instance.taskCount());
    for (int t = 0; t < instance.taskCount(); ++t) {
        rankLegs(instance, t, way, costPerTick, ranked);
        reach.push_back(keepBest(instance, legsOf(instance, 0, instance.times(t).place, way), ranked, lists, t));
    }
    return reach;
}

/// Vehicles by where they start (or end), and which of those places are as near to each task as \a reach.
VehicleGroups groupVehicles(const Instance &instance, Way way, const std::vector<float> &reach)
{
    VehicleGroups groups;
    std::vector<std::pair<int, int>> places; // with the table that their legs are in
    for (int v = 0; v < instance.vehicleCount(); ++v) {
        const int node = way == Way::Here ? instance.startOf(v) : instance.endOf(v);
        const std::pair place(instance.tableOf(v), instance.times(node).place);
        const auto known = std::ranges::find(places, place);
        const auto at = static_cast<std::size_t>(known - places.begin());
        if (known == places.end()) {
            places.push_back(place);
            groups.vehicles.emplace_back();
        }
        groups.vehicles[at].push_back(v);
        groups.groupOf.push_back(static_cast<int>(at));
    }
    groups.near.resize(instance.taskCount());
    for (int t = 0; t < instance.taskCount(); ++t) {
        for (std::size_t g = 0; g < places.size(); ++g) {
            const auto [table, place] = places[g];
            if (legsOf(instance, table, instance.times(t).place, way)[place].cost <= reach[t])
                groups.near[t].push_back(static_cast<int>(g));
        }
    }
    return groups;
}

} // namespace

Neighbours::Neighbours(const Instance &instance, int listed, int around)
    : m_before(emptyLists(instance.taskCount(), listed))
    , m_after(emptyLists(instance.taskCount(), listed))
    , m_around(emptyLists(instance.taskCount(), around))
{
    if (instance.vehicleCount() == 0)
        return;
    listAround(instance, m_around);
    m_starts = groupVehicles(instance, Way::Here, listLegs(instance, Way::Here, m_before));
    m_ends = groupVehicles(instance, Way::Onward, listLegs(instance, Way::Onward, m_after));
}

} // namespace Doorstep::Planning
