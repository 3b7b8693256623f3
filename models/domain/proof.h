// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/stop.h"

namespace Doorstep {

/// What must show that a parcel was handed over.
struct ProofRules
{
    bool photo = false; ///< Of where it lies, with its place.
    bool signature = false;
    bool receiverName = false; ///< Who took it.
    bool pin = false; ///< The locker's, or the customer's.

    bool operator==(const ProofRules &) const = default;
};

/// The rules for \a method: who was not met must be shown the place; who was not the customer must be named.
[[nodiscard]] ProofRules proofRulesOf(Stop::Method method);
/// Whether the parcel lies where anybody may take it.
[[nodiscard]] bool isLeftAlone(Stop::Method method);

} // namespace Doorstep
