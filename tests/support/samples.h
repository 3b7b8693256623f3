// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/closure.h"
#include "models/domain/depot.h"
#include "models/domain/driver.h"
#include "models/domain/fix.h"
#include "models/domain/forecast.h"
#include "models/domain/order.h"
#include "models/domain/parcel.h"
#include "models/domain/route.h"
#include "models/domain/stop.h"
#include "models/domain/user.h"
#include "models/domain/vehicle.h"

/// Things with every field set; tests change only the field they are about.
namespace Doorstep::Test {

/// 12 March 2026 at \a hour:\a minute, UTC.
[[nodiscard]] QDateTime at(int hour, int minute = 0, int second = 0);

[[nodiscard]] Address someAddress();
[[nodiscard]] Depot someDepot();
[[nodiscard]] Driver someDriver();
[[nodiscard]] Vehicle someVehicle();
[[nodiscard]] User someUser();
[[nodiscard]] Order someOrder();
[[nodiscard]] Parcel someParcel();
[[nodiscard]] Closure someClosure();
[[nodiscard]] Stop someStop();
[[nodiscard]] Route someRoute();
[[nodiscard]] RoutePath someRoutePath();
[[nodiscard]] Forecast someForecast();
[[nodiscard]] Fix someFix();

} // namespace Doorstep::Test
