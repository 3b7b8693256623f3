// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace Doorstep {

/// How long this thread has had a processor since some moment: on a busy machine, a fairer measure of work than the
/// time that passed. Where the system cannot say, it is the time that passed.
[[nodiscard]] std::chrono::nanoseconds threadTime();

} // namespace Doorstep
