// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/verbs/effects.h"
#include "models/verbs/scene.h"

#include <optional>

namespace Doorstep {

/// Remembers where an address is, so that orders that name it again need no search; corrects what is remembered, or
/// forgets it.
///
/// Who: dispatcher, support, admin. Conflict: somebody remembered something else first. Inverse: the same with old and
/// new exchanged.
struct RememberSite
{
    static constexpr QLatin1StringView word{"remember_site"};

    DepotId depot;
    QString address; ///< As it is written, 1 to 300 characters: it names the site.
    std::optional<SiteFacts> was; ///< What the author had seen; none: nothing.
    std::optional<SiteFacts> set; ///< None forgets.

    [[nodiscard]] SiteId site() const { return siteIdOf(depot, {.text = address}); }
    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] RememberSite inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.sites.append(site()); }

    bool operator==(const RememberSite &) const = default;
};

} // namespace Doorstep
