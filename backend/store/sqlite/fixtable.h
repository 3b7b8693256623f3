// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/sqlite/database.h"
#include "backend/store/store.h"

#include <QHash>

namespace Doorstep::StoreFile {

/// Appends fixes. On the writer's thread; forgetNumbers() must follow when a transaction was not committed.
class FixTable
{
public:
    explicit FixTable(Database &database);

    Result<FixCounts> append(const std::vector<Fix> &fixes);
    void forgetNumbers() { m_numbers.clear(); }

private:
    Result<qint64> numberOf(const DriverId &driver);

    Database &m_database;
    QHash<DriverId, qint64> m_numbers;
    Statement m_selectNumber, m_insertNumber, m_insertFix;
};

/// The newest fix of each driver that is not clockSuspect.
Result<std::vector<Fix>> readLastFixes(Database &database);
/// Oldest first, both ends included.
Result<std::vector<Fix>> readTrack(Database &database, const DriverId &driver, const QDateTime &from,
                                   const QDateTime &to, int limit);

/// The numbers of the drivers who have fixes before \a before.
Result<std::vector<qint64>> driversWithFixesBefore(Database &database, const QDateTime &before);
/// Removes the oldest \a most of them; answers how many there were.
Result<qint64> forgetFixesOf(Database &database, qint64 driver, const QDateTime &before, int most);

} // namespace Doorstep::StoreFile
