// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/batchcosts.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace Doorstep {
namespace {

using Microseconds = std::chrono::duration<double, std::micro>;

constexpr auto leastLearnedFrom = 1ms;
/// How far from the first guess learning may go.
constexpr double mostDearer = 20.0;
constexpr double mostCheaper = 0.1;

/// Calls \a visit with the cost of a kind, the first guess of it and how many of it there are.
template <typename Costs, typename Visit>
void forEachKind(Costs &costs, const BatchSizes &sizes, Visit visit)
{
    const BatchCosts guess;
    visit(costs.depot, guess.depot, sizes.depots);
    visit(costs.user, guess.user, sizes.users);
    visit(costs.vehicle, guess.vehicle, sizes.vehicles);
    visit(costs.driver, guess.driver, sizes.drivers);
    visit(costs.order, guess.order, sizes.orders);
    visit(costs.parcel, guess.parcel, sizes.parcels);
    visit(costs.stop, guess.stop, sizes.stops);
    visit(costs.route, guess.route, sizes.routes);
    visit(costs.path, guess.path, sizes.paths);
    visit(costs.forecast, guess.forecast, sizes.forecasts);
    visit(costs.fix, guess.fix, sizes.fixes);
    visit(costs.batch, guess.batch, 1);
}

} // namespace

BatchSizes BatchSizes::of(const Batch &batch)
{
    return {.depots = batch.depots.size(),
            .users = batch.users.size(),
            .vehicles = batch.vehicles.size(),
            .drivers = batch.drivers.size(),
            .orders = batch.orders.size(),
            .parcels = batch.parcels.size(),
            .stops = batch.stops.size(),
            .routes = batch.routes.size(),
            .paths = batch.paths.size(),
            .forecasts = batch.forecasts.size(),
            .fixes = batch.fixes.size()};
}

Microseconds BatchCosts::of(const BatchSizes &sizes) const
{
    double sum = 0.0;
    forEachKind(*this, sizes,
                [&sum](double cost, double, qsizetype count) { sum += cost * static_cast<double>(count); });
    return Microseconds(sum);
}

void BatchCosts::learn(const BatchSizes &sizes, std::chrono::microseconds spent)
{
    const auto expected = of(sizes);
    if (expected.count() <= 0.0 || std::max<Microseconds>(expected, spent) < leastLearnedFrom)
        return;
    // Not all at once: another program may have had the processor meanwhile.
    const auto ratio = std::clamp(Microseconds(spent) / std::max<Microseconds>(expected, 1us), 0.5, 2.0);
    forEachKind(*this, sizes, [&](double &cost, double guess, qsizetype count) {
        const auto share = cost * static_cast<double>(count) / expected.count();
        cost = std::clamp(cost * (1.0 + (ratio - 1.0) * share), guess * mostCheaper, guess * mostDearer);
    });
}

} // namespace Doorstep
