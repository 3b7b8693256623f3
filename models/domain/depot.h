// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/address.h"
#include "models/domain/id.h"

#include <QGeoCoordinate>

namespace Doorstep {

/// Where routes start. Each depot has a feed of its own, named by `feedOf()`.
struct Depot
{
    DepotId id;
    QString name;
    Address address;
    QGeoCoordinate where;
    QString timeZone; ///< IANA name, "America/Montevideo": every time of this depot's day is shown in it.

    bool operator==(const Depot &) const = default;
};

/// What all depots share (depots, drivers, vehicles, users) is in this feed.
[[nodiscard]] FeedId organisationFeed();
/// Routes, stops, orders, parcels and forecasts of \a depot are in this feed.
[[nodiscard]] FeedId feedOf(const DepotId &depot);

} // namespace Doorstep
