// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/optimiser.h"

#include "backend/planning/search/annealer.h"

#include <algorithm>
#include <cmath>
#include <thread>

namespace Doorstep::Planning {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int listed = 30;
constexpr int around = 120;
constexpr double usualPace = 80000; ///< Iterations a second, to within a factor of three.
constexpr int rounds = 12; ///< How often threads exchange their best.
constexpr auto betweenTelling = std::chrono::milliseconds(100);

/// The problem as the search wants it: loads of one size, and what is fixed done whenever it was.
Problem prepared(Problem problem, const Plan &start)
{
    const auto loads = static_cast<std::size_t>(problem.loads);
    for (auto &task : problem.tasks) {
        task.delivery.resize(loads);
        task.pickup.resize(loads);
    }
    for (std::size_t v = 0; v < problem.vehicles.size(); ++v) {
        auto &vehicle = problem.vehicles[v];
        vehicle.capacity.resize(loads);
        if (v >= start.routes.size() || problem.soft)
            continue;
        const auto &route = start.routes[v];
        const auto fixed = vehicle.isLocked ? route.size() : std::min<std::size_t>(route.size(), vehicle.fixedTasks);
        for (std::size_t i = 0; i < fixed; ++i)
            problem.tasks[route[i]].windows = {Window{}};
    }
    return problem;
}

/// What moves are counted from.
const Plan &homeOf(const Problem &problem, const Plan &start)
{
    return problem.soft && problem.soft->atHand ? *problem.soft->atHand : start;
}

/// One search with all its threads.
class Search
{
public:
    Search(const Problem &problem, const Plan &start, const Limits &limits, const Progress &progress)
        : m_problem(prepared(problem, start))
        , m_instance(m_problem)
        , m_neighbours(m_instance, listed, around)
        , m_limits(limits)
        , m_progress(progress)
        , m_began(Clock::now())
        , m_toldAt(m_began)
    {
        for (int t = 0; t < std::clamp(limits.threads, 1, 64); ++t) {
            m_annealers.push_back(std::make_unique<Annealer>(m_instance, m_neighbours, limits.seed * 1000003 + t));
            m_annealers.back()->setHome(homeOf(m_problem, start));
        }
        const bool hasStart = std::ranges::any_of(start.routes, [](const auto &r) { return !r.empty(); });
        auto &first = *m_annealers.front();
        if (hasStart) {
            first.start(start);
        } else {
            first.start({.routes = std::vector<std::vector<std::int32_t>>(problem.vehicles.size())});
            first.construct([this] { return !isOver(); });
        }
        for (std::size_t t = 1; t < m_annealers.size(); ++t)
            m_annealers[t]->adopt(first.best(), first.bestScore());
        m_heat = heatFor(static_cast<double>(problem.tasks.size()), hasStart, first.averageLeg());
        m_patience = patienceFor(static_cast<std::int64_t>(problem.tasks.size()));
    }

    Answer run()
    {
        const std::int64_t each = std::max<std::int64_t>(1, m_limits.iterations / rounds);
        tell(*m_annealers.front());
        for (int round = 0; !isOver() && m_done < m_limits.iterations && !isStuck(); ++round) {
            const auto iterations = std::min(each, m_limits.iterations - m_done);
            runRound(round, iterations);
            m_done += iterations;
            share();
            tell(best());
        }
        return answer();
    }

private:
    /// How many iterations may go by for nothing. Where there is a time, a hot search has to use it, unless the problem
    /// is so small that nothing can be left.
    [[nodiscard]] std::int64_t patienceFor(std::int64_t tasks) const
    {
        if (m_limits.until == Clock::time_point::max())
            return std::max<std::int64_t>(3000, 4000 * tasks); // more than two coolings
        return tasks <= 10 ? 30000 : std::numeric_limits<std::int64_t>::max();
    }

    /// Hot at first even where there is little time: most of a cooling is spent cold. With more time it is heated
    /// again, for what it settles in, such as the number of routes, differs by more than a slower cooling gains. A plan
    /// at hand is only given up for what there is time to find again.
    [[nodiscard]] Annealer::Heat heatFor(double tasks, bool hasStart, double leg) const
    {
        auto iterations = static_cast<double>(m_limits.iterations);
        if (m_limits.until != Clock::time_point::max()) {
            const std::chrono::duration<double> all = m_limits.until - m_began;
            iterations = std::min(iterations, all.count() * usualPace);
        }
        const double perTask = iterations / tasks;
        const double hottest = hasStart ? std::clamp(0.005 * perTask, 0.1, 2.0) : 2.5;
        const double cycles = std::floor(std::max({1.0, std::min(perTask / 350, 4.0), perTask / 1500}));
        leg = std::max(leg, 1e-6); // where nothing costs anything
        return {.first = leg * hottest, .last = leg * 0.01, .cycles = cycles};
    }

    [[nodiscard]] bool isOver() const { return m_limits.stop.stop_requested() || Clock::now() >= m_limits.until; }
    [[nodiscard]] bool isStuck() const
    {
        return std::ranges::all_of(m_annealers, [this](const auto &a) { return a->sinceImproved() > m_patience; });
    }

    /// How far the cooling is, by time and by iterations; 1 ends a round of \a share of it.
    [[nodiscard]] double cooling(std::int64_t iterations, double roundEnd) const
    {
        if (m_limits.stop.stop_requested())
            return 1;
        double at = 0;
        if (m_limits.iterations < std::numeric_limits<std::int64_t>::max())
            at = static_cast<double>(m_done + iterations) / static_cast<double>(m_limits.iterations);
        if (m_limits.until != Clock::time_point::max()) {
            const std::chrono::duration<double> gone = Clock::now() - m_began;
            const std::chrono::duration<double> all = m_limits.until - m_began;
            at = std::max(at, gone / all);
            if (at >= roundEnd)
                return 1;
        }
        return std::min(at, 0.999999);
    }

    void tell(const Annealer &from)
    {
        if (!m_progress || !from.bestScore().isBetterThan(m_told))
            return;
        m_told = from.bestScore();
        m_toldAt = Clock::now();
        m_progress({.plan = from.best(), .score = from.bestScore(), .iterations = from.iterations()});
    }

    /// In this thread, whose search is looked at while the others go on.
    void tellNowAndThen()
    {
        if (m_progress && Clock::now() - m_toldAt >= betweenTelling)
            tell(*m_annealers.front());
    }

    void runRound(int round, std::int64_t iterations)
    {
        const double end = m_annealers.size() > 1 ? (round + 1.0) / rounds : 1.0;
        const auto coolingOf = [&](const Annealer &annealer, std::int64_t i) {
            return i > 0 && annealer.sinceImproved() > m_patience ? 1.0 : cooling(i, end);
        };
        std::vector<std::jthread> others;
        for (std::size_t t = 1; t < m_annealers.size(); ++t)
            others.emplace_back([&, &one = *m_annealers[t]] {
                one.run(iterations, [&](std::int64_t i) { return coolingOf(one, i); }, m_heat);
            });
        auto &front = *m_annealers.front();
        front.run(
            iterations,
            [&](std::int64_t i) {
                tellNowAndThen();
                return coolingOf(front, i);
            },
            m_heat);
    }

    [[nodiscard]] const Annealer &best() const
    {
        return **std::ranges::min_element(
            m_annealers, [](const auto &a, const auto &b) { return a->bestScore().isBetterThan(b->bestScore()); });
    }

    void share()
    {
        const auto &from = best();
        for (auto &annealer : m_annealers)
            if (annealer.get() != &from && from.bestScore().isBetterThan(annealer->bestScore()))
                annealer->adopt(from.best(), from.bestScore());
    }

    [[nodiscard]] Answer answer() const
    {
        Answer answer{
            .plan = best().best(), .score = best().bestScore(), .isCancelled = m_limits.stop.stop_requested()};
        for (const auto &annealer : m_annealers)
            answer.iterations += annealer->iterations();
        return answer;
    }

    Problem m_problem;
    Instance m_instance;
    Neighbours m_neighbours;
    Limits m_limits;
    const Progress &m_progress;
    Clock::time_point m_began;
    Clock::time_point m_toldAt;
    Score m_told{.unserved = std::numeric_limits<std::int32_t>::max()};
    std::vector<std::unique_ptr<Annealer>> m_annealers;
    Annealer::Heat m_heat;
    std::int64_t m_patience = 0;
    std::int64_t m_done = 0;
};

} // namespace

Answer optimise(const Problem &problem, const Plan &start, const Limits &limits, const Progress &progress)
{
    if (problem.tasks.empty() || problem.vehicles.empty()) {
        Answer answer;
        answer.plan.routes.resize(problem.vehicles.size());
        for (const auto &task : problem.tasks)
            answer.score.unservedPriority += task.priority;
        answer.score.unserved = static_cast<std::int32_t>(problem.tasks.size());
        return answer;
    }
    return Search(problem, start, limits, progress).run();
}

Score scoreOf(const Problem &problem, const Plan &plan)
{
    const auto ready = prepared(problem, plan);
    const Instance instance(ready);
    Routes routes(instance);
    routes.setHome(homeOf(ready, plan));
    routes.load(plan);
    return routes.score();
}

} // namespace Doorstep::Planning
