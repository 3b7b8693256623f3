// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/roadgraph.h"

#include <functional>

namespace Doorstep {

/// Builds the contraction hierarchy over directed roads (`up` and `down` of \a graph), which makes searches a hundred
/// times faster: states are taken out one by one, the least important first, and a shortcut bridges each where the best
/// way led over it. Takes seconds for a city. \a progress gets 0 to 1.
void contract(RoadGraph &graph, const std::function<void(double)> &progress);

} // namespace Doorstep
