// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/search/recreate.h"
#include "backend/planning/search/ruin.h"

#include <functional>

namespace Doorstep::Planning {

/// Ruins and recreates, taking what is worse with a chance that falls as the search cools down.
class Annealer
{
public:
    struct Heat
    {
        double first = 1; ///< In units of energy.
        double last = 0.01;
        double cycles = 1; ///< How often it cools down from the first to the last.
    };

    Annealer(const Instance &instance, const Neighbours &neighbours, std::uint64_t seed);

    /// Starts from \a plan, of which all that fits is taken, and completes it.
    void start(const Plan &plan);
    /// The best of several constructions.
    void construct(const std::function<bool()> &mayGoOn);
    /// Goes on from \a plan, one of another annealer of the same instance.
    void adopt(const Plan &plan, const Score &score);

    /// At most \a iterations, from \a from to \a to on the way of cooling (0 to 1), which \a progress may bring
    /// forward; it is asked every few iterations and ends the run with 1.
    void run(std::int64_t iterations, const std::function<double(std::int64_t)> &progress, Heat heat);

    [[nodiscard]] const Plan &best() const { return m_best; }
    [[nodiscard]] const Score &bestScore() const { return m_bestScore; }
    [[nodiscard]] double averageLeg() const;
    [[nodiscard]] std::int64_t iterations() const { return m_iterations; }
    [[nodiscard]] std::int64_t sinceImproved() const { return m_iterations - m_improvedAt; }
    void setHome(const Plan &plan) { m_routes.setHome(plan); }

private:
    void iterate(double temperature);
    void keepIfBest();
    void markChanged();

    const Instance &m_instance;
    Dice m_dice;
    Routes m_routes;
    Ruin m_ruin;
    Recreate m_recreate;
    RuinSize m_size;
    Plan m_best;
    Score m_bestScore;
    double m_bestEnergy = 0;
    std::vector<int> m_changed; ///< Vehicles whose routes differ from the best plan's.
    std::vector<char> m_isChanged;
    std::int64_t m_iterations = 0;
    std::int64_t m_improvedAt = 0;
};

} // namespace Doorstep::Planning
