// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QObject>

namespace Doorstep {

/// What a driver drives.
struct Vehicle
{
    Q_GADGET
public:
    enum class Kind : quint8 { Van, Bicycle };
    Q_ENUM(Kind)

    VehicleId id;
    DepotId depot;
    QString name; ///< Number plate or nickname.
    Kind kind = Kind::Van;
    double capacityKilograms = 0.0;

    bool operator==(const Vehicle &) const = default;
};

} // namespace Doorstep
