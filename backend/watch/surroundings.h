// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/watch/routewatch.h"

namespace Doorstep::Watch {

/// A moment of the backend's clock.
[[nodiscard]] QDateTime atUtc(qint64 ms);
/// Null when nobody has seen it.
[[nodiscard]] const StopSeen *find(const Stops &stops, const StopId &id);
/// Whether nobody drives to \a stop, though it is on a route: it was called off, or is held back.
[[nodiscard]] bool isPassedBy(const Stop &stop);
/// Where \a stop is, if that can be: a place in another town is a mistake, and its own case says so. It must not make
/// everybody after it late by half a day.
[[nodiscard]] QGeoCoordinate placeOf(const Stop &stop, const Surroundings &around);
/// Of the depot's time zone, in seconds; 0 while it is not known.
[[nodiscard]] qint64 utcOffset(const Surroundings &around, qint64 atMs);

} // namespace Doorstep::Watch
