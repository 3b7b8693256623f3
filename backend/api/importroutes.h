// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/api/services.h"

namespace Doorstep::Api {

/// `POST /v1/visits`.
void registerImports(Http::Router &router, Services &services);

} // namespace Doorstep::Api
