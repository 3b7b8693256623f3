// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/places/placereader.h"
#include "backend/region/places/placeservice.h"

#include <span>

namespace Doorstep::Places {

/// The house within 60 m, else the street within 300 m, else the suburb, else the city that \a at is in; with a coarser
/// \a detail not even the finer ones are looked for. \a districts are all suburbs and cities.
[[nodiscard]] std::optional<Place> nearestPlace(PlaceReader &reader, std::span<const Entity> districts, const Spot &at,
                                                PlaceDetail detail);

} // namespace Doorstep::Places
