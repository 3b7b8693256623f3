// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/vehicle.h"

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

} // namespace Doorstep
