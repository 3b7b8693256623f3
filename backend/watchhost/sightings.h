// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/watch/event.h"
#include "models/domain/document.h"

#include <optional>

namespace Doorstep {

/// What a watcher sees of \a change; nothing for kinds it does not watch, or bodies it cannot read.
[[nodiscard]] std::optional<Watch::Event> sightingOf(const Change &change);

/// The kinds that must be read at the start, in the order in which a watcher wants to see them.
[[nodiscard]] QStringList watchedKinds();

} // namespace Doorstep
