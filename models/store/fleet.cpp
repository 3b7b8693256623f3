// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/fleet.h"

namespace Doorstep {
namespace {

/// Lower matters more.
int rankOf(const Route &route)
{
    switch (route.status) {
    case Route::Status::Underway:
        return 0;
    case Route::Status::Planned:
        return 1;
    case Route::Status::Finished:
        return 2;
    }
    return 3;
}

} // namespace

Fleet::Fleet(QObject *parent)
    : QObject(parent)
{
    // Connected first, so that the indexes are right before any list hears of the rows.
    connect(&m_routes, &TableSignals::inserted, this, &Fleet::indexRoutes);
    connect(&m_routes, &TableSignals::changed, this, [this](const QList<qsizetype> &rows) {
        for (const auto row : rows)
            indexRoute(m_routes.at(row));
    });
    connect(&m_routes, &TableSignals::reset, this, &Fleet::rebuildPlaces);

    connect(&m_parcels, &TableSignals::inserted, this, [this](qsizetype first, qsizetype last) {
        for (auto row = first; row <= last; ++row)
            m_parcelByNumber.insert(m_parcels.at(row).trackingNumber, m_parcels.at(row).id);
    });
    connect(&m_parcels, &TableSignals::changed, this, &Fleet::rebuildNumbers);
    connect(&m_parcels, &TableSignals::removed, this, &Fleet::rebuildNumbers);
    connect(&m_parcels, &TableSignals::reset, this, &Fleet::rebuildNumbers);
}

Fleet::Place Fleet::placeOf(const StopId &stop) const
{
    const auto place = m_places.constFind(stop);
    const auto *route = place == m_places.cend() ? nullptr : m_routes.find(place->route);
    const bool isTrue =
        route != nullptr && place->position < route->stops.size() && route->stops.at(place->position) == stop;
    return isTrue ? *place : Place();
}

const Route *Fleet::routeOf(const StopId &stop) const
{
    const auto place = placeOf(stop);
    return place.isValid() ? m_routes.find(place.route) : nullptr;
}

const Driver *Fleet::driverOf(const StopId &stop) const
{
    const auto *route = routeOf(stop);
    return route == nullptr ? nullptr : m_drivers.find(route->driver);
}

const Route *Fleet::routeOf(const DriverId &driver) const
{
    const Route *best = nullptr;
    for (const auto &id : m_routesOfDriver.value(driver)) {
        const auto *route = m_routes.find(id);
        if (route == nullptr || route->driver != driver || !isOfTheDay(*route))
            continue;
        const bool isBetter = best == nullptr || rankOf(*route) < rankOf(*best)
            || (rankOf(*route) == rankOf(*best)
                && (route->status == Route::Status::Finished ? route->scheduledStart > best->scheduledStart
                                                             : route->scheduledStart < best->scheduledStart));
        if (isBetter)
            best = route;
    }
    return best;
}

const StopForecast *Fleet::forecastOf(const StopId &stop) const
{
    const auto place = placeOf(stop);
    const auto *forecast = place.isValid() ? m_forecasts.find(place.route) : nullptr;
    if (forecast == nullptr)
        return nullptr;
    const auto found = std::ranges::find(forecast->stops, stop, &StopForecast::stop);
    return found == forecast->stops.cend() ? nullptr : &*found;
}

const Parcel *Fleet::parcelWithNumber(const QString &trackingNumber) const
{
    const auto id = m_parcelByNumber.constFind(trackingNumber);
    return id == m_parcelByNumber.cend() ? nullptr : m_parcels.find(*id);
}

QString Fleet::trackingNumberOf(const Stop &stop) const
{
    const auto *parcel = stop.parcels.isEmpty() ? nullptr : m_parcels.find(stop.parcels.constFirst());
    return parcel == nullptr ? QString() : parcel->trackingNumber;
}

void Fleet::setDay(QDate day)
{
    if (m_day == day)
        return;
    m_day = day;
    Q_EMIT dayChanged();
}

bool Fleet::isOfTheDay(const Stop &stop) const
{
    if (!m_day.isValid())
        return true;
    const auto *route = routeOf(stop.id);
    return route == nullptr || isOfTheDay(*route);
}

void Fleet::apply(Batch batch)
{
    if (batch.size() == 0)
        return;
    // What is pointed at comes before what points, so that no list meets a reference to a thing it is about to get.
    m_depots.apply(std::move(batch.depots));
    m_users.apply(std::move(batch.users));
    m_vehicles.apply(std::move(batch.vehicles));
    m_drivers.apply(std::move(batch.drivers));
    m_orders.apply(std::move(batch.orders));
    m_parcels.apply(std::move(batch.parcels));
    m_stops.apply(std::move(batch.stops));
    m_routes.apply(std::move(batch.routes));
    m_paths.apply(std::move(batch.paths));
    m_forecasts.apply(std::move(batch.forecasts));
    m_closures.apply(std::move(batch.closures));
    m_exceptions.apply(std::move(batch.exceptions));
    m_notes.apply(std::move(batch.notes));
    m_sites.apply(std::move(batch.sites));
    m_thresholds.apply(std::move(batch.thresholds));
    m_rates.apply(std::move(batch.rates));
    m_trails.apply(batch.fixes);
    Q_EMIT applied();
}

void Fleet::clear()
{
    m_notes.clear();
    m_sites.clear();
    m_thresholds.clear();
    m_rates.clear();
    m_exceptions.clear();
    m_closures.clear();
    m_forecasts.clear();
    m_paths.clear();
    m_routes.clear();
    m_stops.clear();
    m_parcels.clear();
    m_orders.clear();
    m_drivers.clear();
    m_vehicles.clear();
    m_users.clear();
    m_depots.clear();
    m_trails.clear();
    m_colours.clear();
    m_nextColour = 0;
    Q_EMIT applied();
}

void Fleet::indexRoutes(qsizetype first, qsizetype last)
{
    for (auto row = first; row <= last; ++row)
        indexRoute(m_routes.at(row));
}

void Fleet::indexRoute(const Route &route)
{
    for (qsizetype position = 0; position < route.stops.size(); ++position)
        m_places.insert(route.stops.at(position), {.route = route.id, .position = position});
    if (auto &routes = m_routesOfDriver[route.driver]; !routes.contains(route.id))
        routes.append(route.id);
    if (!m_colours.contains(route.id))
        m_colours.insert(route.id, m_nextColour++);
}

void Fleet::rebuildPlaces()
{
    m_places.clear();
    m_routesOfDriver.clear();
    indexRoutes(0, m_routes.size() - 1);
}

void Fleet::rebuildNumbers()
{
    m_parcelByNumber.clear();
    m_parcelByNumber.reserve(m_parcels.size());
    for (const auto &parcel : m_parcels)
        m_parcelByNumber.insert(parcel.trackingNumber, parcel.id);
}

} // namespace Doorstep

#include "moc_fleet.cpp"
