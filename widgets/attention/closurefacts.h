// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/closure.h"
#include "widgets/attention/facts.h"

namespace Doorstep {

/// About \a closure at \a now, with the stops it touches below, the first to be reached first.
[[nodiscard]] Facts factsOf(const ClosureId &closure, const Fleet &fleet, const DepotTime &time, const QDateTime &now);

} // namespace Doorstep
