// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/sqlite/database.h"
#include "backend/store/store.h"

namespace Doorstep::StoreFile {

/// Writes the chains of the audit. On the writer's thread, inside its transaction; it remembers nothing beside them.
class AuditTable
{
public:
    explicit AuditTable(Database &database);

    /// The next entry of the feed that has \a feedNumber. \a record comes without number and hash.
    Result<> append(qint64 feedNumber, AuditRecord record);

private:
    Statement m_selectHead, m_upsertHead, m_insertEntry, m_insertSubject;
};

/// Beside the writer. NotFound: no such feed.
Result<std::vector<AuditRecord>> readAudit(Database &database, const FeedId &feed, const QString &about, qint64 before,
                                           int limit);

/// One feed's chain, looked at from its first entry on.
struct AuditChain
{
    FeedId feed;
    qint64 entries = 0; ///< That are good.
    QByteArray head; ///< The hash of the last of them.
    QString problem; ///< Empty when all is well; else what is wrong behind the good ones.
};

/// Every chain, as one state of the database has it. A server may write meanwhile.
Result<std::vector<AuditChain>> verifyAudit(Database &database);

} // namespace Doorstep::StoreFile
