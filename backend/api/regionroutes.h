// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/api/regionservices.h"
#include "backend/http/router.h"

namespace Doorstep::Api {

/// Adds `/tiles`, `/osrm` and `/nominatim`. \a region may be null: then they say that there is none.
void registerRegion(Http::Router &router, RegionServices *region);

} // namespace Doorstep::Api
