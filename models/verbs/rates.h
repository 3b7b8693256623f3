// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/verbs/effects.h"
#include "models/verbs/scene.h"

namespace Doorstep {

/// Sets what delivering costs a depot: those rates that differ between `was` and `set`.
///
/// Who: supervisor, admin. Conflict: somebody set the same one otherwise first; other people's others merge. Inverse:
/// the same with old and new exchanged.
struct SetRates
{
    static constexpr QLatin1StringView word{"set_rates"};

    DepotId depot;
    Rates was;
    Rates set;

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] SetRates inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.rates.append(depot); }

    bool operator==(const SetRates &) const = default;
};

} // namespace Doorstep
