// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>

namespace Doorstep {

/// Every duration of the synchronisation. The defaults are those of docs/sync.md; tests shorten them.
struct SyncTimings
{
    std::chrono::milliseconds flush{50}; ///< The GUI thread gets a batch at most this often.
    std::chrono::milliseconds budget{3}; ///< What the GUI thread should spend on batches in one turn of its loop.
    std::chrono::milliseconds request{10'000}; ///< Without a byte, a request is given up.
    std::chrono::milliseconds dead{45'000}; ///< Without a frame, the socket is given up.
    std::chrono::milliseconds stuck{10'000}; ///< Behind the feed's head without progress, likewise.
    std::chrono::milliseconds ping{10'000};
    std::chrono::milliseconds pong{15'000}; ///< Without an answer to a ping, the socket is given up.
    std::chrono::milliseconds watch{1'000}; ///< How often the watchdog looks.
    std::chrono::milliseconds retryFirst{1'000};
    std::chrono::milliseconds retryMost{60'000};
    std::chrono::milliseconds save{60'000}; ///< How often the cache learns that it is still current.
    std::optional<std::chrono::milliseconds> refresh = {}; ///< Of the token; none: at half of what is left of it.
};

} // namespace Doorstep
