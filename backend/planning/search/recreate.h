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

    /// Of what is unserved no more than \a most at a time.
    void run(Order order, double blink, std::size_t most);
    [[nodiscard]] Order anyOrder();

private:
    [[nodiscard]] double key(int task, Order order) const;
    [[nodiscard]] bool place(int task, double blink);

    Routes &m_routes;
    const Instance &m_instance;
    Dice &m_dice;
    Placer m_placer;
    bool m_hasPriorities = false;
    std::vector<float> m_distance; ///< From the nearest start.
    std::vector<std::pair<double, int>> m_queue;
};

} // namespace Doorstep::Planning
