// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/fix.h"
#include "models/domain/result.h"

#include <drogon/utils/coroutine.h>
#include <vector>

namespace Doorstep {

/// What became of a batch of fixes. The three add up to its size.
struct StoredCounts
{
    int stored = 0;
    int duplicate = 0; ///< The driver already had a fix of that very millisecond.
    int refused = 0; ///< Of nobody known, without a valid place or time.

    bool operator==(const StoredCounts &) const = default;
};

/// Where the phone protocols put fixes that they have understood.
class FixSink
{
public:
    FixSink() = default;
    virtual ~FixSink() = default;
    Q_DISABLE_COPY_MOVE(FixSink)

    /// Answers once every fix of the batch is on disk. `receivedAt` and `clockSuspect` are set by the sink.
    ///
    /// Fails with Offline when the queue is full (answer 503 with Retry-After), Storage when the disk refused, Stopped
    /// at the end. Call it on an event loop's thread; it resumes on the same one.
    virtual drogon::Task<Result<StoredCounts>> accept(std::vector<Fix> fixes) = 0;
};

} // namespace Doorstep
