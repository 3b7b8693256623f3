// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/roadservice.h"
#include "backend/watch/roadmix.h"

namespace Doorstep {

/// What traffic makes of a road of \a roadClass: a bicycle rides past the queue.
[[nodiscard]] constexpr Watch::RoadKind roadKindOf(RoadClass roadClass, RoadProfile profile)
{
    if (profile == RoadProfile::Bicycle)
        return Watch::RoadKind::Minor;
    if (roadClass <= RoadClass::PrimaryLink)
        return Watch::RoadKind::Main;
    return roadClass <= RoadClass::TertiaryLink ? Watch::RoadKind::Through : Watch::RoadKind::Minor;
}

} // namespace Doorstep
