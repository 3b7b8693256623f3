// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/score.h"
#include "backend/planning/search/instance.h"
#include "backend/planning/search/loadtable.h"
#include "backend/planning/timing/timeline.h"

namespace Doorstep::Planning {

/// A place in a route: a task, or a vehicle's start or end. Times leave the breaks out.
struct alignas(64) Node
{
    std::int32_t next = -1;
    std::int32_t prev = -1;
    std::int32_t route = -1; ///< -1: unserved.
    std::int32_t place = 0;
    Ticks start = 0; ///< Earliest start of the service.
    Ticks depart = 0; ///< Earliest end of it.
    Ticks latest = 0; ///< Latest arrival that makes nothing (later) late from here on.
    float legCost = 0; ///< To next; 0 from the start of an unused vehicle.
    std::int32_t legTime = 0;
    bool isSealed = false; ///< Nothing may come between it and the next.
    bool isFixed = false; ///< Stays where it is.
    // Copies from the nodes before and behind, which then need not be looked at to refuse a place.
    std::int32_t nextPlace = 0;
    std::int32_t prevPlace = 0;
    float prevLegCost = 0;
};

static_assert(sizeof(Node) == 64);

/// Sums over one vehicle's route.
struct RouteSums
{
    double cost = 0; ///< Legs, tasks' time, and the fixed costs once it is used.
    Ticks travel = 0;
    std::int64_t meters = 0;
    std::int64_t load = 0; ///< In the first dimension.
    std::int64_t capacity = 0;
    Lateness lateness;
    std::int32_t count = 0;
    std::int32_t table = 0;
    bool isLimited = false; ///< By tasks, travel or metres.
    bool hasBreaks = false;
};

/// A plan as the search has it: linked lists, each node with how early and how late it may be, so that an insertion is
/// judged in a constant time (the two ends of Vidal et al. 2013's concatenation, for windows that stay hard).
///
/// Changes since `begin()` can be taken back.
class Routes
{
public:
    explicit Routes(const Instance &instance);

    [[nodiscard]] const Instance &instance() const { return m_instance; }
    [[nodiscard]] const Node &node(int n) const { return m_nodes[n]; }
    /// All of them. The legs of what is unserved save so much that no detour is bad enough to look at them.
    [[nodiscard]] std::span<const Node> nodes() const { return m_nodes; }
    [[nodiscard]] const RouteSums &route(int vehicle) const { return m_routes[vehicle]; }
    [[nodiscard]] bool isServed(int task) const { return m_nodes[task].route >= 0; }
    [[nodiscard]] const std::vector<int> &unserved() const { return m_unserved; }
    /// Vehicles that have a task.
    [[nodiscard]] const std::vector<int> &used() const { return m_used; }
    /// One empty vehicle that is like all others of its type; -1 when none is left.
    [[nodiscard]] int emptyOfType(int type) const { return m_empty[type].empty() ? -1 : m_empty[type].back(); }

    /// For the load of \a task after \a after; a pickup's stays on board to the end, a delivery's needs none.
    [[nodiscard]] bool hasRoomFor(int task, int after) const;
    /// For what \a pickup brings, at \a node.
    [[nodiscard]] bool hasRoomAt(int node, int pickup) const;
    /// Everything hard about putting \a task after \a after, which it says in full (and slowly).
    [[nodiscard]] bool mayInsert(int task, int after) const;
    /// Whether an arrival at \a n from \a placeBefore makes nothing late there and behind.
    [[nodiscard]] bool isInTime(int n, int placeBefore, Ticks arrival) const
    {
        const auto &here = m_nodes[n];
        if (!m_instance.hasSetups() || m_instance.times(n).setup == 0) [[likely]]
            return arrival <= here.latest;
        return arrival <= latestArrival(n, latestDeparture(n), actionAt(n, placeBefore));
    }

    void insert(int task, int after);
    /// Removes \a count tasks that follow each other from \a first on.
    void removeString(int first, int count);

    void begin();
    void takeBack();
    /// Vehicles that were changed since `begin()`.
    template <typename Tell>
    void forEachTouched(const Tell &tell) const
    {
        for (const auto &[vehicle, sums] : m_savedRoutes)
            tell(vehicle);
    }
    /// Whether a change made something hard impossible; it must be taken back.
    [[nodiscard]] bool isBroken() const { return m_isBroken; }

    /// What the annealing looks at.
    [[nodiscard]] double energy() const { return m_energy; }
    [[nodiscard]] Score score() const;
    [[nodiscard]] Plan plan() const;
    void load(const Plan &plan); ///< One of ours: all of it fits.
    /// Takes as much of a plan as fits, the fixed tasks in any case.
    void loadWhatFits(const Plan &plan);

    /// Of the whole route of \a after, with \a task after it.
    [[nodiscard]] Lateness latenessWith(int task, int after) const;
    [[nodiscard]] double energyOf(const Lateness &lateness) const;
    [[nodiscard]] double disturbance(int vehicle, int task) const
    {
        return m_home.empty() || m_home[task] < 0 || m_home[task] == vehicle ? 0 : m_moveCost;
    }
    void setHome(const Plan &plan);
    [[nodiscard]] Timeline &timeline() const { return m_timeline; }
    /// Tasks of a route in order, with \a task after \a after (none: -1).
    [[nodiscard]] const std::vector<int> &sequence(int vehicle, int task = -1, int after = -1) const;

private:
    void touch(int vehicle);
    void link(int from, int to);
    void unlink(int task);
    void forgetLeg(int start);
    /// Brings a route's times and loads in order after a change: forward from \a first, back from \a last.
    void settle(int vehicle, int first, int last);
    void forward(int first, bool isWhole);
    void backward(int last, bool isWhole);
    void settleLateness(int vehicle);
    [[nodiscard]] bool breaksLimits(int vehicle) const;
    void sumLoads(int vehicle);
    void sumForward(int vehicle, int dimension);
    void sumBackward(int vehicle, int dimension);
    void clear();
    void clear(int vehicle);
    void count(int task, int vehicle, int sign);
    void setUsed(int vehicle, bool isUsed);
    void restore(int vehicle, const RouteSums &sums, std::span<const std::int64_t> loads);
    void leaveUnserved(int task);
    void append(int vehicle, const std::vector<std::int32_t> &tasks, bool asMuchAsFits);
    void dropHalves();
    [[nodiscard]] bool hasPickedUp(int task, int vehicle) const;
    [[nodiscard]] bool hasRoomInSum(int task, int vehicle) const;
    [[nodiscard]] bool hasRoomOnTheWay(int task, int after) const;
    [[nodiscard]] double setupsSaved(int vehicle) const;
    [[nodiscard]] Ticks actionAt(int n, int placeBefore) const
    {
        const auto &t = m_instance.times(n);
        return t.service + (t.place != placeBefore ? t.setup : 0);
    }
    /// When \a n must be left for the next to be reached in time.
    [[nodiscard]] Ticks latestDeparture(int n) const
    {
        const auto &node = m_nodes[n];
        return node.next < 0 ? forever * 100 : m_nodes[node.next].latest - node.legTime;
    }
    /// The latest arrival at \a n for a service of \a action that must end by \a limit, and makes nothing (more) late.
    [[nodiscard]] Ticks latestArrival(int n, Ticks limit, Ticks action) const;
    [[nodiscard]] Ticks latestArrivalInRoute(int n) const;
    [[nodiscard]] Ticks latestSoftArrival(int n, Ticks latest) const;
    [[nodiscard]] Ticks latestHardArrival(int n, Ticks latest) const;
    [[nodiscard]] Ticks endWithoutHarm(int n) const;

    const Instance &m_instance;
    int m_loads;
    double m_moveCost = 0;
    std::vector<Node> m_nodes;
    std::vector<RouteSums> m_routes;
    std::vector<int> m_unserved;
    std::vector<int> m_unservedAt;
    std::vector<int> m_used;
    std::vector<std::vector<int>> m_empty;
    std::vector<int> m_home;
    LoadTable m_sums; ///< Of each route.
    LoadTable m_load; ///< After each node; only where sums do not do.
    LoadTable m_before; ///< The most up to each node.
    LoadTable m_after; ///< The most from each node on.
    mutable Timeline m_timeline;
    mutable std::vector<int> m_sequence;

    double m_energy = 0;
    bool m_isBroken = false;
    std::vector<Node> m_savedNodes; ///< One saved route after the other, in order.
    std::vector<std::pair<int, RouteSums>> m_savedRoutes;
    std::vector<int> m_savedUnserved;
    std::vector<std::int64_t> m_savedSums;
    std::vector<std::uint32_t> m_touched;
    std::uint32_t m_stamp = 0;
    double m_savedEnergy = 0;
};

/// First start of the service at \a n for an arrival; past all windows, the arrival.
[[nodiscard]] inline Ticks startFor(const Instance &instance, const TaskTimes &t, int n, Ticks arrival)
{
    if (t.windowCount == 1) [[likely]]
        return arrival > t.from ? arrival : t.from;
    for (const auto &window : instance.windows(n))
        if (arrival <= window.to)
            return arrival > window.from ? arrival : window.from;
    return arrival;
}

} // namespace Doorstep::Planning
