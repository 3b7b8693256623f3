// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0

// How good plans are, and how soon: one line a figure. `bench_planning KIND SIZE SECONDS` is one run of one class, told
// step by step for plot_convergence.py.
#include "backend/planning/optimiser.h"
#include "backend/planning/vroom/document.h"
#include "tests/bench/planning/days.h"
#include "tests/bench/planning/solomonlike.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <format>
#include <map>
#include <print>
#include <string>
#include <sys/syscall.h>
#include <unistd.h>

/// In this program, which has one thread, time is what it computes: the figures are the same on a busy machine, nearly.
extern "C" int clock_gettime(clockid_t clock, timespec *time) noexcept
{
    return static_cast<int>(
        syscall(SYS_clock_gettime, clock == CLOCK_MONOTONIC ? CLOCK_PROCESS_CPUTIME_ID : clock, time));
}

using namespace Doorstep;
using namespace Doorstep::Planning;

namespace {

using Clock = std::chrono::steady_clock;

struct Run
{
    Answer answer;
    double cpuSeconds = 0; ///< Of this thread, which tells a busy machine from a slow program.
};

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

Run solve(const Problem &problem, const Plan &start, double seconds, std::uint64_t seed)
{
    const double began = cpuSeconds();
    const auto until =
        Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
    Run run{.answer = optimise(problem, start, {.until = until, .seed = seed})};
    run.cpuSeconds = cpuSeconds() - began;
    return run;
}

void tell(const std::string &name, double value, const char *unit, const Run &run, double seconds)
{
    std::println("bench name=planning.{} value={:.3f} unit={} n=1 seconds={:g} cpu={:.2f} iterations={} unserved={}",
                 name, value, unit, seconds, run.cpuSeconds, run.answer.iterations, run.answer.score.unserved);
    std::fflush(stdout);
}

/// Cost over the best of all runs, of a class, after some times; the last of \a times is the long run.
void convergence(const std::string &kind, int customers, const std::vector<double> &times)
{
    const auto problem =
        Bench::solomonLike({.kind = kind, .customers = customers, .windowsPercent = 50, .windowWidth = 0.15});
    std::map<double, Run> runs;
    double best = 1e18;
    for (const double seconds : times) {
        runs[seconds] = solve(problem, {}, seconds, 1);
        best = std::min(best, runs[seconds].answer.score.cost);
    }
    for (const auto &[seconds, run] : runs)
        tell(std::format("{}-{}.over_best", kind, customers), 100.0 * (run.answer.score.cost / best - 1.0), "percent",
             run, seconds);
}

/// Each better plan of one run as it is found.
void trace(const std::string &kind, int customers, double seconds)
{
    const auto problem =
        Bench::solomonLike({.kind = kind, .customers = customers, .windowsPercent = 50, .windowWidth = 0.15});
    const double began = cpuSeconds();
    const auto tellStep = [&](const Answer &answer) {
        std::println("trace kind={} customers={} seconds={:.3f} cost={:.1f} unserved={}", kind, customers,
                     cpuSeconds() - began, answer.score.cost, answer.score.unserved);
    };
    const auto until =
        Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
    tellStep(optimise(problem, {}, {.until = until, .seed = 1}, tellStep));
}

/// From the plan at hand, and from nothing.
void halfDrivenDay(const std::string &kind, int customers)
{
    const auto whole =
        Bench::solomonLike({.kind = kind, .customers = customers, .windowsPercent = 50, .windowWidth = 0.15});
    const auto morning = solve(whole, {}, 1, 99).answer.plan;
    Plan rest;
    const auto noon = Bench::halfDriven(whole, morning, rest);
    const auto warm = solve(noon, rest, 1, 1);
    tell(std::format("{}-{}.half_driven.saved_by_plan", kind, customers),
         100.0 * (solve(noon, {}, 1, 1).answer.score.cost / warm.answer.score.cost - 1.0), "percent", warm, 1);
}

/// How long the first whole plan takes, and a look at it by hand.
void firstPlan(int drivers, int stops)
{
    const auto problem = Bench::cityDay(drivers, stops, 1);
    const double began = cpuSeconds();
    Run run{.answer = optimise(problem, {}, {.iterations = 1})};
    run.cpuSeconds = cpuSeconds() - began;
    tell(std::format("first_plan.{}_stops", drivers * stops), 1000 * run.cpuSeconds, "ms", run, 0);

    VroomDocument document{.problem = problem};
    document.vehicleTexts.resize(problem.vehicles.size());
    document.starts.resize(problem.vehicles.size());
    document.ends.resize(problem.vehicles.size());
    document.taskTexts.resize(problem.tasks.size());
    document.taskPlaces.resize(problem.tasks.size());
    for (auto &task : document.problem.tasks)
        task.pickup.resize(1);
    for (const auto &route : run.answer.plan.routes) {
        auto &steps = document.steps.emplace_back();
        for (const auto task : route)
            steps.push_back({.index = task});
        if (drivers * stops > 200)
            break; // one route by hand, or a whole small day
    }
    const double checking = cpuSeconds();
    const auto text = writeVroomCheck(document, 0);
    run.cpuSeconds = cpuSeconds() - checking;
    tell(std::format("check.{}_stops", drivers * stops), 1000 * run.cpuSeconds, text.empty() ? "nothing" : "ms", run,
         0);
}

} // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): ends with what it throws, as a bench may
int main(int argc, char **argv)
{
    if (argc >= 4) {
        trace(argv[1], std::atoi(argv[2]), std::atof(argv[3]));
        return 0;
    }
    firstPlan(20, 10);
    firstPlan(100, 10);
    for (const char *kind : {"R1", "C1", "RC2"})
        convergence(kind, 100, {0.1, 0.3, 1, 3});
    for (const char *kind : {"R2", "C2"})
        convergence(kind, 200, {0.1, 0.3, 1, 3, 10});
    convergence("RC2", 400, {0.1, 0.3, 1, 3, 10});
    for (const char *kind : {"R1", "R2"})
        convergence(kind, 1000, {0.1, 0.3, 1, 3, 10});
    halfDrivenDay("R1", 400);
    halfDrivenDay("RC2", 1000);
}
