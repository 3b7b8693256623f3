// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/rates.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

// As much as the currency with the smallest unit needs.
constexpr double mostMoney = 10'000'000.0;
constexpr double mostGrams = 5'000.0;

constexpr std::array<RateRow, rateCount> rows{{
    {.value = &Rates::perHour, .word = "per_hour"_L1, .most = mostMoney},
    {.value = &Rates::perKilometerVan, .word = "per_km_van"_L1, .most = mostMoney},
    {.value = &Rates::perKilometerBicycle, .word = "per_km_bicycle"_L1, .most = mostMoney},
    {.value = &Rates::fixed, .word = "fixed"_L1, .most = mostMoney},
    {.value = &Rates::gramsCo2PerKilometerVan, .word = "co2_g_per_km_van"_L1, .most = mostGrams},
}};

} // namespace

std::span<const RateRow, rateCount> rateRows()
{
    return rows;
}

const RateRow *outOfBounds(const Rates &rates)
{
    const auto isFine = [&rates](const RateRow &row) {
        const double value = rates.*row.value;
        return value >= 0.0 && value <= row.most; // and so no NaN
    };
    const auto wrong = std::ranges::find_if_not(rows, isFine);
    return wrong == rows.end() ? nullptr : &*wrong;
}

} // namespace Doorstep
