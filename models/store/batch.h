// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/closure.h"
#include "models/domain/depot.h"
#include "models/domain/document.h"
#include "models/domain/driver.h"
#include "models/domain/exception.h"
#include "models/domain/fix.h"
#include "models/domain/forecast.h"
#include "models/domain/note.h"
#include "models/domain/parcel.h"
#include "models/domain/rates.h"
#include "models/domain/route.h"
#include "models/domain/site.h"
#include "models/domain/stop.h"
#include "models/domain/thresholds.h"
#include "models/domain/user.h"
#include "models/domain/vehicle.h"
#include "models/store/kept.h"

#include <QHash>
#include <QList>

namespace Doorstep {

/// The id that a thing is found by; a path and a forecast have the id of their route.
template <typename T>
[[nodiscard]] const auto &keyOf(const T &thing)
{
    if constexpr (requires { thing.id; })
        return thing.id;
    else
        return thing.route;
}

template <typename T>
using KeyOf = std::remove_cvref_t<decltype(keyOf(std::declval<const T &>()))>;

/// What became of one table: things as they are now, and the ids of those that are no more. Removals come first; of two
/// writings of one thing the last counts.
template <typename T>
struct TableBatch
{
    QList<T> written;
    QList<KeyOf<T>> removed;

    [[nodiscard]] bool isEmpty() const { return written.isEmpty() && removed.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return written.size() + removed.size(); }
};

/// What came since the last batch: decoded elsewhere, applied in one go. Fixes may hold several of one driver, oldest
/// first.
struct Batch
{
    TableBatch<Depot> depots;
    TableBatch<Driver> drivers;
    TableBatch<Vehicle> vehicles;
    TableBatch<User> users;
    TableBatch<OrderLabel> orders;
    TableBatch<Stop> stops;
    TableBatch<Route> routes;
    TableBatch<Parcel> parcels;
    TableBatch<PackedPath> paths;
    TableBatch<Forecast> forecasts;
    TableBatch<Note> notes;
    TableBatch<Exception> exceptions;
    TableBatch<Closure> closures;
    TableBatch<Site> sites;
    TableBatch<DepotThresholds> thresholds;
    TableBatch<DepotRates> rates;
    QList<Fix> fixes;
    QHash<FeedId, Cursor> cursors; ///< How far these feeds are, once this was applied.

    /// Things in it.
    [[nodiscard]] qsizetype size() const
    {
        return depots.size() + drivers.size() + vehicles.size() + users.size() + orders.size() + stops.size()
            + routes.size() + parcels.size() + paths.size() + forecasts.size() + notes.size() + exceptions.size()
            + closures.size() + sites.size() + thresholds.size() + rates.size() + fixes.size();
    }
    [[nodiscard]] bool isEmpty() const { return size() == 0 && cursors.isEmpty(); }
};

} // namespace Doorstep
