// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/forecast.h"
#include "models/domain/id.h"
#include "widgets/parts/depottime.h"

#include <QGeoCoordinate>
#include <QList>
#include <QString>

#include <optional>

namespace Doorstep {

class Fleet;

/// What the details pane says about one thing: a title, a word on its state, and lines of facts.
struct Facts
{
    struct Line
    {
        QString label;
        QString value;
        bool warns = false; ///< Worth a second look.
        QGeoCoordinate where; ///< Valid: a button beside it shows that on the map.

        bool operator==(const Line &) const = default;
    };

    QString title; ///< Empty when nothing is selected.
    QString subtitle;
    QString state;
    Forecast::State tone = Forecast::State::Finished; ///< Colours `state`.
    QList<Line> lines;
    QString next; ///< What the stops below are, "Next stops"; empty for none.
    struct NextStop
    {
        StopId stop;
        int number = 0;
        QString address;
        QString arrival;
        QString slack; ///< Against the end of its window; empty without one.
        bool late = false;

        bool operator==(const NextStop &) const = default;
    };
    QList<NextStop> nextStops;

    bool operator==(const Facts &) const = default;
};

/// At most so many stops to come are told of.
inline constexpr int nextStopsShown = 8;

/// Everything about \a stop at \a now.
[[nodiscard]] Facts factsOf(const StopId &stop, const Fleet &fleet, const DepotTime &time, const QDateTime &now);
/// About \a route and who drives it.
[[nodiscard]] Facts factsOf(const RouteId &route, const Fleet &fleet, const DepotTime &time, const QDateTime &now);
/// About \a driver, who has no route.
[[nodiscard]] Facts factsOf(const DriverId &driver, const Fleet &fleet, const QDateTime &now);

} // namespace Doorstep
