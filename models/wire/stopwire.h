// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"
#include "models/domain/stop.h"
#include "models/wire/jsonview.h"

#include <QJsonObject>
#include <QLatin1StringView>
#include <QStringView>

#include <optional>

namespace Doorstep::Wire {

[[nodiscard]] QLatin1StringView statusWord(Stop::Status status);
[[nodiscard]] std::optional<Stop::Status> statusFromWord(QStringView word);
[[nodiscard]] QLatin1StringView failureWord(Stop::Failure failure); ///< Empty for None, which is an absent key.
[[nodiscard]] std::optional<Stop::Failure> failureFromWord(QStringView word);
[[nodiscard]] QLatin1StringView methodWord(Stop::Method method);
[[nodiscard]] std::optional<Stop::Method> methodFromWord(QStringView word);

[[nodiscard]] QJsonObject toJson(const Stop &stop);

/// Fails with Malformed and names the key unless every required key is there and well-formed. Unknown keys are ignored.
[[nodiscard]] Result<Stop> stopFromJson(const QJsonObject &json);
/// The same from text that is not made into a tree first.
[[nodiscard]] Result<Stop> readStop(const JsonView &json);

} // namespace Doorstep::Wire
