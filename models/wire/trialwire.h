// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"
#include "models/domain/thresholdtrial.h"

#include <QJsonObject>

namespace Doorstep::Wire {

/// The answer of `POST /v1/depots/D/thresholds/trial`.
[[nodiscard]] QJsonObject toJson(const ThresholdTrial &trial);
/// Fails with Malformed and names the key.
[[nodiscard]] Result<ThresholdTrial> thresholdTrialFromJson(const QJsonObject &json);

} // namespace Doorstep::Wire
