// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/archive/database.h"

namespace Doorstep {

/// "DSca": says that a SQLite file is a console's cache.
inline constexpr qint64 cacheApplicationId = 0x44536361;
/// The newest schema; each older one migrates to it in order.
inline constexpr qint64 cacheSchemaVersion = 3;

/// Sets the pragmas, checks the file and brings its schema up to date.
///
/// Fails with Malformed for a file that is foreign, newer than this program or damaged: it is to be moved out of the
/// way. Fails with Storage when the disk says no. \a isSuspect asks for a quick_check first.
[[nodiscard]] Result<> prepareCache(Disk::Database &database, bool isSuspect);

} // namespace Doorstep
