// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/closures/areawords.h"

#include <utility>

namespace Doorstep {

QString AreaWords::of(Area::Fault fault)
{
    switch (fault) {
    case Area::Fault::None:
        return {};
    case Area::Fault::Empty:
        return tr("There is no area in it.");
    case Area::Fault::TooFewCorners:
        return tr("An area has at least three corners.");
    case Area::Fault::TooManyCorners:
        return tr("It has more than %n corner(s). Simplify its outline.", nullptr, static_cast<int>(Area::mostCorners));
    case Area::Fault::TooManyRings:
        return tr("It has more than %n outline(s). Split it.", nullptr, static_cast<int>(Area::mostRings));
    case Area::Fault::OffTheGlobe:
        return tr("A corner is not on the globe. Longitude comes first, then latitude.");
    case Area::Fault::TooLarge:
        return tr("It is wider than a country. Longitude comes first, then latitude.");
    case Area::Fault::CrossesItself:
        return tr("Its outline crosses itself. Draw it around once, without crossing.");
    }
    std::unreachable();
}

} // namespace Doorstep
