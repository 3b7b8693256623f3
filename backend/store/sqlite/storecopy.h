// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QString>

namespace Doorstep {

/// What a restored copy holds.
struct RestoredStore
{
    qint64 feeds = 0;
    qint64 documents = 0;
    qint64 fixes = 0;
    QString setAside; ///< Where the store that was there before is now; empty when there was none.
};

/// Writes all that the store at \a storeFile holds at one moment into the new file \a copy, readable by its owner only
/// and safe on disk when this returns. A server may be writing meanwhile. Refused when there is no store, \a copy
/// exists or cannot be written; Storage when reading or writing fails. Leaves no half of a copy.
Result<> copyStore(const QString &storeFile, const QString &copy);

/// Puts \a copy in the place of the store at \a storeFile, which nobody may have open: all or nothing, also when the
/// machine stops half way. What was there is set aside. Every feed gets another epoch, so that consoles that saw more
/// than the copy take a snapshot, and nobody is signed in any more. Refused, with a sentence for a person, when \a copy
/// is not Doorstep's, newer than this program, damaged or in use.
Result<RestoredStore> restoreStore(const QString &copy, const QString &storeFile);

} // namespace Doorstep
