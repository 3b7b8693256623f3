// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/auditentry.h"
#include "models/store/pastdecision.h"

namespace Doorstep {

/// \a entry without what only programs read. An action of a newer backend has its word and no changes.
[[nodiscard]] PastDecision pastDecisionOf(const AuditEntry &entry);

} // namespace Doorstep
