// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/daemon/options.h"

namespace Doorstep {

/// `doorstepd serve`: serves until SIGTERM or SIGINT and answers the exit code (2 for what a person must put right).
int runServer(const ServeOptions &options);

/// `doorstepd routes`: METHOD, path, door and roles of every call, one a line.
int printRoutes();

} // namespace Doorstep
