// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/verbs/effects.h"
#include "models/verbs/scene.h"

#include <optional>

namespace Doorstep {

struct LiftClosure;

/// Draws a closure, or changes one: what differs between `was` and `closure`.
///
/// Who: dispatcher, support, admin. Conflict: somebody changed the same field of it, or lifted it, first; other
/// people's other fields merge. Rejected: an area that cannot be used. Inverse: the old one, or LiftClosure.
struct DrawClosure
{
    static constexpr QLatin1StringView word{"draw_closure"};

    std::optional<Closure> was; ///< None: it is new.
    Closure closure;

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    /// The verb that takes it back: one of two.
    [[nodiscard]] std::variant<DrawClosure, LiftClosure> inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.closures.append(closure.id); }

    bool operator==(const DrawClosure &) const = default;
};

/// Ends a closure: the roads are free again.
///
/// Who: dispatcher, support, admin. Conflict: none; what is gone stays gone. Inverse: DrawClosure.
struct LiftClosure
{
    static constexpr QLatin1StringView word{"lift_closure"};

    ClosureId closure;
    DepotId depot;

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] std::variant<DrawClosure, LiftClosure> inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.closures.append(closure); }

    bool operator==(const LiftClosure &) const = default;
};

} // namespace Doorstep
