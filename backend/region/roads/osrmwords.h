// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/roadroute.h"

namespace Doorstep::Osrm {

/// OSRM's words for our values, both ways. Unknown words are empty: OSRM asks its clients to ignore what they do not
/// know.
[[nodiscard]] QString maneuverWord(ManeuverKind kind);
[[nodiscard]] std::optional<ManeuverKind> maneuverFrom(const QString &word);
[[nodiscard]] QString modifierWord(TurnDirection direction);
[[nodiscard]] std::optional<TurnDirection> modifierFrom(const QString &word);

} // namespace Doorstep::Osrm
