// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/search/placer.h"

namespace Doorstep::Planning {

/// Puts what is unserved back, one after the other, each where it costs least: greedy insertion with blinks
/// (Christiaens and Vanden Berghe 2020).
class Recreate
{
public:
    enum class Order : std::uint8_t { Random, Demand, Far, Close, WindowWidth, WindowStart, WindowEnd };

    Recreate(Routes &routes, const Neighbours &neighbours, Dice &dice);

    /// All that is unserved.
    void runAll(Order order);
    /// Of what is unserved no more than \a most, each place overlooked with \a blink. Gives up, and is then false, as
    /// soon as the energy cannot stay below \a limit any more.
    [[nodiscard]] bool run(Order order, double blink, std::size_t most, double limit);
    [[nodiscard]] Order anyOrder();

private:
    [[nodiscard]] double key(int task, Order order) const;
    void fillQueue(Order order, std::size_t most);
    [[nodiscard]] double unservedCost(int task) const;
    void insert(int task, const Spot &spot);

    Routes &m_routes;
    const Instance &m_instance;
    Dice &m_dice;
    Placer m_placer;
    bool m_hasPriorities = false;
    std::vector<float> m_distance; ///< From the nearest start.
    std::vector<std::pair<double, int>> m_queue;
};

} // namespace Doorstep::Planning
