// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/search/neighbours.h"

#include <algorithm>
#include <map>

namespace Doorstep::Planning {
namespace {

constexpr double weightOfWaiting = 0.2;
constexpr double weightOfLateness = 1.0;
constexpr float apart = 1e11F; ///< Not worth a place in a list.

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

} // namespace

Neighbours::Neighbours(const Instance &instance, int listed, int around)
    : m_before(emptyLists(instance.taskCount(), listed))
    , m_after(emptyLists(instance.taskCount(), listed))
    , m_around(emptyLists(instance.taskCount(), around))
    , m_reachBefore(instance.taskCount())
    , m_reachAfter(instance.taskCount())
{
    if (instance.vehicleCount() == 0)
        return;
    listAround(instance);
    listLegs(instance, m_before, true);
    listLegs(instance, m_after, false);
    groupVehicles(instance, true, m_startGroups, m_starts, m_reachBefore);
    groupVehicles(instance, false, m_endGroups, m_ends, m_reachAfter);
}

void Neighbours::listAround(const Instance &instance)
{
    std::vector<Ranked> ranked;
    for (int t = 0; t < instance.taskCount(); ++t) {
        ranked.clear();
        const auto *legs = instance.legsTo(0, instance.times(t).place);
        for (int o = 0; o < instance.taskCount(); ++o)
            ranked.push_back({.rank = o == t ? -1.0F : legs[instance.times(o).place].cost, .task = o});
        keepBest(instance, legs, ranked, m_around, t);
    }
}

void Neighbours::listLegs(const Instance &instance, Lists &lists, bool isBefore)
{
    // What a tick costs on the road: what a table of legs says on average.
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
    std::vector<Ranked> ranked;
    for (int t = 0; t < instance.taskCount(); ++t) {
        ranked.clear();
        const auto &here = instance.times(t);
        const auto *legs = isBefore ? instance.legsTo(0, here.place) : instance.legsFrom(0, here.place);
        for (int o = 0; o < instance.taskCount(); ++o) {
            if (o == t)
                continue;
            const auto &there = instance.times(o);
            const auto &leg = legs[there.place];
            const float rank = isBefore ? rankOf(instance, there, here, leg, cost / time)
                                        : rankOf(instance, here, there, leg, cost / time);
            if (rank < apart)
                ranked.push_back({.rank = rank, .task = o});
        }
        (isBefore ? m_reachBefore : m_reachAfter)[t] = keepBest(instance, legs, ranked, lists, t);
    }
}

void Neighbours::groupVehicles(const Instance &instance, bool isStart, VehicleGroups &groups,
                               std::vector<std::vector<int>> &near, const std::vector<float> &reach) const
{
    std::map<std::pair<int, int>, int> known;
    std::vector<std::pair<int, int>> places;
    for (int v = 0; v < instance.vehicleCount(); ++v) {
        const std::pair key(instance.tableOf(v),
                            instance.times(isStart ? instance.startOf(v) : instance.endOf(v)).place);
        const auto [at, isNew] = known.try_emplace(key, static_cast<int>(groups.size()));
        if (isNew) {
            groups.emplace_back();
            places.push_back(key);
        }
        groups[at->second].push_back(v);
    }
    near.resize(instance.taskCount());
    for (int t = 0; t < instance.taskCount(); ++t) {
        for (std::size_t g = 0; g < groups.size(); ++g) {
            const auto [table, place] = places[g];
            const int here = instance.times(t).place;
            const auto &leg = isStart ? instance.legsTo(table, here)[place] : instance.legsFrom(table, here)[place];
            if (leg.cost <= reach[t])
                near[t].push_back(static_cast<int>(g));
        }
    }
}

} // namespace Doorstep::Planning
