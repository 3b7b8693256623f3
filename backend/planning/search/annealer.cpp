// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/search/annealer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Doorstep::Planning {
namespace {

constexpr double blink = 0.01;
constexpr int iterationsPerLook = 32;
constexpr std::size_t mostRetried = 40;

} // namespace

Annealer::Annealer(const Instance &instance, const Neighbours &neighbours, std::uint64_t seed)
    : m_instance(instance)
    , m_dice(seed)
    , m_routes(instance)
    , m_ruin(m_routes, neighbours, m_dice)
    , m_recreate(m_routes, neighbours, m_dice)
    , m_isChanged(instance.vehicleCount())
{
}

void Annealer::start(const Plan &plan)
{
    m_routes.loadWhatFits(plan);
    m_best = m_routes.plan();
    m_bestScore = m_routes.score();
    m_bestEnergy = m_routes.energy();
    m_routes.begin();
    m_recreate.runAll(Recreate::Order::Far);
    const auto score = m_routes.score();
    if (m_routes.isBroken() || m_bestScore.isBetterThan(score))
        m_routes.takeBack();
    else
        adopt(m_routes.plan(), score);
}

void Annealer::construct(const std::function<bool()> &mayGoOn)
{
    using Order = Recreate::Order;
    const auto base = m_routes.plan();
    bool isFirst = true;
    for (const auto order : {Order::Far, Order::WindowEnd, Order::WindowStart, Order::WindowWidth, Order::Close,
                             Order::Demand, Order::Random}) {
        if (!isFirst && !mayGoOn())
            break;
        m_routes.loadWhatFits(base);
        m_recreate.runAll(order);
        const auto score = m_routes.score();
        if (!m_routes.isBroken() && (isFirst || score.isBetterThan(m_bestScore))) {
            m_best = m_routes.plan();
            m_bestScore = score;
        }
        isFirst = false;
    }
    adopt(m_best, m_bestScore);
}

void Annealer::adopt(const Plan &plan, const Score &score)
{
    m_routes.load(plan);
    m_best = plan;
    m_bestScore = score;
    m_bestEnergy = m_routes.energy();
    for (const int vehicle : m_changed)
        m_isChanged[vehicle] = 0;
    m_changed.clear();
    m_improvedAt = m_iterations;
}

double Annealer::averageLeg() const
{
    double cost = 0;
    int legs = 0;
    for (int v = 0; v < m_instance.vehicleCount(); ++v) {
        const auto &route = m_routes.route(v);
        if (route.count == 0)
            continue;
        for (int n = m_instance.startOf(v); n != m_instance.endOf(v); n = m_routes.node(n).next)
            cost += m_routes.node(n).legCost;
        legs += route.count + 1;
    }
    return legs > 0 ? cost / legs : 1.0;
}

void Annealer::run(std::int64_t iterations, const std::function<double(std::int64_t)> &progress, Heat heat)
{
    if (m_instance.taskCount() == 0 || m_instance.vehicleCount() == 0)
        return;
    double temperature = heat.first;
    for (std::int64_t i = 0; i < iterations; ++i) {
        if (i % iterationsPerLook == 0) {
            const double at = progress(i);
            if (at >= 1)
                return;
            const double cooled = at * heat.cycles - std::floor(at * heat.cycles);
            temperature = heat.first * std::pow(heat.last / heat.first, cooled);
        }
        iterate(temperature);
    }
}

void Annealer::iterate(double temperature)
{
    ++m_iterations;
    const double before = m_routes.energy();
    m_routes.begin();
    m_ruin.strings(m_dice.below(m_instance.taskCount()), m_size);
    // Drawn ahead of the outcome, so that what becomes too much need not be finished.
    const double limit = before - temperature * std::log(m_dice.unit());
    const bool isFinished = m_recreate.run(m_recreate.anyOrder(), blink, mostRetried, limit);
    const double after = m_routes.energy();
    if (!isFinished || m_routes.isBroken() || after >= limit) {
        m_routes.takeBack();
        return;
    }
    markChanged();
    if (after < m_bestEnergy - 1e-6 || std::cmp_less(m_routes.unserved().size(), m_bestScore.unserved))
        keepIfBest();
}

void Annealer::markChanged()
{
    m_routes.forEachTouched([this](int vehicle) {
        if (m_isChanged[vehicle] == 0) {
            m_isChanged[vehicle] = 1;
            m_changed.push_back(vehicle);
        }
    });
}

void Annealer::keepIfBest()
{
    const auto score = m_routes.score();
    if (!score.isBetterThan(m_bestScore))
        return;
    m_bestScore = score;
    m_bestEnergy = std::min(m_bestEnergy, m_routes.energy());
    m_improvedAt = m_iterations;
    for (const int vehicle : m_changed) {
        const auto &tasks = m_routes.sequence(vehicle);
        m_best.routes[vehicle].assign(tasks.begin(), tasks.end());
        m_isChanged[vehicle] = 0;
    }
    m_changed.clear();
}

} // namespace Doorstep::Planning
