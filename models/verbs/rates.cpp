// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/verbs/rates.h"

using namespace Qt::StringLiterals;

namespace Doorstep {

Decision SetRates::on(const Scene &scene, const Actor &) const
{
    if (const auto *out = outOfBounds(set)) {
        auto refusal = rejected("malformed"_L1, u"this rate is out of its bounds"_s).error();
        refusal.field = out->word;
        return std::unexpected(refusal);
    }
    const auto *known = scene.rates(depot);
    const DepotRates before{.id = depot, .rates = known == nullptr ? Rates() : known->rates};
    auto after = before;
    for (const auto &row : rateRows()) {
        const double wanted = set.*row.value;
        const double now = before.rates.*row.value;
        if (wanted == was.*row.value || wanted == now)
            continue;
        if (now != was.*row.value)
            return conflicting("field_changed"_L1, u"somebody changed %1 first"_s.arg(row.word), row.word);
        after.rates.*row.value = wanted;
    }
    return after == before ? Effects() : Effects{.rates = {after}};
}

SetRates SetRates::inverse(const Scene &, const Actor &) const
{
    return {.depot = depot, .was = set, .set = was};
}

} // namespace Doorstep
