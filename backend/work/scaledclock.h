// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/clock.h"
#include "models/domain/result.h"

#include <chrono>
#include <mutex>

namespace Doorstep {

/// The backend's clock: the machine's own, unless somebody set it (a simulated day at ten times its speed).
/// Thread-safe.
class ScaledClock : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] double rate() const;
    /// From now on it is \a now and runs \a rate times as fast as the world. Malformed unless 0.1 ≤ rate ≤ 60.
    Result<> set(const QDateTime &now, double rate);

private:
    mutable std::mutex m_mutex;
    QDateTime m_base; ///< Invalid: the machine's time.
    std::chrono::steady_clock::time_point m_since;
    double m_rate = 1.0;
};

} // namespace Doorstep
