// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"
#include "models/domain/subject.h"

namespace Doorstep::Wire {

/// `stop/ID`, `route/ID`, `driver/ID`, `exception/ID`, `user/ID`.
[[nodiscard]] QString toText(const Subject &subject);
[[nodiscard]] Result<Subject> subjectFromText(QStringView text);

} // namespace Doorstep::Wire
