// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/problem.h"

#include <chrono>
#include <expected>
#include <string>
#include <string_view>

namespace Doorstep::Planning {

struct Json;

/// A problem of jobs as a VROOM document for somebody else's VROOM, and its answer as a plan.
///
/// VROOM has hard windows only: what would be late is unserved in its answer. It knows no beginnings that are fixed
/// either, so each vehicle is asked about from where and when its fixed tasks are done, with what is left of its
/// limits (a vehicle that may leave at any time leaves at 0); locked routes are not asked about; who is pinned needs a
/// skill that one vehicle alone has. The plan at hand goes along as `steps` as far as it keeps the windows, for VROOM
/// takes no other.
class VroomQuestion
{
public:
    /// \a problem has neither shipments nor breaks, as a day of Doorstep has none, and outlives this.
    VroomQuestion(const Problem &problem, Plan start);

    /// Whether nothing is left to be asked.
    [[nodiscard]] bool isEmpty() const;
    /// The document, with `options` for the HTTP server in front of VROOM: an answer within \a limit.
    [[nodiscard]] std::string text(std::chrono::milliseconds limit) const;
    /// What \a answer means, with what is fixed and locked where it was. Whatever it says, the plan is one of the
    /// problem: each task at most once, the pinned with their vehicle. The error is a sentence.
    [[nodiscard]] std::expected<Plan, std::string> planIn(std::string_view answer) const;

private:
    /// Where a vehicle is after some of its tasks, and what is left of its limits; below zero: too much.
    struct Rest
    {
        std::int32_t place = -1;
        std::int64_t from = 0;
        std::int64_t tasks = 0;
        std::int64_t travelSeconds = 0;
        std::int64_t meters = 0;
        std::vector<std::int64_t> capacity;
        bool isInTime = true; ///< The last of them.
    };

    [[nodiscard]] const Matrix &matrixOf(const Vehicle &vehicle) const;
    void numberPins();
    void measureTimes();
    [[nodiscard]] std::size_t fixedOf(std::size_t vehicle) const;
    [[nodiscard]] bool isAsked(std::size_t vehicle) const;
    [[nodiscard]] Rest restOf(std::size_t vehicle) const;
    [[nodiscard]] Rest after(const Vehicle &vehicle, Rest rest, const Task &task, std::int64_t margin) const;
    [[nodiscard]] bool isWithin(const Vehicle &vehicle, const Rest &rest) const;
    [[nodiscard]] std::int64_t clock(std::int64_t seconds) const;
    [[nodiscard]] std::string windowText(const Window &window) const;
    [[nodiscard]] std::string vehicleText(std::size_t vehicle) const;
    [[nodiscard]] std::string stepsText(std::size_t vehicle) const;
    [[nodiscard]] std::string jobText(std::size_t task) const;
    [[nodiscard]] bool mayTake(std::size_t vehicle, std::int32_t task) const;
    [[nodiscard]] Plan kept() const;
    [[nodiscard]] std::string take(const Json &route, Plan &plan, std::vector<bool> &isServed) const;

    const Problem &m_problem;
    Plan m_start;
    std::vector<Rest> m_rests; ///< As vehicles: once what is fixed is done.
    std::vector<bool> m_isAsked; ///< As tasks.
    std::int32_t m_firstPin = 0; ///< The skill of the first vehicle alone; the others' follow.
    std::int64_t m_begin = 0; ///< Zero in the document, whose times are not negative.
    std::int64_t m_end = 0; ///< Later than all that is bounded.
};

} // namespace Doorstep::Planning
