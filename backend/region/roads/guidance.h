// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/legbuilder.h"

namespace Doorstep {

/// The steps of a leg, from Depart to Arrive: where a driver has to do something, what, and the junctions in between.
[[nodiscard]] QList<RoadStep> buildSteps(const RoadGraph &graph, const BuiltLeg &leg);

} // namespace Doorstep
