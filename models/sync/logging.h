// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

namespace Doorstep {

Q_DECLARE_LOGGING_CATEGORY(lcSync)

} // namespace Doorstep
