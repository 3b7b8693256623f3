// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/hierarchysearch.h"

namespace Doorstep {

/// At most \a count other ways worth telling a driver of: at most a quarter heavier than \a best, at most three
/// quarters of it in common, without detours that a look at the map would laugh at. None when the best way leaves its
/// road at no junction.
[[nodiscard]] std::vector<std::vector<StateId>> findAlternatives(const RoadGraph &graph, HierarchySearch &search,
                                                                 std::span<const SearchSeed> seeds,
                                                                 std::span<const SearchGoal> goals,
                                                                 const std::vector<StateId> &best, std::size_t count);

} // namespace Doorstep
