// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/sqlite/database.h"

namespace Doorstep::StoreFile {

/// The version of the schema that this program writes.
constexpr int schemaVersion = 2;

/// The schema version of \a database, 0 when it is new and empty. Refuses (Refused, with a sentence for a person) a
/// file that is not Doorstep's, or newer than this program.
Result<qint64> ownedVersion(Database &database, const QString &path);

/// Makes an empty database ours, or brings an older one up to date after setting a copy of it aside.
/// Refuses what ownedVersion() does.
Result<> prepareSchema(Database &database, const QString &path);

} // namespace Doorstep::StoreFile
