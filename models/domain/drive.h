// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/vehicle.h"

#include <QGeoCoordinate>

namespace Doorstep {

/// From one place to another, by the roads that the vehicle takes.
struct Drive
{
    Vehicle::Kind vehicle = Vehicle::Kind::Van;
    QGeoCoordinate from;
    QGeoCoordinate to;

    bool operator==(const Drive &) const = default;
};

} // namespace Doorstep
