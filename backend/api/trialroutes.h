// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/api/regionservices.h"
#include "backend/api/services.h"
#include "backend/work/worker.h"

#include <atomic>

namespace Doorstep::Api {

/// Where thresholds are tried on past days: one trial at a time, and two more may wait.
class TrialBench
{
public:
    TrialBench() = default;
    ~TrialBench();
    Q_DISABLE_COPY_MOVE(TrialBench)

    [[nodiscard]] Worker &worker() noexcept { return m_worker; }
    [[nodiscard]] bool isStopping() const noexcept { return m_isStopping; }

private:
    std::atomic<bool> m_isStopping = false;
    Worker m_worker{1, 2};
};

/// `POST /v1/depots/{depot}/thresholds/trial`. \a region may be null, and then roads are as the crow flies.
void registerTrials(Http::Router &router, Services &services, RegionServices *region, TrialBench &bench);

} // namespace Doorstep::Api
