// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/verbs/sites.h"

#include "models/domain/stop.h"

using namespace Qt::StringLiterals;

namespace Doorstep {

Decision RememberSite::on(const Scene &scene, const Actor &actor) const
{
    const auto id = site();
    if (!id.isValid())
        return rejected("malformed"_L1, u"an address says something"_s);
    if (set && !set->where.isValid())
        return rejected("malformed"_L1, u"a site is somewhere"_s);
    if (set && !isEntranceOf(set->where, set->entrance))
        return rejected("entrance_far"_L1,
                        u"the entrance is more than %1 m from the place"_s.arg(farthestEntranceMeters));
    const auto *before = scene.site(id);
    const auto now = before == nullptr ? std::nullopt : std::optional(before->facts);
    if (now == set)
        return Effects();
    if (now != was)
        return conflicting("field_changed"_L1, u"somebody remembered something else of this address first"_s,
                           "where"_L1);
    if (!set)
        return Effects{.removedSites = {id}};
    return Effects{.sites = {{.id = id,
                              .depot = depot,
                              .address = address,
                              .facts = *set,
                              .confirmedBy = actor.user,
                              .confirmedAt = actor.at}}};
}

RememberSite RememberSite::inverse(const Scene &, const Actor &) const
{
    return {.depot = depot, .address = address, .was = set, .set = was};
}

} // namespace Doorstep
