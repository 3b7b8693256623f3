// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"
#include "models/verbs/editstop.h"
#include "models/verbs/stopstate.h"
#include "models/wire/reader.h"

#include <QJsonObject>

namespace Doorstep::Wire {

/// Only the fields that it has. An empty text, window `{}` or place `[]` says that there is none.
[[nodiscard]] QJsonObject toJson(const StopDetails &details);
[[nodiscard]] Result<StopDetails> stopDetailsFromJson(const QJsonObject &json);

[[nodiscard]] QJsonObject toJson(const StopState &state);
[[nodiscard]] Result<StopState> stopStateFromJson(const QJsonObject &json);

/// A window that may be open at both ends: `{}`.
[[nodiscard]] QJsonObject windowJson(const TimeWindow &window);
[[nodiscard]] TimeWindow takeWindow(Reader &reader, QLatin1StringView key);

} // namespace Doorstep::Wire
