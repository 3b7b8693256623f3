// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/verbs/effects.h"
#include "models/verbs/scene.h"

namespace Doorstep {

/// Sets from when on something is a case in a depot: those thresholds that differ between `was` and `set`; what is in
/// `was` alone is as usual again.
///
/// Who: supervisor, admin. Conflict: somebody set the same one otherwise first; other people's others merge. Inverse:
/// the same with old and new exchanged.
struct SetThresholds
{
    static constexpr QLatin1StringView word{"set_thresholds"};

    DepotId depot;
    ThresholdValues was;
    ThresholdValues set;

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] SetThresholds inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.thresholds.append(depot); }

    bool operator==(const SetThresholds &) const = default;
};

} // namespace Doorstep
