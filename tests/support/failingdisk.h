// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTypes>

/// The disk below all SQLite files of a program, which can fail and lose its power. Any thread may use files.
namespace Doorstep::Test::FailingDisk {

/// From now on all SQLite files of this program, opened afterwards, are on this disk. Call it once.
void install();

/// The \a n-th write, sync or truncation from now on, counted from 1, fails with \a code (SQLITE_FULL,
/// SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC), or the \a n-th read with SQLITE_IOERR_READ; only that one unless
/// \a isForGood.
void failNth(int n, int code, bool isForGood = false);
/// Counts as a write to a file that SQLite knows nothing of; whether it works.
[[nodiscard]] bool mayWrite();
/// The disk works again. Whether something failed.
bool mend();

/// Begins to note what is written and not yet synced.
void watchPower();
/// Power is lost in the middle of the \a n-th write, sync or truncation from now on: nothing works any more.
void losePower(int n);
/// Power is back; call it when every file was closed. Of what had not been synced some writes are there, some are not,
/// and some are there in part: which is up to \a seed. Whether power had been lost.
bool restorePower(quint32 seed);

} // namespace Doorstep::Test::FailingDisk
