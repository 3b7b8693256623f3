// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/auditentry.h"
#include "models/domain/result.h"
#include "models/store/pastdecision.h"

namespace Doorstep {

/// \a entry without what only programs read. An action of a newer backend has its word and no changes.
[[nodiscard]] PastDecision pastDecisionOf(const AuditEntry &entry);

/// One answer of `GET /v1/feeds/F/audit`.
struct AuditPage
{
    QList<PastDecision> entries; ///< Newest first.
    bool hasMore = false;
};

/// Malformed when \a bytes are not {entries, more}, or an entry is none.
[[nodiscard]] Result<AuditPage> auditPageFromBytes(const QByteArray &bytes);

} // namespace Doorstep
