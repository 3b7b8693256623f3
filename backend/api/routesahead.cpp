// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/routesahead.h"

#include "backend/commands/documents.h"
#include "models/wire/closurewire.h"
#include "models/wire/depotwire.h"
#include "models/wire/forecastwire.h"
#include "models/wire/kinds.h"
#include "models/wire/rateswire.h"
#include "models/wire/routewire.h"
#include "models/wire/stopwire.h"
#include "models/wire/vehiclewire.h"

#include <QTimeZone>

namespace Doorstep::Api {
namespace {

using drogon::Task;

/// Documents of one kind; what cannot be read is left out, as for the watchers.
template <typename T>
Task<Result<QList<T>>> allOf(Store &store, FeedId feed, QLatin1StringView kind, Result<T> (*read)(const QJsonObject &))
{
    const auto documents = co_await store.documentsOf(feed, kind);
    if (!documents)
        co_return std::unexpected(documents.error());
    QList<T> things;
    for (const auto &document : *documents) {
        const auto body = Wire::objectFromBytes(document.body);
        if (auto thing = body ? read(*body) : Result<T>(std::unexpected(body.error())))
            things.append(*std::move(thing));
    }
    co_return things;
}

Task<Result<QHash<StopId, Stop>>> stopsOf(Store &store, FeedId feed, QList<Forecast> forecasts)
{
    std::vector<DocumentKey> keys;
    for (const auto &forecast : forecasts) {
        for (const auto &ahead : forecast.stops)
            keys.push_back({.feed = feed, .kind = Wire::Kinds::stop, .id = ahead.stop.toString()});
    }
    const auto found = co_await findAll(store, std::move(keys));
    if (!found)
        co_return std::unexpected(found.error());
    QHash<StopId, Stop> stops;
    for (const auto &one : *found) {
        if (const auto stop = Wire::stopFromJson(one.body); one.exists() && stop)
            stops.insert(stop->id, *stop);
    }
    co_return stops;
}

/// Where each driver was last, as far as that can be true.
Task<Result<QHash<DriverId, QGeoCoordinate>>> whereabouts(Store &store)
{
    const auto fixes = co_await store.lastFixes();
    if (!fixes)
        co_return std::unexpected(fixes.error());
    QHash<DriverId, QGeoCoordinate> places;
    for (const auto &fix : *fixes) {
        if (!fix.mocked && !fix.clockSuspect)
            places.insert(fix.driver, fix.where);
    }
    co_return places;
}

struct Today
{
    Depot depot;
    QHash<StopId, Stop> stops;
    QHash<DriverId, QGeoCoordinate> drivers;
    QDateTime now;
};

Planning::RouteAhead aheadOf(const Route &route, const Forecast &forecast, const Today &today)
{
    Planning::RouteAhead ahead{.route = route.id};
    const bool isUnderway = route.status == Route::Status::Underway;
    ahead.leaves = isUnderway ? today.now : std::max(today.now, route.scheduledStart);
    ahead.from = isUnderway ? today.drivers.value(route.driver, today.depot.where) : today.depot.where;
    for (const auto &one : forecast.stops) {
        const auto stop = today.stops.constFind(one.stop);
        if (stop == today.stops.cend() || !stop->isOpen() || !stop->where.isValid())
            continue;
        if (stop->status == Stop::Status::Arrived && ahead.stops.isEmpty()) {
            ahead.isAtFirst = true;
            ahead.from = stop->driveTo();
        }
        ahead.stops.append(*stop);
        ahead.forecasts.append(one);
    }
    return ahead;
}

} // namespace

drogon::Task<Result<DepotToday>> routesAhead(Store &store, DepotId depot, QDateTime now)
{
    const auto feed = feedOf(depot);
    const auto routes = co_await allOf<Route>(store, feed, Wire::Kinds::route, Wire::routeFromJson);
    const auto forecasts = co_await allOf<Forecast>(store, feed, Wire::Kinds::forecast, Wire::forecastFromJson);
    const auto depots = co_await allOf<Depot>(store, organisationFeed(), Wire::Kinds::depot, Wire::depotFromJson);
    const auto vehicles =
        co_await allOf<Vehicle>(store, organisationFeed(), Wire::Kinds::vehicle, Wire::vehicleFromJson);
    const auto closures = co_await allOf<Closure>(store, feed, Wire::Kinds::closure, Wire::closureFromJson);
    const auto rates = co_await allOf<DepotRates>(store, feed, Wire::Kinds::rates, Wire::depotRatesFromJson);
    auto drivers = co_await whereabouts(store);
    const auto errorIn = [](const auto &result) { return result ? std::optional<Error>() : result.error(); };
    for (const auto &error : {errorIn(routes), errorIn(forecasts), errorIn(depots), errorIn(vehicles),
                              errorIn(closures), errorIn(rates), errorIn(drivers)}) {
        if (error)
            co_return std::unexpected(*error);
    }
    Today today{.depot = {}, .stops = {}, .drivers = *std::move(drivers), .now = now};
    if (const auto known = std::ranges::find(*depots, depot, &Depot::id); known != depots->cend())
        today.depot = *known;
    const QTimeZone zone(today.depot.timeZone.toLatin1());
    const auto day = (zone.isValid() ? now.toTimeZone(zone) : now).date();
    QHash<RouteId, Route> driven;
    for (const auto &route : *routes) {
        if (route.status != Route::Status::Finished && route.day == day)
            driven.insert(route.id, route);
    }
    QList<Forecast> ofToday;
    for (const auto &forecast : *forecasts) {
        if (driven.contains(forecast.route) && forecast.state != Forecast::State::Finished)
            ofToday.append(forecast);
    }
    auto stops = co_await stopsOf(store, feed, ofToday);
    if (!stops)
        co_return std::unexpected(stops.error());
    today.stops = *std::move(stops);
    DepotToday found{.depot = today.depot, .routes = {}, .closures = *closures};
    if (const auto own = std::ranges::find(*rates, depot, &DepotRates::id); own != rates->cend())
        found.rates = own->rates;
    for (const auto &forecast : std::as_const(ofToday)) {
        const auto &route = *driven.constFind(forecast.route);
        Planning::RouteToday one{.route = route, .vehicle = {}, .ahead = aheadOf(route, forecast, today)};
        if (!one.ahead.from.isValid())
            continue;
        const auto vehicle = std::ranges::find(*vehicles, route.vehicle, &Vehicle::id);
        if (vehicle != vehicles->cend())
            one.vehicle = *vehicle;
        found.routes.append(std::move(one));
    }
    co_return found;
}

} // namespace Doorstep::Api
