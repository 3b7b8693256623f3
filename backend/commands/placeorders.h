// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/commands/neworders.h"
#include "backend/commands/placefinder.h"
#include "backend/store/store.h"

#include <QJsonObject>

namespace Doorstep {

/// Makes orders, their stops and parcels with tracking numbers, and answers `{orders:[…]}` of docs/protocol.md. An
/// order that was made before is not made again: it is answered as it is.
///
/// \a places may be null: then a stop without `where` stays without a place. Refused: a depot that does not exist.
drogon::Task<Result<QJsonObject>> placeOrders(Store &store, PlaceFinder *places, std::vector<NewOrder> orders,
                                              UserId actor, QDateTime now);

} // namespace Doorstep
