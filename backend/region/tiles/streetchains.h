// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/tiles/shape.h"

#include <cmath>

namespace Doorstep {

/// Joins the pieces a street was cut into (at bridges, speed limits, one-ways) end to end to lines as long as possible,
/// so that its name finds room. Pieces keep their points; those that meet at no end stay as they are. Where several
/// could go on, the straightest does. A line that has reached \a longest, in grid units, is not made longer.
[[nodiscard]] std::vector<Shape::Part> joinedStreet(std::vector<Shape::Part> pieces, double longest = INFINITY);

} // namespace Doorstep
