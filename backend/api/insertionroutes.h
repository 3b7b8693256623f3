// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/api/regionservices.h"
#include "backend/api/services.h"

namespace Doorstep::Api {

/// `GET /v1/stops/{stop}/insertions`: what another place in today's routes would mean. \a region may be null: then it
/// answers that there are no roads.
void registerInsertions(Http::Router &router, Services &services, RegionServices *region);

} // namespace Doorstep::Api
