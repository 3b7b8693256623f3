// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/sqlite/database.h"
#include "backend/store/store.h"

namespace Doorstep::StoreFile {

// What is read beside the writer, on a reader's thread and connection. Each call sees one state of the database.

Result<Changes> readChanges(Database &database, const FeedId &feed, quint64 epoch, qint64 after, int limit);
Result<QList<Document>> readDocuments(Database &database, const std::vector<DocumentKey> &keys);
Result<QList<Document>> readDocumentsOf(Database &database, const FeedId &feed, const QString &kind);
Result<QStringList> readHolders(Database &database, const QString &space, const QStringList &keys);
/// Opens a connection and a read transaction of its own. NotFound.
Result<std::shared_ptr<Snapshot>> readSnapshot(const QString &path, const FeedId &feed);

} // namespace Doorstep::StoreFile
