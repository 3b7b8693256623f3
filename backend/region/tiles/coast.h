// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/tiles/shape.h"

namespace Doorstep {

/// The sea within \a frame that the coastlines \a coast leave: OpenStreetMap draws no area for it, only lines with the
/// land on their left.
///
/// Lines are joined where one ends and another begins. What then does not close is led to the nearest side of the
/// frame, which is widened to hold it all; islands become holes. Without any coast there is no sea: an area without
/// parts.
[[nodiscard]] Shape seaWithin(GridBox frame, std::vector<Shape::Part> coast);

/// Moves what of an area lies on the frame of the extract some 5 degrees outwards, as far as a screen reaches at the
/// smallest zoom: a sea that ends in a straight line where the extract does is not what is there either.
void continueBeyond(const GridBox &frame, Shape &area);

} // namespace Doorstep
