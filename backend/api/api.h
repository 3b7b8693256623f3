// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/api/services.h"

namespace Doorstep::Api {

/// Adds every `/v1` call and the health calls to \a router (regionroutes.h has the others). backend/api/openapi.yaml
/// describes them.
void registerApi(Http::Router &router, Services &services);

} // namespace Doorstep::Api
