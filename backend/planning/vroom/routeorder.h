// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/vroom/document.h"

namespace Doorstep::Planning {

/// The steps of one vehicle in their order, from its start to its end, and what lies between them.
class RouteOrder
{
public:
    /// To a step, from the place before. A break has none of it.
    struct Leg
    {
        std::int64_t ticks = 0; ///< Seconds, or hundredths where a vehicle has a speed of its own.
        std::int64_t meters = 0;
        std::int64_t cost = 0; ///< Where there is a matrix of costs.
        std::int64_t setupSeconds = 0; ///< At the step, as somebody who comes from elsewhere needs it.
    };

    /// A start and an end are added where \a steps have none.
    RouteOrder(const Problem &problem, std::size_t vehicle, std::vector<GivenStep> steps);

    [[nodiscard]] const Vehicle &vehicle() const { return m_vehicle; }
    [[nodiscard]] bool hasCostsOfLegs() const { return !m_matrix.costs.empty(); }
    [[nodiscard]] const std::vector<GivenStep> &steps() const { return m_steps; }
    [[nodiscard]] const Leg &leg(std::size_t step) const { return m_legs[step]; }
    [[nodiscard]] const Task &task(const GivenStep &step) const;
    [[nodiscard]] const Break &rest(const GivenStep &step) const;
    [[nodiscard]] std::int64_t ticksPerSecond() const { return m_ticks; }
    /// Whole seconds; down, also before the epoch.
    [[nodiscard]] std::int64_t seconds(std::int64_t ticks) const;
    /// As `schedule` wants them, in ticks.
    [[nodiscard]] std::vector<Visit> visits() const;

private:
    [[nodiscard]] Leg road(std::int32_t from, std::int32_t to) const;
    [[nodiscard]] std::int32_t placeOf(const GivenStep &step) const;
    [[nodiscard]] Visit visit(std::size_t i) const;
    [[nodiscard]] Window ticks(const Window &window) const;
    [[nodiscard]] std::vector<Window> ticks(const std::vector<Window> &windows) const;

    const Problem &m_problem;
    const Vehicle &m_vehicle;
    const Matrix &m_matrix;
    std::int64_t m_ticks;
    std::vector<GivenStep> m_steps;
    std::vector<Leg> m_legs;
};

} // namespace Doorstep::Planning
