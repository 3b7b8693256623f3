// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/sqlite/writequeue.h"

namespace Doorstep::StoreFile {

/// All that \a commit says: its documents, what it must remember of a command, and its entries of the audit. Inside the
/// writer's transaction, which the caller undoes after an error.
Result<Growth> commitWhole(Tables &tables, const Commit &commit);

} // namespace Doorstep::StoreFile
