// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/tiles/shape.h"

#include <string>
#include <vector>

namespace Doorstep {

/// A name that wants to stand at a point.
struct PointLabel
{
    std::string kind;
    std::string name; ///< UTF-8.
    GridPoint at;
    int rank = 0; ///< Lower goes first.
    int minZoom = 0; ///< In: the earliest zoom. Out: from where on there is room; above `maxZoom` if nowhere.
    int maxZoom = 0;
};

/// Gives every label the smallest zoom from which on it hits no label of a lower rank.
///
/// Decided once for the whole region, at import, and not while tiles are drawn: two neighbouring tiles then agree on
/// every label without knowing of each other, and none is cut between them. Sizes are estimated, generously, from the
/// letters.
void makeRoom(std::vector<PointLabel> &labels);

} // namespace Doorstep
