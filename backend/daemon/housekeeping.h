// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/access/access.h"
#include "backend/store/store.h"

#include <trantor/net/EventLoopThread.h>

namespace Doorstep {

/// What must be done now and then: notice what `doorstepd user add` wrote, and forget old changes and old fixes.
class Housekeeping
{
public:
    /// All must outlive it. \a fixDaysKept counts by \a clock, as fixes do.
    Housekeeping(Store &store, Access &access, const Clock &clock, int fixDaysKept);
    ~Housekeeping();
    Q_DISABLE_COPY_MOVE(Housekeeping)

private:
    trantor::EventLoopThread m_thread;
};

/// Forgets the fixes that are older than \a days by \a clock; answers how many.
drogon::Task<Result<qint64>> forgetOldFixes(Store &store, const Clock &clock, int days);

} // namespace Doorstep
