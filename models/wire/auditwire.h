// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/auditentry.h"
#include "models/domain/result.h"

namespace Doorstep::Wire {

/// `{n, at, actor, action, about:["stop/ID"…], body, hash}`.
[[nodiscard]] QJsonObject toJson(const AuditEntry &entry);
[[nodiscard]] Result<AuditEntry> auditEntryFromJson(const QJsonObject &json);

/// `{entries:[…], more}`, newest first.
struct AuditPage
{
    QList<AuditEntry> entries;
    bool more = false;

    bool operator==(const AuditPage &) const = default;
};
[[nodiscard]] Result<AuditPage> auditPageFromJson(const QJsonObject &json);

} // namespace Doorstep::Wire
