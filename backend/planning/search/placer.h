// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/search/dice.h"
#include "backend/planning/search/neighbours.h"
#include "backend/planning/search/routes.h"

namespace Doorstep::Planning {

/// Where a task would go.
struct Spot
{
    double cost = 0; ///< What it adds to the energy, without what it saves by being served.
    int after = -1; ///< A node; -1 when there is none.
    int otherAfter = -1; ///< For the delivery of a shipment; the pickup itself when it comes right behind.
};

/// Finds the best place for a task, looking only where it may be good: next to its neighbours, at starts and ends that
/// are near, and in one empty vehicle of each type.
class Placer
{
public:
    Placer(const Routes &routes, const Neighbours &neighbours, Dice &dice)
        : m_routes(routes)
        , m_instance(routes.instance())
        , m_neighbours(neighbours)
        , m_dice(dice)
        , m_seen(routes.instance().vehicleCount())
    {
    }

    /// The best for a job, or for a shipment, of which \a task is then the pickup, that costs less than \a below. Each
    /// place is overlooked with \a blink.
    [[nodiscard]] Spot best(int task, double blink, double below);

private:
    void bestOfJob(int task);
    void bestOfPair(int pickup);
    template <typename Try>
    void forEachUsedNear(const VehicleGroups &groups, int task, const Try &tryIt) const;
    void tryEmpty(int task);
    void tryAll(int task);
    void tryNeighbours(int task);
    void tryAfterThoseBefore(int task, Ticks deadline);
    void tryBeforeThoseAfter(int task, Ticks deadline);
    void tryAfter(int task, int after);
    void tryAt(int task, int after, const Leg &in, const Leg &out, double cost);
    [[nodiscard]] bool hasRoom(int task, int after) const;
    [[nodiscard]] double withTask(double cost, int vehicle, int task) const;
    [[nodiscard]] bool keepsLimits(int task, int after, const Leg &in, const Leg &out) const;
    [[nodiscard]] bool keepsBreaks(int task, int after) const;
    [[nodiscard]] double latenessCost(int task, int after, Ticks start, Ticks onward) const;

    struct Loaded;
    void tryNearRoutes(int pickup);
    void tryEmptyForPair(int pickup);
    void tryAllForPair(int pickup);
    void tryPairOnce(int pickup, int vehicle);
    void tryPair(int pickup, int vehicle);
    void tryDelivery(int pickup, int first, Ticks now, double pickupCost);
    void tryDeliveryAt(const Loaded &loaded);
    [[nodiscard]] bool goOn(Loaded &loaded) const;
    void considerPair(int pickup, int first, int last, double cost);
    void writeOrder(int pickup, int first, int last);

    [[nodiscard]] bool isAllowed(int vehicle, int task) const;
    [[nodiscard]] bool isWithinLimits(int vehicle, int tasks, Ticks moreTravel, std::int64_t moreMeters) const;
    [[nodiscard]] bool isWithinLimits(int vehicle, const std::vector<int> &order) const;
    void consider(double cost, int after, int otherAfter);
    [[nodiscard]] bool blinks();

    const Routes &m_routes;
    const Instance &m_instance;
    const Neighbours &m_neighbours;
    Dice &m_dice;
    Spot m_best;
    double m_blink = 0;
    int m_untilBlink = 0;
    bool m_looksEverywhere = true;
    std::vector<std::uint32_t> m_seen;
    std::uint32_t m_stamp = 0;
    std::vector<int> m_order;
};

} // namespace Doorstep::Planning
