// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/commands/runcommands.h"

namespace Doorstep {

/// What a command comes to, ready to be committed: the whole of it, whatever it is.
struct Decided
{
    Verdict verdict; ///< An applied one has no epoch and seqs yet.
    Commit commit;
};

/// Looks at what \a envelope names and decides it. Storage and the like; never for a fault of the command's.
drogon::Task<Result<Decided>> decideOne(Store &store, Wire::CommandEnvelope envelope, CommandAuthor author,
                                        QDateTime now);

} // namespace Doorstep
