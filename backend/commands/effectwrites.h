// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/commands/storedscene.h"

namespace Doorstep {

/// \a effects as documents of \a feed, each over the version that \a scene has. What the effects did not change stays
/// byte for byte, keys that this program does not know included.
[[nodiscard]] std::vector<DocumentWrite> writesOf(const Effects &effects, const StoredScene &scene, const FeedId &feed);

/// The versions of all in \a scene that \a writes leave alone.
[[nodiscard]] std::vector<DocumentRead> readsOf(const StoredScene &scene, const std::vector<DocumentWrite> &writes);

} // namespace Doorstep
