// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/city.h"

namespace Doorstep::Simulation {

/// A whole day in \a city, which must outlive the task: addresses, territories, routes, times, troubles. The same
/// settings and the same city give the same day, byte for byte.
///
/// Fails with NotFound when the surroundings of a depot hold too few addresses, else as the city does.
[[nodiscard]] QCoro::Task<Result<DayPlan>> planDay(DaySettings settings, City *city);

} // namespace Doorstep::Simulation
