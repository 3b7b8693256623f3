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

/// What is asked of the store before anything is known.
struct Shelf
{
    QList<Route> routes;
    QList<Forecast> forecasts;
    QList<Depot> depots;
    QList<Vehicle> vehicles;
    QList<Closure> closures;
    QList<DepotRates> rates;
    QHash<DriverId, QGeoCoordinate> drivers;
};

Task<Result<Shelf>> fetch(Store &store, FeedId feed)
{
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
    co_return Shelf{.routes = *routes,
                    .forecasts = *forecasts,
                    .depots = *depots,
                    .vehicles = *vehicles,
                    .closures = *closures,
                    .rates = *rates,
                    .drivers = *std::move(drivers)};
}

/// That of \a things whose id it is; one with nothing in it when there is none.
template <typename T, typename Id>
T withId(const QList<T> &things, const Id &id)
{
    const auto found = std::ranges::find(things, id, &T::id);
    return found == things.cend() ? T{} : *found;
}

/// What \a shelf has of the routes of \a day that are still driven.
QHash<RouteId, Route> drivenOn(const Shelf &shelf, QDate day)
{
    QHash<RouteId, Route> driven;
    for (const auto &route : shelf.routes) {
        if (route.status != Route::Status::Finished && route.day == day)
            driven.insert(route.id, route);
    }
    return driven;
}

} // namespace

drogon::Task<Result<DepotToday>> routesAhead(Store &store, DepotId depot, QDateTime now)
{
    const auto feed = feedOf(depot);
    auto shelf = co_await fetch(store, feed);
    if (!shelf)
        co_return std::unexpected(shelf.error());
    Today today{.depot = withId(shelf->depots, depot), .stops = {}, .drivers = std::move(shelf->drivers), .now = now};
    const QTimeZone zone(today.depot.timeZone.toLatin1());
    const auto driven = drivenOn(*shelf, (zone.isValid() ? now.toTimeZone(zone) : now).date());
    auto ofToday = std::move(shelf->forecasts);
    ofToday.removeIf([&driven](const Forecast &forecast) {
        return !driven.contains(forecast.route) || forecast.state == Forecast::State::Finished;
    });
    auto stops = co_await stopsOf(store, feed, ofToday);
    if (!stops)
        co_return std::unexpected(stops.error());
    today.stops = *std::move(stops);
    DepotToday found{.depot = today.depot, .routes = {}, .closures = shelf->closures};
    found.rates = withId(shelf->rates, depot).rates;
    for (const auto &forecast : std::as_const(ofToday)) {
        const auto &route = *driven.constFind(forecast.route);
        auto ahead = aheadOf(route, forecast, today);
        if (!ahead.from.isValid())
            continue;
        found.routes.append(
            {.route = route, .vehicle = withId(shelf->vehicles, route.vehicle), .ahead = std::move(ahead)});
    }
    co_return found;
}

} // namespace Doorstep::Api
