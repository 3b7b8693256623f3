// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/concerns.h"
#include "models/store/dayfigures.h"
#include "models/store/fleet.h"
#include "models/store/selection.h"
#include "models/store/serverclock.h"

namespace Doorstep {

/// Everything live that the console shows, in the order it is built and torn down. It outlives every window, so that a
/// change of language loses nothing.
struct LiveStore
{
    ServerClock clock;
    Fleet fleet;
    Concerns concerns{fleet};
    DayFigures figures{fleet, concerns, clock};
    Selection selection{fleet};
};

} // namespace Doorstep
