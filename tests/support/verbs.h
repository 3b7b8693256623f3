// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/verbs/verb.h"

#include <initializer_list>
#include <utility>
#include <vector>

namespace Doorstep::Test {

/// One verb of each kind that changes something in twoRoutes(), with every field set.
[[nodiscard]] std::vector<Verb> everyVerb();

/// Thresholds of which some are as a depot wants them.
[[nodiscard]] ThresholdValues valuesOf(std::initializer_list<std::pair<Threshold, int>> own);

/// Somebody who decides at 14:00.
[[nodiscard]] Actor someActor();

} // namespace Doorstep::Test
