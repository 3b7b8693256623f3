// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/watch/roadmix.h"

#include <QtTypes>

#include <optional>

namespace Doorstep::Watch {

/// Measures how fast a driver gets on along a leg, fix by fix. Says something every two minutes of driving; standing at
/// a door, a rest, a jump and a phone that was not heard say nothing.
class PaceMeter
{
public:
    struct Reading
    {
        double seconds = 0.0; ///< It took so long…
        double freeSeconds = 0.0; ///< …to drive what takes so long without traffic…
        ByRoadKind freeByKind{}; ///< …on each kind of road.
    };

    /// A fix at \a atMs from which \a leftSeconds of the \a wholeSeconds of leg number \a leg, made of \a roads, are
    /// left.
    std::optional<Reading> see(qsizetype leg, double leftSeconds, double wholeSeconds, qint64 atMs,
                               const RoadMix &roads = {});
    /// The driver left the leg, or is nowhere on it.
    void lose() { m_leg = -1; }

private:
    void add(qint64 passedMs, double gained, const RoadMix &roads);

    qsizetype m_leg = -1; ///< -1: there is nothing to compare with.
    double m_leftSeconds = 0.0;
    qint64 m_atMs = 0;
    qint64 m_stoodMs = 0; ///< Since when it did not go on.
    Reading m_sum;
};

} // namespace Doorstep::Watch
