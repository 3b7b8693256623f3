// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/api/regionservices.h"
#include "backend/api/services.h"

#include <QHash>

#include <chrono>

namespace Doorstep::Api {

/// How long a driver's way may become for a new order; depots that are not in it give out their orders by hand.
using AssignmentLimits = QHash<DepotId, std::chrono::minutes>;

/// Who new orders are given to by themselves, in the audit.
[[nodiscard]] UserId assignmentActor();

/// Gives the stops of an order that has just come in, \a made, to the drivers of today who take them best, one after
/// the other, where that misses nobody's window, their own included, and takes no longer than \a limits allow. What
/// nobody can take so is left to people.
///
/// Decided like a person's command: over the lists that were seen, tried anew when somebody was faster. What fails is
/// logged: the order is there, and somebody will see it. All but the stops must outlive the server.
drogon::AsyncTask assignByItself(Services &services, RegionServices &region, const AssignmentLimits &limits,
                                 QList<StopId> made);

} // namespace Doorstep::Api
