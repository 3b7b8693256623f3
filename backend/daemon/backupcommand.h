// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/daemon/options.h"

namespace Doorstep {

/// `doorstepd backup` and `doorstepd restore`: they answer the exit code, 0, 1 when the disk would not, or 2 for what a
/// person must put right, and have said in one sentence what happened.
int runBackup(const BackupOptions &options);
int runRestore(const RestoreOptions &options);

} // namespace Doorstep
