// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/daemon/options.h"

namespace Doorstep {

// `doorstepd user …`: print what they did and answer the exit code (0; 1 when it could not be done; 2 for bad input).

int runUserAdd(const UserAddOptions &options);
int runUserList(const UserListOptions &options);
int runUserDisable(const UserDisableOptions &options);

} // namespace Doorstep
