// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QTextStream>

namespace Doorstep {

constexpr int exitFailed = 1;
constexpr int exitBadInput = 2; ///< What was asked for cannot be done as it was asked.

/// One sentence for the person at the terminal; \a code.
[[nodiscard]] inline int complain(const Error &error, int code)
{
    QTextStream(stderr) << "doorstepd: " << error.detail << '\n';
    return code;
}

} // namespace Doorstep
