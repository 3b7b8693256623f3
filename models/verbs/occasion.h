// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/verbs/effects.h"
#include "models/verbs/scene.h"

namespace Doorstep {

/// What an exception is, for whoever acts on one that the backend has not made yet.
struct Occasion
{
    DepotId depot;
    QString kind;
    Subject about;

    bool operator==(const Occasion &) const = default;
};

/// The exception \a id, or a new one when nobody has made it yet.
[[nodiscard]] Exception caseOf(const Scene &scene, const ExceptionId &id, const Occasion &occasion);
/// \a after, unless it is so already.
[[nodiscard]] Effects caseChanged(const Scene &scene, const Exception &after);

} // namespace Doorstep
