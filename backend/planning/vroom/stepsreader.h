// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/vroom/document.h"
#include "backend/planning/vroom/fields.h"

#include <map>
#include <set>

namespace Doorstep::Planning {

/// A document's tasks by their ids, which are apart for jobs, pickups and deliveries.
using TaskIds = std::map<Task::Kind, std::map<std::int64_t, std::int32_t>>;

/// Reads `steps`, once vehicles and tasks are known: the order of a plan at hand, and when each step must be.
class StepsReader
{
public:
    StepsReader(const Problem &problem, const TaskIds &ids)
        : m_problem(problem)
        , m_ids(ids)
    {
    }

    /// Those of one vehicle. No task may be in the steps of two.
    [[nodiscard]] std::vector<GivenStep> read(const Field &field, std::size_t vehicle);

private:
    [[nodiscard]] GivenStep readStep(const Field &field, std::size_t vehicle);
    [[nodiscard]] std::int32_t breakNamed(const Field &id, std::size_t vehicle);
    [[nodiscard]] std::int32_t taskNamed(const Field &id, Task::Kind kind, std::string_view type);

    const Problem &m_problem;
    const TaskIds &m_ids;
    std::set<std::int32_t> m_tasks; ///< Those that were in a step.
    std::set<std::int32_t> m_breaks; ///< Of the vehicle that is read.
};

} // namespace Doorstep::Planning
