// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/archive/database.h"
#include "models/archive/outboxrecord.h"

namespace Doorstep {

/// "DSob": says that a SQLite file is a console's outbox.
inline constexpr qint64 outboxApplicationId = 0x44536f62;
inline constexpr qint64 outboxSchemaVersion = 1;

/// Refused when \a path was written by a newer program, without changing a byte of it. A file that is no outbox at all
/// is no matter here.
[[nodiscard]] Result<> checkOutboxVersion(const QString &path);

/// Sets the pragmas and makes the tables. Malformed: damaged or foreign. Storage: the disk said no.
[[nodiscard]] Result<> prepareOutbox(Disk::Database &database, bool isSuspect);

/// Everything in it. Malformed as soon as anything is not what was written.
[[nodiscard]] Result<OutboxHistory> readOutbox(Disk::Database &database);
/// What can still be read and is what was written.
[[nodiscard]] OutboxHistory salvageOutbox(const QString &path);

} // namespace Doorstep
