// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace Doorstep {

/// Every duration of the way up; tests shorten them.
struct UplinkTimings
{
    std::chrono::milliseconds request{10'000}; ///< Without a byte, a request is given up.
    std::chrono::milliseconds stuck{
        30'000}; ///< Connected and without a verdict: everything about the network is made anew.
    std::chrono::milliseconds watch{1'000}; ///< How often the watchdog looks.
    std::chrono::milliseconds retryFirst{500};
    std::chrono::milliseconds retryMost{60'000};
    std::chrono::hours keepApplied{7 * 24};
};

} // namespace Doorstep
