// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/stop.h"

namespace Doorstep {

/// An earlier visit to an address.
struct PastVisit
{
    StopId stop;
    QDateTime at; ///< When it ended, UTC.
    Stop::Status outcome = Stop::Status::Delivered; ///< Delivered or Failed.
    Stop::Failure failure = Stop::Failure::None;
    QString note; ///< What the driver wrote.
    QString driverName; ///< Empty when nobody knows.
    QGeoCoordinate where; ///< Of the phone; invalid when it did not say.

    bool operator==(const PastVisit &) const = default;
};

} // namespace Doorstep
