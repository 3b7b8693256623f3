// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/api/regionservices.h"
#include "backend/api/services.h"
#include "backend/http/router.h"

namespace Doorstep::Api {

/// `POST /v1/drives`: the roads of drives that nobody has planned yet, around what is closed. \a region may be null.
void registerDrives(Http::Router &router, Services &services, RegionServices *region);

} // namespace Doorstep::Api
