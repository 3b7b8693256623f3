// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/verbs/verb.h"

#include <vector>

namespace Doorstep::Test {

/// One verb of each kind that changes something in twoRoutes(), with every field set.
[[nodiscard]] std::vector<Verb> everyVerb();

/// Somebody who decides at 14:00.
[[nodiscard]] Actor someActor();

} // namespace Doorstep::Test
