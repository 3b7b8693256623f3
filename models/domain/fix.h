// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QDateTime>
#include <QGeoCoordinate>
#include <QObject>

#include <chrono>
#include <optional>

namespace Doorstep {

/// One position that a driver's phone reported. Not a document: fixes are appended to tracks, and the newest of each
/// driver is what is shown.
struct Fix
{
    Q_GADGET
public:
    DriverId driver;
    QDateTime fixedAt; ///< When the phone was there, by its own clock; UTC, milliseconds.
    QDateTime receivedAt; ///< When the backend got it.
    QGeoCoordinate where; ///< WGS 84; always valid in a stored fix.
    std::optional<double> accuracyMeters; ///< Radius of 68 % confidence.
    std::optional<double> speedMetersPerSecond;
    std::optional<double> headingDegrees; ///< Clockwise from north, [0, 360).
    std::optional<double> batteryFraction; ///< 0 to 1.
    std::optional<bool> charging;
    bool mocked = false; ///< The phone says that an app made this position up.
    bool clockSuspect = false; ///< `fixedAt` is more than two minutes ahead: never used for ETA or "last seen".

    bool operator==(const Fix &) const = default;
};

} // namespace Doorstep
