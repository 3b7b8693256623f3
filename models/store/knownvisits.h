// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/pastvisit.h"
#include "models/store/fleet.h"

namespace Doorstep {

/// The finished visits of \a fleet that tell something of where \a stop is, as the backend would tell them
/// (`GET /v1/stops/S/history`), for when it does not answer: to the same address, or to the same person, of the same
/// depot; newest first, at most 60. A console knows no older days than its replica, nor where phones were.
[[nodiscard]] QList<PastVisit> knownVisits(const Fleet &fleet, const Stop &stop);

} // namespace Doorstep
