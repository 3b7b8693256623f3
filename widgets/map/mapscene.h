// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/forecast.h"
#include "models/domain/id.h"
#include "models/domain/packedline.h"

#include <QDateTime>
#include <QGeoCoordinate>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>

namespace Doorstep {

/// What is on the map, as plain values: the renderer knows nothing of the store, and the store nothing of the renderer.
/// Colours count through the theme's palette of route colours. A place may be invalid and is then not drawn.

/// A driver where their phone last was.
struct DriverMarker
{
    DriverId id;
    RouteId route; ///< Invalid without a route today.
    QString initials;
    QString name;
    QGeoCoordinate where;
    std::optional<double> headingDegrees;
    Forecast::State state = Forecast::State::OnTime;
    QDateTime seenAt; ///< UTC; how old the position is fades its ring.
    bool mocked = false; ///< The phone says that an app made the position up.

    bool operator==(const DriverMarker &) const = default;
};

/// A stop: a numbered box while it is open, a dot once it is done.
struct StopMarker
{
    enum class Shape : quint8 { Open, Delivered, Failed, Cancelled };

    StopId id;
    RouteId route;
    QGeoCoordinate where;
    QGeoCoordinate entrance; ///< Where its driver walks in; shown while it is selected.
    int number = 0; ///< Place in its route, from 1; 0 draws no number.
    Shape shape = Shape::Open;
    Forecast::State outlook = Forecast::State::OnTime; ///< Of an open stop.
    bool next = false; ///< The one its driver goes to now.
    bool exception = false; ///< Somebody must look at it.
    bool waiting = false; ///< A decision about it is not confirmed yet.
    int colour = 0;

    bool operator==(const StopMarker &) const = default;
};

/// The roads of a route. `legs[i]` leads to its stop i; the first `doneLegs` are behind the driver.
struct RouteLine
{
    RouteId id;
    QList<PackedLine> legs;
    int doneLegs = 0;
    QGeoCoordinate reached; ///< How far leg `doneLegs` is driven; invalid at its start.
    int colour = 0;

    bool operator==(const RouteLine &) const = default;
};

struct DepotMarker
{
    DepotId id;
    QString name;
    QGeoCoordinate where;

    bool operator==(const DepotMarker &) const = default;
};

/// An area or road that may not be driven: three places or more are an area, two a road.
struct ClosureArea
{
    enum class Look : quint8 {
        Closed,
        Slow, ///< Driven, but slowly.
        Inactive, ///< Not now: it comes later, or is over.
    };

    ClosureId id;
    QString name; ///< Shown in its middle.
    QList<QGeoCoordinate> outline;
    QList<QList<QGeoCoordinate>> holes;
    bool isRoad = false;
    Look look = Look::Closed;

    bool operator==(const ClosureArea &) const = default;
};

/// What is selected, everywhere in the console.
struct MapSelection
{
    QSet<StopId> stops;
    QSet<DriverId> drivers;
    QSet<RouteId> routes;

    [[nodiscard]] bool isEmpty() const { return stops.isEmpty() && drivers.isEmpty() && routes.isEmpty(); }
    bool operator==(const MapSelection &) const = default;
};

} // namespace Doorstep
