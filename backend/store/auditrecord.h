// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

namespace Doorstep {

/// What a commit wants to have remembered of itself for ever.
struct AuditNote
{
    FeedId feed;
    DeviceId device; ///< Invalid when it came from none that we know.
    QString action; ///< A verb's word, or "plan", "orders", "attempt", "user".
    QStringList about; ///< "stop/ID" and the like.
    QByteArray body; ///< One compact JSON object: what was asked for.
};

/// An entry as it is kept. Entries of a feed are numbered from 1 and chained.
struct AuditRecord
{
    qint64 number = 0;
    QDateTime at;
    UserId actor;
    AuditNote note;
    QByteArray before; ///< SHA-256 over the documents before it, 32 bytes…
    QByteArray after; ///< …and after it.
    QByteArray hash; ///< chainedHash() of all of this.
};

/// SHA-256 over \a previous (32 zero bytes for the first) and every field of \a record but its hash, each behind its
/// length: nothing can be moved from one field to the next.
[[nodiscard]] QByteArray chainedHash(const QByteArray &previous, const AuditRecord &record);

/// The hash of no documents that chains begin with.
[[nodiscard]] QByteArray chainBegin();

/// Takes documents one by one; its hash is of their names and bodies.
class DocumentsHash
{
public:
    void add(const QString &kind, const QString &id, const QByteArray &body);
    [[nodiscard]] QByteArray result() const;

private:
    QByteArray m_fields;
};

} // namespace Doorstep
