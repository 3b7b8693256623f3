// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Doorstep::Test::FailingDisk {

/// From now on all SQLite files of this program, opened afterwards, are on a disk that can fail. Call it once.
void install();

/// The \a n-th write, sync or truncation from now on, counted from 1, fails with \a code (SQLITE_FULL,
/// SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC); only that one unless \a isForGood.
void failNth(int n, int code, bool isForGood = false);
/// The disk works again. Whether something failed.
bool mend();

} // namespace Doorstep::Test::FailingDisk
