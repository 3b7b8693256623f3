// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/rerouting.h"
#include "models/verbs/effects.h"
#include "models/verbs/scene.h"

namespace Doorstep {

/// Gives routes new lists of stops: assigning, unassigning, moving between routes and reordering are all this, decided
/// on the lists that were seen. A stop that is in an old list and in no new one is nobody's from then on. A finished
/// route loses only stops that were opened for another try, and takes them back.
///
/// To commit a proposal is this, too, with its name.
///
/// Who: dispatcher, admin. Conflict: a route no longer has the list that was seen; two plans are never merged silently.
/// Inverse: the old lists.
struct ArrangeRoutes
{
    static constexpr QLatin1StringView word{"arrange_routes"};

    using Arrangement = RouteOrder;

    QList<Arrangement> routes;
    ProposalId proposal = {}; ///< That it commits; invalid: somebody made it by hand.

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] ArrangeRoutes inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const;

    bool operator==(const ArrangeRoutes &) const = default;
};

} // namespace Doorstep
