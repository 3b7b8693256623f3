// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"
#include "models/domain/thresholds.h"

#include <QJsonObject>

namespace Doorstep::Wire {

/// Only what the depot says itself.
[[nodiscard]] QJsonObject toJson(const ThresholdValues &values);
[[nodiscard]] QJsonObject toJson(const DepotThresholds &thresholds);

/// What somebody wants. Fails with Malformed and names the key of a value that is no whole number within its bounds,
/// and of a threshold that this program does not know: nobody must believe that it holds.
[[nodiscard]] Result<ThresholdValues> thresholdValuesFromJson(const QJsonObject &json);

/// What is so. Fails with Malformed without an id, and names the key of a value that is no number. Unknown keys are
/// ignored; a value out of bounds, which a newer program may have allowed, is brought within them.
[[nodiscard]] Result<DepotThresholds> depotThresholdsFromJson(const QJsonObject &json);

} // namespace Doorstep::Wire
