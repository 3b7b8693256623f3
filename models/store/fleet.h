// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/table.h"
#include "models/store/trails.h"

#include <QDate>
#include <QHash>
#include <QObject>

namespace Doorstep {

/// Everything the console knows about the day, live: typed tables of documents, the drivers' trails, and the ways from
/// one thing to another in constant time. The one place they are changed.
///
/// Lives in the GUI thread. Views and lists read; `models/sync` applies batches. Each table announces a batch once
/// before `applied()`; who derives something collects what became dirty and works it out on `applied()`.
class Fleet : public QObject
{
    Q_OBJECT
public:
    /// Where a stop is driven to: position 0 is the first of its route.
    struct Place
    {
        RouteId route;
        qsizetype position = -1;

        [[nodiscard]] bool isValid() const noexcept { return position >= 0; }
    };

    explicit Fleet(QObject *parent = nullptr);

    [[nodiscard]] const Table<Depot> &depots() const noexcept { return m_depots; }
    [[nodiscard]] const Table<Driver> &drivers() const noexcept { return m_drivers; }
    [[nodiscard]] const Table<Vehicle> &vehicles() const noexcept { return m_vehicles; }
    [[nodiscard]] const Table<User> &users() const noexcept { return m_users; }
    [[nodiscard]] const Table<OrderLabel> &orders() const noexcept { return m_orders; }
    [[nodiscard]] const Table<Stop> &stops() const noexcept { return m_stops; }
    [[nodiscard]] const Table<Route> &routes() const noexcept { return m_routes; }
    [[nodiscard]] const Table<Parcel> &parcels() const noexcept { return m_parcels; }
    [[nodiscard]] const Table<PackedPath> &paths() const noexcept { return m_paths; }
    [[nodiscard]] const Table<Forecast> &forecasts() const noexcept { return m_forecasts; }
    [[nodiscard]] const Table<Note> &notes() const noexcept { return m_notes; }
    [[nodiscard]] const Table<Exception> &exceptions() const noexcept { return m_exceptions; }
    [[nodiscard]] const Table<Closure> &closures() const noexcept { return m_closures; }
    /// Addresses that a depot remembers.
    [[nodiscard]] const Table<Site> &sites() const noexcept { return m_sites; }
    /// By their depots; those that say nothing are as usual.
    [[nodiscard]] const Table<DepotThresholds> &thresholds() const noexcept { return m_thresholds; }
    /// As well.
    [[nodiscard]] const Table<DepotRates> &rates() const noexcept { return m_rates; }
    /// Of \a depot, its own or the usual ones.
    [[nodiscard]] Rates ratesOf(const DepotId &depot) const
    {
        const auto *known = m_rates.find(depot);
        return known == nullptr ? Rates() : known->rates;
    }
    [[nodiscard]] const Trails &trails() const noexcept { return m_trails; }

    /// Where \a stop is in its route; invalid when nobody drives there.
    [[nodiscard]] Place placeOf(const StopId &stop) const;
    [[nodiscard]] const Route *routeOf(const StopId &stop) const;
    [[nodiscard]] const Driver *driverOf(const StopId &stop) const;
    [[nodiscard]] const Driver *driverOf(const Route &route) const { return m_drivers.find(route.driver); }
    /// The route of \a driver that matters: the one underway, else the first not finished, else the newest.
    [[nodiscard]] const Route *routeOf(const DriverId &driver) const;
    [[nodiscard]] const Forecast *forecastOf(const RouteId &route) const { return m_forecasts.find(route); }
    /// When \a stop will be reached; nullptr for one that is done or that nobody drives to.
    [[nodiscard]] const StopForecast *forecastOf(const StopId &stop) const;
    /// By the thirteen characters of a tracking number; nullptr when there is none.
    [[nodiscard]] const Parcel *parcelWithNumber(const QString &trackingNumber) const;
    /// The first parcel's number, for a line about \a stop; empty when unknown.
    [[nodiscard]] QString trackingNumberOf(const Stop &stop) const;
    /// A small number for each route, stable while the program runs: which colour of the categorical palette.
    [[nodiscard]] int colourOf(const RouteId &route) const { return m_colours.value(route, 0); }

    /// The day that lists and figures are about; invalid (as at first) means every day there is.
    [[nodiscard]] QDate day() const { return m_day; }
    void setDay(QDate day);
    [[nodiscard]] bool isOfTheDay(const Route &route) const { return !m_day.isValid() || route.day == m_day; }
    /// Whether \a stop belongs to a route of the day, or to none.
    [[nodiscard]] bool isOfTheDay(const Stop &stop) const;

    /// Takes \a batch in and emits one signal a table and kind of change, then `applied()`.
    void apply(Batch batch);
    /// Forgets everything: another server, or signed out.
    void clear();

Q_SIGNALS:
    void applied();
    void dayChanged();

private:
    void indexRoutes(qsizetype first, qsizetype last);
    void indexRoute(const Route &route);
    void rebuildPlaces();
    void rebuildNumbers();

    Table<Depot> m_depots;
    Table<Driver> m_drivers;
    Table<Vehicle> m_vehicles;
    Table<User> m_users;
    Table<OrderLabel> m_orders;
    Table<Stop> m_stops;
    Table<Route> m_routes;
    Table<Parcel> m_parcels;
    Table<PackedPath> m_paths;
    Table<Forecast> m_forecasts;
    Table<Note> m_notes;
    Table<Exception> m_exceptions;
    Table<Closure> m_closures;
    Table<Site> m_sites;
    Table<DepotThresholds> m_thresholds;
    Table<DepotRates> m_rates;
    Trails m_trails;

    // These two may hold what was true once; who reads them checks against the route.
    QHash<StopId, Place> m_places;
    QHash<DriverId, QList<RouteId>> m_routesOfDriver;
    QHash<QString, ParcelId> m_parcelByNumber;
    QHash<RouteId, int> m_colours;
    int m_nextColour = 0;
    QDate m_day;
};

} // namespace Doorstep
