// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/commands/plan.h"
#include "backend/store/store.h"

namespace Doorstep {

/// Makes the depots, vehicles, drivers and routes of \a plan so, all or nothing, and answers how many documents it
/// wrote: none when all was so already.
///
/// Kept, whatever the plan says: the state of a route and its stops, and a driver's device id when the plan has none.
/// Refused: a thing that refers to what is neither in the plan nor stored, a stop of another depot or route.
/// Conflict: a device id of another driver; or the things kept changing meanwhile.
drogon::Task<Result<int>> putPlan(Store &store, Plan plan, UserId actor, QDateTime now);

} // namespace Doorstep
