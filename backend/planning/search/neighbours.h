// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/search/instance.h"

namespace Doorstep::Planning {

/// A task that is near, and the leg to it (or from it) by the first table.
struct Near
{
    std::int32_t task = 0;
    std::int32_t time = 0;
    float cost = 0;
};

/// As many lists as there are tasks, none longer than `width`.
struct Lists
{
    int width = 0;
    std::vector<Near> all;
    std::vector<std::int32_t> lengths;

    [[nodiscard]] std::span<const Near> of(int task) const
    {
        return {all.data() + static_cast<std::ptrdiff_t>(task) * width, static_cast<std::size_t>(lengths[task])};
    }
};

/// Vehicles that start (or end) at the same place, and which of these groups are near each task.
struct VehicleGroups
{
    std::vector<std::vector<int>> vehicles;
    std::vector<int> groupOf; ///< Of each vehicle.
    std::vector<std::vector<int>> near;
};

/// What is close to each task: the granular neighbourhood of Toth and Vigo (2003), with the waiting and lateness that a
/// leg cannot avoid added to its cost, as Vidal et al. (2013) do.
class Neighbours
{
public:
    Neighbours(const Instance &instance, int listed, int around);

    /// Tasks that are good to come from, best first.
    [[nodiscard]] std::span<const Near> before(int task) const { return m_before.of(task); }
    /// Tasks that are good to go on to.
    [[nodiscard]] std::span<const Near> after(int task) const { return m_after.of(task); }
    /// Tasks that are near, whatever their windows; itself first.
    [[nodiscard]] std::span<const Near> around(int task) const { return m_around.of(task); }
    /// Groups of vehicles; near are those whose start is as near as the tasks of `before`.
    [[nodiscard]] const VehicleGroups &starts() const { return m_starts; }
    [[nodiscard]] const VehicleGroups &ends() const { return m_ends; }

private:
    Lists m_before;
    Lists m_after;
    Lists m_around;
    VehicleGroups m_starts;
    VehicleGroups m_ends;
};

} // namespace Doorstep::Planning
