// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTypes>

namespace Doorstep::Test {

/// What a process has in memory, in MB (of 2^20 bytes).
struct ProcessMemory
{
    double resident = 0.0; ///< With what it shares with others.
    double own = 0.0; ///< Its part of what is shared counted in (PSS): these add up.
};

/// Of the process \a id; zeros when there is none. Linux only.
[[nodiscard]] ProcessMemory memoryOf(qint64 id);

} // namespace Doorstep::Test
