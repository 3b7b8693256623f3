// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/ingest/fixsink.h"
#include "backend/store/store.h"
#include "models/domain/clock.h"

#include <functional>

namespace Doorstep {

/// Takes phones' fixes: judges their clocks, makes them durable, and then tells who wants to know.
class FixIntake : public FixSink
{
public:
    /// Hears fixes once they are on disk, on the thread of the call that brought them.
    using Listener = std::function<void(const std::vector<Fix> &)>;

    FixIntake(Store &store, const Clock &clock, Listener listener)
        : m_store(store)
        , m_clock(clock)
        , m_listener(std::move(listener))
    {
    }

    drogon::Task<Result<StoredCounts>> accept(std::vector<Fix> fixes) override;

private:
    static drogon::Task<Result<StoredCounts>> take(FixIntake &intake, std::vector<Fix> fixes);

    Store &m_store;
    const Clock &m_clock;
    Listener m_listener;
};

} // namespace Doorstep
