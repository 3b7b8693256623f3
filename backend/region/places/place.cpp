// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/place.h"

#include <algorithm>

namespace Doorstep {

double Place::doorScore() const
{
    constexpr double nearEnoughMeters = 200.0;
    constexpr double mostOfAStreet = 0.75;
    const bool isDoor = kind == Kind::House || kind == Kind::Interpolated || kind == Kind::Corner || kind == Kind::Poi;
    return isDoor && accuracyMeters <= nearEnoughMeters ? score : std::min(score, mostOfAStreet);
}

} // namespace Doorstep

#include "moc_place.cpp"
