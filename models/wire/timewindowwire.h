// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"
#include "models/domain/timewindow.h"
#include "models/wire/jsonview.h"

#include <QJsonObject>

namespace Doorstep::Wire {

[[nodiscard]] QJsonObject toJson(const TimeWindow &timeWindow);

/// Fails with Malformed and names the key unless every required key is there and well-formed. Unknown keys are ignored.
[[nodiscard]] Result<TimeWindow> timeWindowFromJson(const QJsonObject &json);
/// The same from text that is not made into a tree first.
[[nodiscard]] Result<TimeWindow> readTimeWindow(const JsonView &json);
[[nodiscard]] inline Result<TimeWindow> readTimeWindow(const QJsonObject &json)
{
    return timeWindowFromJson(json);
}

} // namespace Doorstep::Wire
