// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/cannedserver.h"

namespace Doorstep::Test {

/// What an OSRM answers whose roads go straight, at ten metres a second; it knows tables, and routes with steps.
[[nodiscard]] CannedServer::Reply straightRoads(const QUrl &url);

} // namespace Doorstep::Test
