// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>

namespace Doorstep {

/// What phones sent since the start, for /metrics; counted without locks.
struct IngestCounts
{
    std::atomic<std::uint64_t> stored = 0; ///< Fixes that are on disk.
    std::atomic<std::uint64_t> duplicate = 0; ///< Fixes that were there already.
    std::atomic<std::uint64_t> refused = 0; ///< Reports that cannot be, or of nobody we know.
    std::atomic<std::uint64_t> heartbeats = 0; ///< Reports without a position.
    std::atomic<std::uint64_t> ignored = 0; ///< OwnTracks messages that are no locations.
    std::atomic<std::uint64_t> throttled = 0; ///< Requests that came too fast from one device.
};

[[nodiscard]] IngestCounts &ingestCounts();

} // namespace Doorstep
