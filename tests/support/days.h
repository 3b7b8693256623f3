// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/batch.h"

namespace Doorstep::Test {

/// A whole day that is the same each time: \a drivers with a route each and \a stops shared out among them, one parcel
/// a stop, forecasts, a fix a driver. Some stops are done, failed, without a place or at risk.
[[nodiscard]] Batch someDay(int drivers, int stops);

[[nodiscard]] StopId stopId(int number);
[[nodiscard]] RouteId routeId(int number);
[[nodiscard]] DriverId driverId(int number);

} // namespace Doorstep::Test
