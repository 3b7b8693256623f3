// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/address.h"
#include "models/domain/id.h"
#include "models/domain/timewindow.h"

namespace Doorstep {

/// What a shop asked to have delivered. It becomes one stop and one or more parcels.
struct Order
{
    OrderId id;
    DepotId depot;
    QString reference; ///< The shop's own number; unique per shop and depot.
    QString shop;
    QString customer;
    QString phone;
    QString email;
    Address address;
    TimeWindow window;
    QDateTime createdAt;

    bool operator==(const Order &) const = default;
};

} // namespace Doorstep
