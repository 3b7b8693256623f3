// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/fix.h"
#include "models/domain/result.h"
#include "models/wire/jsonview.h"

#include <QJsonObject>

namespace Doorstep::Wire {

[[nodiscard]] QJsonObject toJson(const Fix &fix);

/// Fails with Malformed and names the key unless every required key is there and well-formed. Unknown keys are ignored.
[[nodiscard]] Result<Fix> fixFromJson(const QJsonObject &json);
/// The same from text that is not made into a tree first.
[[nodiscard]] Result<Fix> readFix(const JsonView &json);

} // namespace Doorstep::Wire
