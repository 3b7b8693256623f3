// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/recipient.h"
#include "models/domain/stop.h"

namespace Doorstep {

/// An earlier visit that may tell where an address is: one to that very address, to the same person, or to a door that
/// it may be.
struct PastVisit
{
    StopId stop;
    QDateTime at; ///< When it ended, UTC.
    Stop::Status outcome = Stop::Status::Delivered; ///< Delivered or Failed.
    Stop::Failure failure = Stop::Failure::None;
    QString note; ///< What the driver wrote.
    QString driverName; ///< Empty when nobody knows.
    QGeoCoordinate where; ///< Of the phone; invalid when it did not say.
    bool isHere = true; ///< The address was written as the one that is asked about.
    SameRecipient recipient = SameRecipient::No; ///< Whether it was for the same person.
    QString address; ///< As it was written, as a line; empty when nobody said.
    QGeoCoordinate door; ///< Where the driver was sent to; invalid when nobody knows.

    bool operator==(const PastVisit &) const = default;
};

} // namespace Doorstep
