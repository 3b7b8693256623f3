// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/dayproblem.h"
#include "backend/store/store.h"

namespace Doorstep::Api {

/// What \a asked is about, as it is at \a now. Routes that nobody drives today are left out.
drogon::Task<Result<Planning::DayAtHand>> dayAtHand(Store &store, Rerouting asked, QDateTime now);

} // namespace Doorstep::Api
