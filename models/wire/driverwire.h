// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/driver.h"
#include "models/domain/result.h"
#include "models/wire/jsonview.h"

#include <QJsonObject>
#include <QLatin1StringView>
#include <QStringView>

#include <optional>

namespace Doorstep::Wire {

/// With `device_id` where there is one: a backend clears it first for whoever is no admin.
[[nodiscard]] QLatin1StringView dutyWord(Driver::Duty duty); ///< Empty for Unknown, which is an absent key.
[[nodiscard]] std::optional<Driver::Duty> dutyFromWord(QStringView word);

[[nodiscard]] QJsonObject toJson(const Driver &driver);

/// Fails with Malformed and names the key unless every required key is there and well-formed. Unknown keys are ignored.
[[nodiscard]] Result<Driver> driverFromJson(const QJsonObject &json);
/// The same from text that is not made into a tree first.
[[nodiscard]] Result<Driver> readDriver(const JsonView &json);

} // namespace Doorstep::Wire
