// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

namespace Doorstep {

/// One box, one tracking number.
struct Parcel
{
    ParcelId id;
    DepotId depot;
    OrderId order;
    StopId stop;
    QString trackingNumber; ///< Thirteen characters, trackingnumber.h.
    double weightKilograms = 0.0;

    bool operator==(const Parcel &) const = default;
};

} // namespace Doorstep
