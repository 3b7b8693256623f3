// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/roadservice.h"
#include "backend/watch/event.h"
#include "backend/watch/fact.h"

namespace Doorstep {

/// The roads that a watcher wished for: one leg between each two places, empty where no road leads. Computes; not on an
/// event loop.
[[nodiscard]] Watch::PathFound findPath(const RoadService &roads, const Watch::PathWanted &wish);

} // namespace Doorstep
