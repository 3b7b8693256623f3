// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"
#include "models/domain/vehicle.h"
#include "models/wire/jsonview.h"
#include "models/wire/words.h"

#include <QJsonObject>

namespace Doorstep::Wire {

inline constexpr Words<Vehicle::Kind, 2> vehicleKinds{
    {{Vehicle::Kind::Van, QLatin1StringView("van")}, {Vehicle::Kind::Bicycle, QLatin1StringView("bicycle")}}};

[[nodiscard]] QJsonObject toJson(const Vehicle &vehicle);

/// Fails with Malformed and names the key unless every required key is there and well-formed. Unknown keys are ignored.
[[nodiscard]] Result<Vehicle> vehicleFromJson(const QJsonObject &json);
/// The same from text that is not made into a tree first.
[[nodiscard]] Result<Vehicle> readVehicle(const JsonView &json);

} // namespace Doorstep::Wire
