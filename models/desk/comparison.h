// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/archive/outboxcommand.h"
#include "models/store/setback.h"

namespace Doorstep {

/// \a command, which has a verdict and was not applied, as the person is to see it: mine beside theirs.
[[nodiscard]] Setback setbackOf(const OutboxCommand &command);

} // namespace Doorstep
