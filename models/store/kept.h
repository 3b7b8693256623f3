// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/order.h"
#include "models/domain/packedline.h"
#include "models/domain/route.h"

namespace Doorstep {

/// What the console keeps of an Order: its stop says the rest, and a console holds tens of thousands.
struct OrderLabel
{
    OrderId id;
    QString reference;
    QString shop;

    [[nodiscard]] static OrderLabel of(const Order &order)
    {
        return {.id = order.id, .reference = order.reference, .shop = order.shop};
    }
    bool operator==(const OrderLabel &) const = default;
};

/// A RoutePath as the console keeps it.
struct PackedPath
{
    RouteId route;
    QList<PackedLine> legs;
    QList<QList<ClosureId>> avoids; ///< As RoutePath::avoids.

    [[nodiscard]] static PackedPath of(const RoutePath &path)
    {
        return {.route = path.route,
                .legs = QList<PackedLine>(path.legs.cbegin(), path.legs.cend()),
                .avoids = path.avoids};
    }
    bool operator==(const PackedPath &) const = default;
};

} // namespace Doorstep
