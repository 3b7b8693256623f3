// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/watch/roadmix.h"

namespace Doorstep::Watch {

/// By how much driving takes longer than on empty roads at \a hour (0 to 24, local, fractions count): two peaks on a
/// working day, between 0.95 at night and 1.35 in the evening. docs/eta.md says where the figures come from.
[[nodiscard]] double trafficFactor(double hour);
/// The same for each kind of road: main roads jam at the peaks, minor ones hardly.
[[nodiscard]] ByRoadKind trafficFactors(double hour);

} // namespace Doorstep::Watch
