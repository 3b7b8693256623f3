// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"
#include "models/domain/stop.h"
#include "models/wire/reader.h"

#include <QJsonObject>

namespace Doorstep::Wire {

/// What a stop says of its customer: what they like, whether they will be there, what they were told. Readers fail with
/// Malformed and name the key; unknown keys are ignored.

[[nodiscard]] QJsonObject toJson(const Preferences &preferences);
[[nodiscard]] Result<Preferences> preferencesFromJson(const QJsonObject &json);
[[nodiscard]] Result<Preferences> readPreferences(const JsonView &json);
[[nodiscard]] inline Result<Preferences> readPreferences(const QJsonObject &json)
{
    return preferencesFromJson(json);
}

[[nodiscard]] QJsonObject toJson(const CheckIn &checkIn);
[[nodiscard]] Result<CheckIn> checkInFromJson(const QJsonObject &json);
[[nodiscard]] Result<CheckIn> readCheckIn(const JsonView &json);
[[nodiscard]] inline Result<CheckIn> readCheckIn(const QJsonObject &json)
{
    return checkInFromJson(json);
}

[[nodiscard]] QJsonObject toJson(const Promise &promise);
[[nodiscard]] Result<Promise> promiseFromJson(const QJsonObject &json);
[[nodiscard]] QJsonArray promisesJson(const QList<Promise> &promises);
[[nodiscard]] QList<Promise> takePromises(Reader &reader, QLatin1StringView key);
[[nodiscard]] QList<Promise> takePromises(ViewReader &reader, QLatin1StringView key);

} // namespace Doorstep::Wire
