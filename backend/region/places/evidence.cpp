// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/evidence.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Doorstep::Places {

namespace {

/// Fitted by tests/bench/calibrate_places.py to addresses of Montevideo with made-up slips; docs/places.md has the
/// figures. Four are set by hand because no example teaches them: NumberBetweenSides, NumberUnknown, OutsideBox and
/// NumberSwapped, which is there to be offered and outweighs nothing but the wrong suburb.
constexpr double bias = 4.48;
constexpr std::array<double, clueCount> evidenceWeights{
    -18.00, // Slip
    -14.93, // Extra
    -14.68, // Missing
    0.97, // Exact
    -3.53, // TypeDiffers
    -3.32, // OutOfOrder
    2.82, // NumberKnown
    0.90, // NumberOtherSuffix
    0.82, // NumberBetween
    0.40, // NumberBetweenSides
    -1.90, // NumberBeyond
    -2.50, // NumberUnknown
    -1.25, // NumberIgnored
    -0.46, // AreaFits
    -4.77, // AreaDiffers
    4.32, // CornerFits
    -5.40, // CornerMissing
    -9.49, // CornerSlip
    0.52, // IsPoi
    2.49, // IsDistrict
    2.09, // Houses
    -1.00, // OutsideBox
    -0.10, // Short
    -2.00, // NumberSwapped
};

} // namespace

double strength(const Evidence &evidence)
{
    const auto clues = evidence.all();
    return std::inner_product(clues.begin(), clues.end(), evidenceWeights.begin(), bias);
}

void score(std::span<Candidate> candidates)
{
    double greatest = 0.0; // that of "none of them"
    for (const auto &candidate : candidates)
        greatest = std::max(greatest, strength(candidate.evidence));
    double sum = std::exp(-greatest);
    for (const auto &candidate : candidates)
        sum += std::exp(strength(candidate.evidence) - greatest);
    for (auto &candidate : candidates)
        candidate.place.score = std::exp(strength(candidate.evidence) - greatest) / sum;
}

} // namespace Doorstep::Places
