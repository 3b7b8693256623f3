// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/verbs/thresholds.h"

using namespace Qt::StringLiterals;

namespace Doorstep {

Decision SetThresholds::on(const Scene &scene, const Actor &) const
{
    if (const auto out = set.outOfBounds()) {
        auto refusal = rejected("malformed"_L1, u"this threshold is out of its bounds"_s).error();
        refusal.field = rowOf(*out).word;
        return std::unexpected(refusal);
    }
    const auto *known = scene.thresholds(depot);
    const DepotThresholds before{.id = depot, .values = known == nullptr ? ThresholdValues() : known->values};
    auto after = before;
    for (const auto &row : thresholdRows()) {
        const auto wanted = set.own(row.threshold);
        const auto now = before.values.own(row.threshold);
        if (wanted == was.own(row.threshold) || wanted == now)
            continue;
        if (now != was.own(row.threshold))
            return conflicting("field_changed"_L1, u"somebody changed %1 first"_s.arg(row.word), row.word);
        after.values.set(row.threshold, wanted);
    }
    return after == before ? Effects() : Effects{.thresholds = {after}};
}

SetThresholds SetThresholds::inverse(const Scene &, const Actor &) const
{
    return {.depot = depot, .was = set, .set = was};
}

} // namespace Doorstep
