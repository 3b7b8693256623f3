// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/forecast.h"
#include "models/domain/result.h"
#include "models/wire/jsonview.h"

#include <QJsonObject>
#include <QLatin1StringView>

namespace Doorstep::Wire {

/// "at_risk".
[[nodiscard]] QLatin1StringView stateWord(Forecast::State state);

[[nodiscard]] QJsonObject toJson(const Forecast &forecast);

/// Fails with Malformed and names the key unless every required key is there and well-formed. Unknown keys are ignored.
[[nodiscard]] Result<Forecast> forecastFromJson(const QJsonObject &json);
/// The same from text that is not made into a tree first.
[[nodiscard]] Result<Forecast> readForecast(const JsonView &json);

} // namespace Doorstep::Wire
