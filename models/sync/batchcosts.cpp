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

/// Calls \a visit with the cost of a kind, the first guess of it and how many of it \a batch holds.
template <typename Costs, typename Visit>
void forEachKind(Costs &costs, const Batch &batch, Visit visit)
{
    const BatchCosts guess;
    visit(costs.depot, guess.depot, batch.depots.size());
    visit(costs.user, guess.user, batch.users.size());
    visit(costs.vehicle, guess.vehicle, batch.vehicles.size());
    visit(costs.driver, guess.driver, batch.drivers.size());
    visit(costs.order, guess.order, batch.orders.size());
    visit(costs.parcel, guess.parcel, batch.parcels.size());
    visit(costs.stop, guess.stop, batch.stops.size());
    visit(costs.route, guess.route, batch.routes.size());
    visit(costs.path, guess.path, batch.paths.size());
    visit(costs.forecast, guess.forecast, batch.forecasts.size());
    visit(costs.fix, guess.fix, batch.fixes.size());
}

} // namespace

Microseconds BatchCosts::of(const Batch &batch) const
{
    double sum = 0.0;
    forEachKind(*this, batch,
                [&sum](double cost, double, qsizetype count) { sum += cost * static_cast<double>(count); });
    return Microseconds(sum);
}

void BatchCosts::learn(const Batch &batch, std::chrono::microseconds spent)
{
    const auto expected = of(batch);
    if (expected.count() <= 0.0 || std::max<Microseconds>(expected, spent) < leastLearnedFrom)
        return;
    // Not all at once: another program may have had the processor meanwhile.
    const auto ratio = std::clamp(Microseconds(spent) / std::max<Microseconds>(expected, 1us), 0.5, 2.0);
    forEachKind(*this, batch, [&](double &cost, double guess, qsizetype count) {
        const auto share = cost * static_cast<double>(count) / expected.count();
        cost = std::clamp(cost * (1.0 + (ratio - 1.0) * share), guess * mostCheaper, guess * mostDearer);
    });
}

} // namespace Doorstep
