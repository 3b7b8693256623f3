// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/places/placereader.h"

namespace Doorstep::Places {

/// Where a number of a street is, or would be.
struct HouseFind
{
    enum class How : quint8 {
        Known, ///< That very number.
        OtherSuffix, ///< "2203" where "2203 bis" was asked for, or the other way round.
        Between, ///< Between two known numbers of the same side.
        BetweenSides, ///< Between two known numbers, one of the other side: less exact.
        Beyond, ///< The street has numbers, but they end before this one, or are too far apart to say.
        Unnumbered, ///< No number of the street is known.
    };

    How how = How::Unnumbered;
    HouseNumber number; ///< What was asked for, or what stands there with another suffix.
    Spot at; ///< Not of Unnumbered. Of Beyond, the nearest known number.
    std::optional<House> house; ///< The known house, or the nearest neighbour.
    double uncertaintyMeters = 0.0; ///< 0 for what is known.
    int gap = 0; ///< Between the neighbours' numbers; how far past the end, for Beyond.
};

/// Looks for the first of \a numbers that is known, else interpolates the first one. Several finds where the same
/// number is known in several places more than 80 m apart, at most 4. Never empty.
[[nodiscard]] std::vector<HouseFind> findHouses(PlaceReader &reader, qint64 street, const QList<HouseNumber> &numbers);

/// Known houses whose number is \a wanted with two neighbouring digits exchanged: the commonest slip of a number.
[[nodiscard]] std::vector<HouseFind> findSwapped(PlaceReader &reader, qint64 street, const HouseNumber &wanted);

} // namespace Doorstep::Places
