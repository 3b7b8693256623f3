// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/access/access.h"
#include "backend/store/store.h"

#include <trantor/net/EventLoopThread.h>

namespace Doorstep {

/// What must be done now and then: notice what `doorstepd user add` wrote, and forget old changes.
class Housekeeping
{
public:
    /// Both must outlive it.
    Housekeeping(Store &store, Access &access);
    ~Housekeeping();
    Q_DISABLE_COPY_MOVE(Housekeeping)

private:
    trantor::EventLoopThread m_thread;
};

} // namespace Doorstep
