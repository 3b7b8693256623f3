// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/logging.h"

namespace Doorstep {

Q_LOGGING_CATEGORY(lcSync, "doorstep.sync", QtInfoMsg)

} // namespace Doorstep
