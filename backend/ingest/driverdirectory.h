// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QDateTime>
#include <QStringView>

namespace Doorstep {

/// Whose phone is it? Thread-safe, in memory, follows the organisation's feed.
class DriverDirectory
{
public:
    DriverDirectory() = default;
    virtual ~DriverDirectory() = default;
    Q_DISABLE_COPY_MOVE(DriverDirectory)

    /// The driver whose phone app calls itself \a deviceId (compared exactly); invalid when nobody's does.
    [[nodiscard]] virtual DriverId driverOf(QStringView deviceId) const = 0;
    /// When somebody last asked where \a driver is; invalid when nobody does.
    [[nodiscard]] virtual QDateTime positionAskedAt(const DriverId &driver) const = 0;
};

} // namespace Doorstep
