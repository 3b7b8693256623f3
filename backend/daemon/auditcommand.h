// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/daemon/options.h"

namespace Doorstep {

/// Does `doorstepd audit verify`; the exit code: 0 all chains hold, 1 one does not, 2 there is nothing to look at.
int runAuditVerify(const AuditVerifyOptions &options);

} // namespace Doorstep
