// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/api/regionservices.h"
#include "backend/api/routesahead.h"
#include "backend/api/services.h"
#include "models/wire/insertionwire.h"

namespace Doorstep::Api {

/// What another place in the nearest routes of \a today would mean for \a stop, which has a place, and which windows
/// can be promised for it. \a region has drives.
[[nodiscard]] drogon::Task<Result<Wire::InsertionsAnswer>> insertionsOf(Services &services, RegionServices &region,
                                                                        Stop stop, DepotToday today, QDateTime now);

} // namespace Doorstep::Api
