// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"
#include "widgets/map/mercator.h"

#include <QHash>
#include <QSet>

#include <chrono>

namespace Doorstep {

/// Lets markers glide from fix to fix instead of hopping, and never further than the newest fix.
///
/// A glide lasts as long as the fixes were apart, at most 1.5 s; it jumps when the driver is new, when the way is
/// further than a kilometre and a half, or when nothing came for half a minute. Times are of any steady clock. One
/// thread.
class DriverGlides
{
public:
    using Time = std::chrono::milliseconds;

    /// A fix arrived at \a now.
    void moveTo(const DriverId &driver, WorldPoint where, Time now);
    /// Forgets everybody else.
    void keepOnly(const QSet<DriverId> &drivers);

    /// Where the marker is to be drawn at \a now; nothing for an unknown driver.
    [[nodiscard]] std::optional<WorldPoint> at(const DriverId &driver, Time now) const;
    /// Whether any marker still moves at \a now.
    [[nodiscard]] bool isMoving(Time now) const;

private:
    struct Glide
    {
        WorldPoint from;
        WorldPoint to;
        Time start{0};
        Time duration{0};
    };
    [[nodiscard]] static WorldPoint at(const Glide &glide, Time now);

    QHash<DriverId, Glide> m_glides;
};

} // namespace Doorstep
