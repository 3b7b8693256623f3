// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/planning/solomonlike.h"

#include "backend/planning/search/dice.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Doorstep::Bench {
namespace {

using Planning::Dice;

struct Spot
{
    double x = 0;
    double y = 0;
};

struct Day
{
    double side = 100; ///< Of the square they live in.
    double length = 230; ///< Of the depot's window.
    int service = 10;
    int capacity = 200;
};

/// What Solomon's 100 have; the larger ones of Gehring and Homberger are as dense and have days that reach as far.
Day dayOf(const SolomonRules &rules)
{
    const bool isLong = rules.kind.back() == '2';
    const bool isClustered = rules.kind.front() == 'C';
    Day day;
    day.side = 100.0 * std::sqrt(rules.customers / 100.0);
    day.side = std::max(day.side, rules.customers >= 200 ? rules.customers * 0.5 : 100.0);
    day.service = isClustered ? 90 : 10;
    if (isClustered) {
        day.length = (isLong ? 3390.0 : 1236.0) + 2.0 * (day.side - 100.0);
        day.capacity = isLong ? 700 : 200;
    } else {
        day.length = (isLong ? 1000.0 : 230.0) * (1.0 + (day.side - 100.0) / 60.0);
        day.capacity = isLong ? 1000 : 200;
    }
    return day;
}

std::vector<Spot> spotsOf(const SolomonRules &rules, double side, Dice &dice)
{
    std::vector<Spot> spots{{.x = side / 2, .y = side / 2}};
    const bool isClustered = rules.kind.front() == 'C';
    const bool isMixed = rules.kind.starts_with("RC");
    std::vector<Spot> centres(static_cast<std::size_t>(std::max(4, rules.customers / 10)));
    for (auto &centre : centres)
        centre = {.x = dice.unit() * side, .y = dice.unit() * side};
    for (int i = 0; i < rules.customers; ++i) {
        if (!isClustered && (!isMixed || i % 2 != 0)) {
            spots.push_back({.x = std::floor(dice.unit() * side), .y = std::floor(dice.unit() * side)});
            continue;
        }
        const auto &centre = centres[static_cast<std::size_t>(dice.below(static_cast<int>(centres.size())))];
        const double far = 4.0 * std::sqrt(-2.0 * std::log(dice.unit()));
        const double angle = 2.0 * std::numbers::pi * dice.unit();
        spots.push_back(
            {.x = std::floor(centre.x + far * std::cos(angle)), .y = std::floor(centre.y + far * std::sin(angle))});
    }
    return spots;
}

} // namespace

Planning::Problem solomonLike(const SolomonRules &rules)
{
    Dice dice(rules.seed * 7919U + static_cast<unsigned>(rules.customers));
    const Day day = dayOf(rules);
    const auto spots = spotsOf(rules, day.side, dice);
    const auto far = [&](std::size_t a, std::size_t b) {
        return std::floor(10.0 * std::hypot(spots[a].x - spots[b].x, spots[a].y - spots[b].y));
    };
    auto matrix = std::make_shared<Planning::Matrix>();
    matrix->places = static_cast<std::int32_t>(spots.size());
    for (std::size_t a = 0; a < spots.size(); ++a)
        for (std::size_t b = 0; b < spots.size(); ++b)
            matrix->seconds.push_back(static_cast<std::uint32_t>(far(a, b)));

    Planning::Problem problem{.loads = 1};
    problem.matrices.push_back(matrix);
    const auto dayEnd = static_cast<std::int64_t>(10.0 * day.length);
    for (int i = 1; i <= rules.customers; ++i) {
        const auto here = static_cast<std::size_t>(i);
        Planning::Task task{.id = i, .place = i, .serviceSeconds = 10LL * day.service};
        task.delivery = {rules.kind.front() == 'C' ? 10LL * (1 + dice.below(4)) : 1 + dice.below(30)};
        const double earliest = far(0, here);
        const double latest = static_cast<double>(dayEnd) - far(here, 0) - static_cast<double>(task.serviceSeconds);
        task.windows = {{.from = 0, .to = static_cast<std::int64_t>(latest)}};
        const double centre = earliest + dice.unit() * std::max(0.0, latest - earliest);
        const double half = rules.windowWidth * static_cast<double>(dayEnd) * (0.6 + 0.8 * dice.unit());
        if (dice.below(100) < rules.windowsPercent)
            task.windows = {{.from = static_cast<std::int64_t>(std::max(0.0, centre - half)),
                             .to = static_cast<std::int64_t>(std::clamp(centre + half, earliest, latest))}};
        problem.tasks.push_back(task);
    }
    for (int v = 0; v < std::max(25, rules.customers / 4); ++v)
        problem.vehicles.push_back(
            {.id = v + 1, .start = 0, .end = 0, .capacity = {day.capacity}, .window = {.from = 0, .to = dayEnd}});
    return problem;
}

} // namespace Doorstep::Bench
