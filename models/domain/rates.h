// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"
#include "models/domain/vehicle.h"

#include <QLatin1StringView>

#include <span>

namespace Doorstep {

/// What delivering costs a depot, in its own currency, and what it gives off.
struct Rates
{
    double perHour = 400.0; ///< Of a driver's time, waiting and service included.
    double perKilometerVan = 18.0; ///< Fuel and wear.
    double perKilometerBicycle = 2.0;
    double fixed = 350.0; ///< Of a route that is driven at all.
    double gramsCo2PerKilometerVan = 200.0; ///< A light commercial diesel; electric ones: 0.

    [[nodiscard]] double perKilometer(Vehicle::Kind kind) const
    {
        return kind == Vehicle::Kind::Bicycle ? perKilometerBicycle : perKilometerVan;
    }
    [[nodiscard]] double gramsCo2PerKilometer(Vehicle::Kind kind) const
    {
        return kind == Vehicle::Kind::Bicycle ? 0.0 : gramsCo2PerKilometerVan;
    }

    bool operator==(const Rates &) const = default;
};

/// What is the same for all depots about one rate: a row of the one table that wire, verb and console share. None is
/// below 0.
struct RateRow
{
    double Rates::*value = nullptr;
    QLatin1StringView word; ///< On the wire.
    double most = 0.0;
};

inline constexpr std::size_t rateCount = 5;

[[nodiscard]] std::span<const RateRow, rateCount> rateRows();
/// The first that is below 0, too large or no number; nullptr when all are fine.
[[nodiscard]] const RateRow *outOfBounds(const Rates &rates);

/// The rates of one depot, a document of its feed.
struct DepotRates
{
    DepotId id; ///< Of the depot.
    Rates rates;

    bool operator==(const DepotRates &) const = default;
};

} // namespace Doorstep
