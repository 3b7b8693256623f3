// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/concerns.h"
#include "models/store/dayfigures.h"
#include "models/store/fleet.h"
#include "models/store/history.h"
#include "models/store/insertions.h"
#include "models/store/overlay.h"
#include "models/store/presence.h"
#include "models/store/seen.h"
#include "models/store/selection.h"
#include "models/store/serverclock.h"
#include "models/store/setbacks.h"

namespace Doorstep {

/// Everything live that the console shows, in the order it is built and torn down. It outlives every window, so that a
/// change of language loses nothing.
struct LiveStore
{
    ServerClock clock;
    Fleet fleet;
    Overlay overlay{fleet}; ///< What the backend tells goes through it.
    Setbacks setbacks;
    Presence presence;
    History history;
    Insertions insertions; ///< Of the case that is handled.
    Insertions offers; ///< Of the stop whose customer agrees on another window.
    Concerns concerns{fleet};
    DayFigures figures{fleet, concerns, clock};
    Selection selection{fleet};
    Seen seen;
};

} // namespace Doorstep
