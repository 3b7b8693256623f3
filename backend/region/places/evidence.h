// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/places/place.h"

#include <array>
#include <span>

namespace Doorstep::Places {

/// What speaks for and against a candidate, each about 0 to 1. The order is that of evidenceWeights.
enum class Clue : quint8 {
    Slip, ///< See NameMatch.
    Extra,
    Missing,
    Exact,
    TypeDiffers,
    OutOfOrder,
    NumberKnown, ///< The very number that was asked for.
    NumberOtherSuffix,
    NumberBetween,
    NumberBetweenSides,
    NumberBeyond, ///< The street has numbers, but not near this one.
    NumberUnknown, ///< The street has no numbers at all.
    NumberIgnored, ///< A number was written, and this reading has no use for it.
    AreaFits, ///< Part of the words besides that name the candidate's suburb or city…
    AreaDiffers, ///< …and that do not.
    CornerFits, ///< The streets meet, and near the number if there is one.
    CornerMissing,
    CornerSlip, ///< How badly the crossing street's name fits.
    IsPoi,
    IsDistrict,
    Houses, ///< How long the street is, by its houses.
    OutsideBox, ///< Not in the box that the question prefers.
    Short, ///< So few letters typed that little can be said.
    NumberSwapped, ///< Known with two neighbouring digits of what was asked for exchanged.
    Count
};

inline constexpr auto clueCount = static_cast<std::size_t>(Clue::Count);

class Evidence
{
public:
    double &operator[](Clue clue) { return m_clues[static_cast<std::size_t>(clue)]; }
    double operator[](Clue clue) const { return m_clues[static_cast<std::size_t>(clue)]; }
    [[nodiscard]] std::span<const double, clueCount> all() const { return m_clues; }

private:
    std::array<double, clueCount> m_clues{};
};

struct Candidate
{
    Place place;
    Evidence evidence;
};

/// How strongly \a evidence speaks: the logarithm of the odds that the candidate is meant rather than nothing we know.
[[nodiscard]] double strength(const Evidence &evidence);

/// Sets each place's score: its share of probability among all \a candidates and "none of them". They sum to less
/// than 1.
void score(std::span<Candidate> candidates);

} // namespace Doorstep::Places
