// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/search/dice.h"
#include "backend/planning/search/neighbours.h"
#include "backend/planning/search/routes.h"

namespace Doorstep::Planning {

/// How much a ruin takes out.
struct RuinSize
{
    double tasks = 10; ///< On average.
    int longestString = 10;
};

/// Takes strings of tasks out of routes near one place: what Christiaens and Vanden Berghe (2020) call slack induction
/// by string removals. Fixed tasks stay.
class Ruin
{
public:
    Ruin(Routes &routes, const Neighbours &neighbours, Dice &dice)
        : m_routes(routes)
        , m_instance(routes.instance())
        , m_neighbours(neighbours)
        , m_dice(dice)
        , m_ruined(routes.instance().vehicleCount())
    {
    }

    /// Strings near \a seed.
    void strings(int seed, RuinSize size);

private:
    void string(int task, int length);
    void splitString(int task, int length);
    [[nodiscard]] int firstOfString(int task, int &length) const;
    void removeOthers();

    Routes &m_routes;
    const Instance &m_instance;
    const Neighbours &m_neighbours;
    Dice &m_dice;
    std::vector<std::uint32_t> m_ruined;
    std::uint32_t m_stamp = 0;
};

} // namespace Doorstep::Planning
