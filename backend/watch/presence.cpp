// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/presence.h"

#include <algorithm>

namespace Doorstep::Watch {

Presence::Turn Presence::see(double distanceMeters, double accuracyMeters, qint64 atMs, const WatchSettings &settings)
{
    if (atMs <= m_lastMs)
        return Turn::None;
    m_lastMs = atMs;

    const double nearest = distanceMeters - std::clamp(accuracyMeters, 0.0, settings.arriveRadiusMeters);
    const bool saysOtherwise =
        m_isThere ? nearest > settings.leaveRadiusMeters : nearest <= settings.arriveRadiusMeters;
    if (!saysOtherwise) {
        m_sinceMs = 0;
        return Turn::None;
    }
    if (m_sinceMs == 0)
        m_sinceMs = atMs;
    if (atMs - m_sinceMs < std::chrono::milliseconds(settings.dwell).count())
        return Turn::None;

    m_isThere = !m_isThere;
    (m_isThere ? m_arrivedMs : m_leftMs) = m_sinceMs;
    m_sinceMs = 0;
    return m_isThere ? Turn::Arrived : Turn::Left;
}

} // namespace Doorstep::Watch
