// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/pace.h"

#include <algorithm>
#include <cmath>

namespace Doorstep::Watch {

double Pace::faded(qint64 nowMs) const
{
    return std::exp2(-static_cast<double>(std::max<qint64>(nowMs - m_atMs, 0)) / m_halfLifeMs);
}

double Pace::believed(double seconds, double expectedSeconds)
{
    return std::clamp(seconds, expectedSeconds / 3.0, expectedSeconds * 4.0);
}

void Pace::see(double seconds, double expectedSeconds, qint64 atMs)
{
    if (!(expectedSeconds > 0.0) || !(seconds > 0.0))
        return;
    const double kept = faded(atMs);
    m_seconds = m_seconds * kept + believed(seconds, expectedSeconds);
    m_expectedSeconds = m_expectedSeconds * kept + expectedSeconds;
    m_atMs = std::max(m_atMs, atMs);
}

double Pace::at(qint64 nowMs, double elsewhere) const
{
    const double kept = faded(nowMs);
    return (m_seconds * kept + m_priorSeconds * elsewhere) / (m_expectedSeconds * kept + m_priorSeconds);
}

} // namespace Doorstep::Watch
