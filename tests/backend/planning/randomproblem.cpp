// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/backend/planning/randomproblem.h"

#include <algorithm>
#include <cmath>

namespace Doorstep::Test {
namespace {

using namespace Planning;

constexpr int day = 4 * 3600;

int pick(std::mt19937 &random, int from, int to)
{
    return std::uniform_int_distribution(from, to)(random);
}

std::shared_ptr<Matrix> randomMatrix(std::mt19937 &random, int places, bool isOdd)
{
    auto matrix = std::make_shared<Matrix>();
    matrix->places = places;
    std::vector<std::pair<int, int>> at;
    at.reserve(static_cast<std::size_t>(places));
    for (int i = 0; i < places; ++i)
        at.emplace_back(pick(random, 0, 1800), pick(random, 0, 1800));
    for (const auto &a : at) {
        for (const auto &b : at) {
            double seconds = std::hypot(a.first - b.first, a.second - b.second);
            if (isOdd && &a != &b)
                seconds *= 0.7 + 0.1 * pick(random, 0, 8);
            matrix->seconds.push_back(static_cast<std::uint32_t>(std::lround(seconds)));
            matrix->meters.push_back(static_cast<std::uint32_t>(std::lround(9 * seconds)));
        }
    }
    return matrix;
}

std::vector<Window> randomWindows(std::mt19937 &random)
{
    std::vector<Window> windows;
    int from = pick(random, 0, day / 2);
    for (int i = pick(random, 1, 3); i > 0; --i) {
        const int to = from + pick(random, 0, day / 4);
        windows.push_back({.from = from, .to = to});
        from = to + pick(random, 1, day / 6);
    }
    return windows;
}

std::vector<std::int64_t> randomLoads(std::mt19937 &random, int most)
{
    return {pick(random, 0, most), pick(random, 0, most)};
}

void addFeatures(std::mt19937 &random, Task &task, const Features &features)
{
    task.serviceSeconds = pick(random, 0, 600);
    if (features.setups)
        task.setupSeconds = pick(random, 0, 300);
    if (features.windows && pick(random, 0, 3) > 0)
        task.windows = randomWindows(random);
    if (features.soft && pick(random, 0, 2) == 0)
        task.promisedUntil = pick(random, day / 4, day);
}

void addFeatures(std::mt19937 &random, Vehicle &vehicle, const Features &features)
{
    vehicle.window = {.from = pick(random, 0, 1800), .to = pick(random, day / 2, day)};
    if (features.loads || features.shipments)
        vehicle.capacity = {pick(random, 6, 25), pick(random, 6, 25)};
    if (features.skills)
        for (int s = 0; s < 3; ++s)
            if (pick(random, 0, 1) == 1)
                vehicle.skills.push_back(s);
    if (features.breaks && pick(random, 0, 2) > 0) {
        int from = pick(random, 1800, day / 3);
        for (int b = 0; b < pick(random, 1, 2); ++b) {
            Break one{.id = b + 1,
                      .windows = {{.from = from, .to = from + pick(random, 0, 1800)}},
                      .serviceSeconds = pick(random, 300, 1500)};
            if (pick(random, 0, 1) == 1)
                one.windows.push_back({.from = one.windows[0].to + 600, .to = one.windows[0].to + 1500});
            if (features.loads && pick(random, 0, 2) == 0)
                one.maxLoad = randomLoads(random, 12);
            from = static_cast<int>(one.windows.back().to) + 300;
            vehicle.breaks.push_back(one);
        }
    }
    if (features.limits) {
        vehicle.maxTasks = pick(random, 2, 12);
        vehicle.maxTravelSeconds = pick(random, 3000, day);
        vehicle.maxMeters = pick(random, 30000, 9 * day);
    }
    if (features.openEnds) {
        const int open = pick(random, 0, 3);
        if (open == 1)
            vehicle.start = -1;
        if (open == 2)
            vehicle.end = -1;
        if (pick(random, 0, 1) == 1)
            vehicle.speedFactor = 0.8 + 0.15 * pick(random, 0, 4);
        vehicle.costs = {.fixed = 100.0 * pick(random, 0, 5),
                         .perHour = 600.0 * pick(random, 1, 9),
                         .perTaskHour = 300.0 * pick(random, 0, 3),
                         .perKilometer = 10.0 * pick(random, 0, 9)};
    }
}

} // namespace

Problem randomProblem(std::mt19937 &random, int tasks, int vehicles, const Features &features)
{
    Problem problem;
    const int places = tasks + 2;
    problem.matrices.push_back(randomMatrix(random, places, features.oddRoads));
    problem.loads = features.loads || features.shipments ? 2 : 0;
    for (int v = 0; v < vehicles; ++v) {
        Vehicle vehicle{.id = v + 1, .start = pick(random, 0, 1), .end = pick(random, 0, 1)};
        addFeatures(random, vehicle, features);
        problem.vehicles.push_back(vehicle);
    }
    for (int t = 0; t < tasks; ++t) {
        Task task{.id = t + 1, .place = pick(random, 1, places - 1)};
        addFeatures(random, task, features);
        if (features.priorities && pick(random, 0, 1) == 1)
            task.priority = pick(random, 0, 100);
        if (features.skills && pick(random, 0, 2) == 0)
            task.skills = {pick(random, 0, 2)};
        if (features.shipments && t + 1 < tasks && pick(random, 0, 1) == 1) {
            auto delivery = task;
            addFeatures(random, delivery, features);
            task.kind = Task::Kind::Pickup;
            delivery.kind = Task::Kind::Delivery;
            delivery.place = pick(random, 1, places - 1);
            task.pickup = delivery.delivery = randomLoads(random, 5);
            task.other = ++t;
            delivery.other = t - 1;
            problem.tasks.push_back(task);
            problem.tasks.push_back(delivery);
            continue;
        }
        if (features.loads) {
            task.delivery = randomLoads(random, 4);
            if (pick(random, 0, 1) == 1)
                task.pickup = randomLoads(random, 4);
        }
        problem.tasks.push_back(task);
    }
    if (features.soft)
        problem.soft.emplace();
    return problem;
}

Plan randomPlan(std::mt19937 &random, Problem &problem, bool fixes)
{
    Plan plan;
    plan.routes.resize(problem.vehicles.size());
    for (std::size_t t = 0; t < problem.tasks.size(); ++t)
        if (pick(random, 0, 3) > 0 && problem.tasks[t].kind == Task::Kind::Job)
            plan.routes[static_cast<std::size_t>(pick(random, 0, static_cast<int>(plan.routes.size()) - 1))].push_back(
                static_cast<std::int32_t>(t));
    if (fixes)
        for (auto &vehicle : problem.vehicles) {
            vehicle.fixedTasks = pick(random, 0, 2);
            vehicle.isLocked = pick(random, 0, 4) == 0;
        }
    return plan;
}

} // namespace Doorstep::Test
