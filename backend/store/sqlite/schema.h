// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/sqlite/database.h"

namespace Doorstep::StoreFile {

/// The version of the schema that this program writes.
constexpr int schemaVersion = 2;

/// Makes an empty database ours, or brings an older one up to date after setting a copy of it aside.
/// Refuses (Refused, with a sentence for a person) a file that is not Doorstep's, or newer than this program.
Result<> prepareSchema(Database &database, const QString &path);

} // namespace Doorstep::StoreFile
