// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/planning/days.h"

#include "backend/planning/search/dice.h"

#include <algorithm>
#include <cmath>

namespace Doorstep::Bench {

using namespace Planning;

constexpr std::int64_t hour = 3600;

Problem halfDriven(const Problem &whole, const Plan &morning, Plan &rest)
{
    auto noon = whole;
    noon.tasks.clear();
    rest.routes.assign(whole.vehicles.size(), {});
    const auto &matrix = *whole.matrices.front();
    for (std::size_t v = 0; v < morning.routes.size(); ++v) {
        auto &vehicle = noon.vehicles[v];
        const auto &route = morning.routes[v];
        for (std::size_t i = 0; i < route.size(); ++i) {
            const auto &task = whole.tasks[static_cast<std::size_t>(route[i])];
            if (i >= route.size() / 2) {
                if (route[i] % 20 != 0)
                    rest.routes[v].push_back(static_cast<std::int32_t>(noon.tasks.size()));
                noon.tasks.push_back(task);
                continue;
            }
            const auto leg = matrix.seconds[matrix.entry(vehicle.start, task.place)];
            vehicle.window.from = std::max(task.windows.front().from, vehicle.window.from + leg) + task.serviceSeconds;
            vehicle.start = task.place;
            vehicle.capacity.front() -= task.delivery.front();
        }
    }
    return noon;
}

Problem cityDay(int drivers, int stops, unsigned seed)
{
    Dice dice(seed);
    std::vector<std::pair<double, double>> places{{0.5, 0.5}};
    for (int i = 0; i < drivers * stops; ++i)
        places.emplace_back(dice.unit(), dice.unit());
    auto matrix = std::make_shared<Matrix>();
    matrix->places = static_cast<std::int32_t>(places.size());
    for (const auto &a : places) {
        for (const auto &b : places) {
            // Streets go two ways, some of them only one; ten kilometres a side at 25 km/h.
            const double meters = 10000 * (std::abs(a.first - b.first) + std::abs(a.second - b.second));
            matrix->meters.push_back(static_cast<std::uint32_t>(meters));
            matrix->seconds.push_back(static_cast<std::uint32_t>(meters / 7.0 * (0.95 + 0.1 * dice.unit())));
        }
    }
    Problem problem{.loads = 1};
    problem.matrices.push_back(matrix);
    for (int v = 0; v < drivers; ++v)
        problem.vehicles.push_back({.id = v + 1,
                                    .start = 0,
                                    .end = 0,
                                    .capacity = {3LL * stops},
                                    .window = {.from = 8 * hour, .to = 18 * hour},
                                    .costs = {.perHour = 1800, .perKilometer = 30}});
    for (int t = 0; t < drivers * stops; ++t) {
        Task task{
            .id = t + 1, .place = t + 1, .setupSeconds = 60, .serviceSeconds = 180, .delivery = {1 + dice.below(3)}};
        if (dice.below(2) == 0) {
            const std::int64_t from = (8 + dice.below(8)) * hour;
            task.windows = {{.from = from, .to = from + 2 * hour}};
        }
        problem.tasks.push_back(task);
    }
    return problem;
}

} // namespace Doorstep::Bench
