// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QDate>
#include <QDateTime>
#include <QGeoCoordinate>
#include <QList>
#include <QObject>

namespace Doorstep {

/// A driver's ordered stops of one day.
struct Route
{
    Q_GADGET
public:
    enum class Status : quint8 { Planned, Underway, Finished };
    Q_ENUM(Status)

    RouteId id;
    DepotId depot;
    DriverId driver;
    VehicleId vehicle;
    QDate day; ///< In the depot's time zone.
    Status status = Status::Planned;
    QDateTime scheduledStart;
    QDateTime scheduledEnd;
    QDateTime actualStart; ///< When the driver left the depot.
    QDateTime actualEnd;
    QList<StopId> stops; ///< In the order to be driven. The one truth about order and membership.
    double loadFraction = 0.0; ///< How full the vehicle starts, 0 to 1.

    bool operator==(const Route &) const = default;
};

/// The roads a route takes: `legs[i]` leads to `Route::stops[i]`, the last leg (if there is one more) back to the
/// depot. Derived by the backend from the route and the region; a leg is empty where no road was found.
struct RoutePath
{
    RouteId route;
    QList<QList<QGeoCoordinate>> legs;
    QList<QList<ClosureId>> avoids =
        {}; ///< Which closures each leg goes around; shorter than \c legs where none follow.

    bool operator==(const RoutePath &) const = default;
};

} // namespace Doorstep
