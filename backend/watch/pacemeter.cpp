// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/pacemeter.h"

#include <algorithm>
#include <utility>

namespace Doorstep::Watch {
namespace {

constexpr double doorSeconds = 10.0; ///< Of driving: nearer to a door nobody can tell driving from parking.
constexpr qint64 longestGapMs = 60'000; ///< Between two fixes.
constexpr qint64 longestHaltMs = 120'000; ///< Longer than any red light.
constexpr double enoughSeconds = 120.0;
constexpr double steadySeconds = 0.5; ///< Less progress than this is none.

} // namespace

/// \a passedMs more of the leg, in which the driver came \a gained seconds of free driving further.
void PaceMeter::add(qint64 passedMs, double gained, const RoadMix &roads)
{
    const bool wasResting = m_stoodMs > longestHaltMs;
    m_stoodMs = gained > steadySeconds ? 0 : m_stoodMs + passedMs;
    if (m_stoodMs <= longestHaltMs) {
        m_sum.seconds += static_cast<double>(passedMs) / 1000.0;
        m_sum.freeSeconds += gained;
        for (std::size_t kind = 0; kind < roadKindCount; ++kind)
            m_sum.freeByKind[kind] += gained * roads.shares()[kind];
    } else if (!wasResting) { // what was taken for a red light was a rest
        m_sum.seconds = std::max(0.0, m_sum.seconds - static_cast<double>(m_stoodMs - passedMs) / 1000.0);
    }
}

std::optional<PaceMeter::Reading> PaceMeter::see(qsizetype leg, double leftSeconds, double wholeSeconds, qint64 atMs,
                                                 const RoadMix &roads)
{
    const bool isUnderway = leftSeconds > doorSeconds && wholeSeconds - leftSeconds > doorSeconds;
    if (!isUnderway) {
        m_leg = -1;
        m_stoodMs = 0;
    } else {
        const bool continues = leg == m_leg && atMs > m_atMs && atMs - m_atMs <= longestGapMs;
        const double gained = m_leftSeconds - leftSeconds;
        if (continues && gained > -doorSeconds)
            add(atMs - m_atMs, gained, roads);
        m_leg = leg;
        m_leftSeconds = leftSeconds;
        m_atMs = atMs;
    }
    if (m_stoodMs > 0 || m_sum.seconds < enoughSeconds || m_sum.freeSeconds <= 0.0)
        return {}; // who stands may be resting: nobody knows yet
    return std::exchange(m_sum, {});
}

} // namespace Doorstep::Watch
