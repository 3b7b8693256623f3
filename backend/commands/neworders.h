// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/order.h"
#include "models/domain/result.h"
#include "models/domain/stop.h"

#include <QJsonObject>

#include <vector>

namespace Doorstep {

/// One order as a shop sends it, its stop to be, and what each of its parcels weighs.
struct NewOrder
{
    Order order; ///< Its id is not given yet.
    Stop stop; ///< Likewise; the place may be unknown.
    std::vector<double> weightsKilograms;

    /// The name that makes the same order the same: depot, shop and the shop's reference.
    [[nodiscard]] QString key() const;
};

/// The body of `POST /v1/orders`. Malformed, naming the key; at most 1,000 orders, 1 to 100 parcels each.
[[nodiscard]] Result<std::vector<NewOrder>> newOrdersFromJson(const QJsonObject &json, const QDateTime &now);

} // namespace Doorstep
