// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

namespace Doorstep {

/// Where the visits of before Doorstep are kept that were imported to \a depot: in a feed that nobody follows, so that
/// no console holds years of them. Not valid for a depot whose name leaves no room.
[[nodiscard]] FeedId visitsFeedOf(const DepotId &depot);
[[nodiscard]] bool isVisitsFeed(const FeedId &feed);

} // namespace Doorstep
