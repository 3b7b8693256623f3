// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/stop.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace Doorstep::Watch {

/// How long visits really take, times the plan, learnt from visits that were seen: everywhere, by method and number of
/// parcels, by driver, by door.
///
/// Each of the four is an effect on the logarithm of (actual / planned): the mean of what the other three leave
/// unexplained, times n / (n + k), so that few visits say little (credibility, or BLUP; Bühlmann 1967, Robinson 1991).
/// What one visit leaves unexplained is cut at ±0.7 (a factor of two), after Huber, so that a phone call at the door
/// teaches nothing.
class ServiceTimes
{
public:
    /// \a stop as it was left by \a driver, who was done with the one before it at \a freeAt (invalid for the first):
    /// two doors in one house are reached at once and served one by one. Only what was delivered and seen to begin
    /// teaches, and each stop once.
    void see(const Stop &stop, const DriverId &driver, const QDateTime &freeAt);
    /// How long \a driver will probably be at \a stop, in seconds.
    [[nodiscard]] double expectedSeconds(const Stop &stop, const DriverId &driver) const;

    [[nodiscard]] qsizetype seen() const noexcept { return m_all.count; }

private:
    struct Effect
    {
        double sum = 0.0;
        qsizetype count = 0;

        [[nodiscard]] double value(double k) const { return sum / (static_cast<double>(count) + k); }
    };
    struct Parts
    {
        double all = 0.0;
        double handing = 0.0;
        double driver = 0.0;
        double door = 0.0;

        [[nodiscard]] double sum() const { return all + handing + driver + door; }
    };

    [[nodiscard]] Parts partsOf(const Stop &stop, const DriverId &driver) const;

    Effect m_all;
    QHash<int, Effect> m_byHanding; ///< Method and parcels.
    QHash<DriverId, Effect> m_byDriver;
    QHash<quint64, Effect> m_byDoor; ///< Places ten metres wide.
    QSet<StopId> m_seen;
};

} // namespace Doorstep::Watch
