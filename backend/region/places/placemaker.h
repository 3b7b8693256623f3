// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/places/houselookup.h"
#include "backend/region/places/place.h"

namespace Doorstep::Places {

/// The place that a number of \a street is: a house, a spot between two, or only the street.
[[nodiscard]] Place placeOf(const Place &street, const HouseFind &find, PlaceReader &reader);

/// A known house as a place.
[[nodiscard]] Place placeOf(const Place &street, const House &house, PlaceReader &reader);

/// The corner of two streets at \a spot.
[[nodiscard]] Place cornerOf(const Place &street, const Place &crossing, const Spot &spot);

/// Where two streets meet, each crossing once: avenues of several lanes meet at several points.
[[nodiscard]] std::vector<Spot> distinctCorners(PlaceReader &reader, qint64 a, qint64 b);

/// The folded words of the suburb, city, state, country and postcode of \a place.
[[nodiscard]] QStringList wordsAround(const Place &place);

/// The number that entity \a id has as a Place::id.
[[nodiscard]] qint64 entityPlaceId(qint64 id);

} // namespace Doorstep::Places
