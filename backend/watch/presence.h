// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/watch/watchsettings.h"

#include <QtTypes>

#include <cstdint>

namespace Doorstep::Watch {

/// Whether a driver is at one place, with hysteresis in space (two radii) and in time (a dwell), so that GPS noise, a
/// red light in front of the door or a phone that jumps once change nothing.
class Presence
{
public:
    enum class Turn : std::uint8_t { None, Arrived, Left };

    /// What a fix \a distanceMeters away from the place at \a atMs (milliseconds since the epoch) changes. The fix may
    /// be off by \a accuracyMeters: up to the arrive radius that counts in favour of being there. Fixes older than the
    /// last one are ignored.
    Turn see(double distanceMeters, double accuracyMeters, qint64 atMs, const WatchSettings &settings);

    [[nodiscard]] bool isThere() const noexcept { return m_isThere; }
    /// When the visit that is going on, or the last one, began and ended, in milliseconds since the epoch: the first
    /// fix inside, the first one outside.
    [[nodiscard]] qint64 arrivedMs() const noexcept { return m_arrivedMs; }
    [[nodiscard]] qint64 leftMs() const noexcept { return m_leftMs; }

private:
    bool m_isThere = false;
    qint64 m_lastMs = 0;
    qint64 m_sinceMs = 0; ///< Since when the fixes say the opposite of m_isThere; 0 when they agree.
    qint64 m_arrivedMs = 0;
    qint64 m_leftMs = 0;
};

} // namespace Doorstep::Watch
