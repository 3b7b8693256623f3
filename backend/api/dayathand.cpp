// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/dayathand.h"

#include "backend/api/routesahead.h"
#include "backend/commands/documents.h"
#include "models/wire/kinds.h"
#include "models/wire/parcelwire.h"
#include "models/wire/stopwire.h"

#include <QSet>

namespace Doorstep::Api {
namespace {

using drogon::Task;

/// Those of the question's stops that have no driver yet, and could have one.
Task<Result<QList<Stop>>> looseStops(Store &store, Rerouting asked)
{
    QSet<StopId> named(asked.stops.cbegin(), asked.stops.cend());
    for (const auto &order : asked.plan)
        named.unite(QSet<StopId>(order.stops.cbegin(), order.stops.cend()));
    std::vector<DocumentKey> keys;
    keys.reserve(static_cast<std::size_t>(named.size()));
    for (const auto &id : std::as_const(named))
        keys.push_back({.feed = feedOf(asked.depot), .kind = Wire::Kinds::stop, .id = id.toString()});
    const auto found = co_await findAll(store, std::move(keys));
    if (!found)
        co_return std::unexpected(found.error());
    QList<Stop> loose;
    for (const auto &one : *found) {
        const auto stop = Wire::stopFromJson(one.body);
        if (one.exists() && stop && stop->isOpen() && stop->where.isValid() && !stop->route.isValid())
            loose.append(*stop);
    }
    std::ranges::sort(loose, {}, &Stop::id); // the same question, the same problem
    co_return loose;
}

Task<Result<QHash<StopId, double>>> kilogramsOf(Store &store, FeedId feed, QHash<ParcelId, StopId> parcels)
{
    std::vector<DocumentKey> keys;
    keys.reserve(static_cast<std::size_t>(parcels.size()));
    for (auto it = parcels.cbegin(); it != parcels.cend(); ++it)
        keys.push_back({.feed = feed, .kind = Wire::Kinds::parcel, .id = it.key().toString()});
    const auto found = co_await findAll(store, std::move(keys));
    if (!found)
        co_return std::unexpected(found.error());
    QHash<StopId, double> kilograms;
    for (const auto &one : *found) {
        if (const auto parcel = Wire::parcelFromJson(one.body); one.exists() && parcel)
            kilograms[parcels.value(parcel->id)] += parcel->weightKilograms;
    }
    co_return kilograms;
}

} // namespace

Task<Result<Planning::DayAtHand>> dayAtHand(Store &store, Rerouting asked, QDateTime now)
{
    const auto today = co_await routesAhead(store, asked.depot, now);
    if (!today)
        co_return std::unexpected(today.error());
    Planning::DayAtHand day{.now = now, .depot = today->depot};
    day.closures = today->closures;
    day.rates = today->rates;
    for (const auto &route : asked.routes) {
        const auto found = std::ranges::find(today->routes, route, [](const auto &one) { return one.route.id; });
        if (found != today->routes.cend())
            day.routes.append(*found);
    }
    auto loose = co_await looseStops(store, asked);
    if (!loose)
        co_return std::unexpected(loose.error());
    day.loose = *std::move(loose);
    QHash<ParcelId, StopId> parcels;
    const auto note = [&parcels](const Stop &stop) {
        for (const auto &parcel : stop.parcels)
            parcels.insert(parcel, stop.id);
    };
    std::ranges::for_each(day.loose, note);
    for (const auto &route : std::as_const(day.routes))
        std::ranges::for_each(route.ahead.stops, note);
    auto kilograms = co_await kilogramsOf(store, feedOf(asked.depot), std::move(parcels));
    if (!kilograms)
        co_return std::unexpected(kilograms.error());
    day.kilograms = *std::move(kilograms);
    co_return day;
}

} // namespace Doorstep::Api
