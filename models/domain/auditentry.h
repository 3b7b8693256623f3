// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/subject.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

namespace Doorstep {

/// One thing that a person did. Entries of a feed are chained: each one's hash covers the one before, so none can be
/// changed, dropped or slipped in unnoticed.
struct AuditEntry
{
    qint64 number = 0; ///< Counts from 1 without gaps in its feed.
    QDateTime at; ///< By the backend's clock, UTC.
    UserId actor;
    QString action; ///< A verb's word, or "plan", "orders", "attempt".
    QList<Subject> about;
    QJsonObject body; ///< What was asked for, as it was sent.
    QByteArray hash; ///< SHA-256, 32 bytes.

    bool operator==(const AuditEntry &) const = default;
};

} // namespace Doorstep
