// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/sqlite/database.h"
#include "backend/store/store.h"

namespace Doorstep::StoreFile {

/// Keeps which commands were decided, and how far each device is. On the writer's thread, inside its transaction.
class CommandTable
{
public:
    explicit CommandTable(Database &database);

    /// Conflict unless \a mark is new and its device's next.
    Result<> admit(const CommandMark &mark);
    /// Keeps it, with the seqs \a from to \a to of its feed in \a epoch.
    Result<> keep(const CommandMark &mark, quint64 epoch, qint64 from, qint64 to);
    Result<> forget(const QDateTime &before);

private:
    Statement m_selectCommand, m_selectDevice, m_upsertDevice, m_insertCommand, m_forget;
};

/// Beside the writer.
Result<CommandHistory> readHistory(Database &database, const DeviceId &device, const QList<CommandId> &ids);

} // namespace Doorstep::StoreFile
