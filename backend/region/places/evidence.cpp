// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/evidence.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Doorstep::Places {

namespace {

/// Fitted by tests/bench/calibrate_places.py to addresses of Montevideo with made-up slips; docs/places.md has the
/// figures. Three are set by hand because no example teaches them: NumberBetweenSides, NumberUnknown and OutsideBox.
constexpr double bias = 4.31;
constexpr std::array<double, clueCount> evidenceWeights{
    -17.99, // Slip
    -14.09, // Extra
    -14.52, // Missing
    0.85, // Exact
    -3.57, // TypeDiffers
    -3.50, // OutOfOrder
    2.91, // NumberKnown
    0.76, // NumberOtherSuffix
    0.68, // NumberBetween
    0.30, // NumberBetweenSides
    -1.79, // NumberBeyond
    -2.50, // NumberUnknown
    -1.59, // NumberIgnored
    -0.39, // AreaFits
    -6.65, // AreaDiffers
    4.21, // CornerFits
    -4.93, // CornerMissing
    -8.87, // CornerSlip
    0.64, // IsPoi
    2.53, // IsDistrict
    2.24, // Houses
    -1.00, // OutsideBox
    0.06, // Short
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
