// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/citypace.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Doorstep::Watch {

CityPace::CityPace(std::chrono::seconds halfLife, double priorSeconds, double kindPriorSeconds)
    : m_whole(halfLife, priorSeconds)
    , m_kinds{Pace(halfLife, kindPriorSeconds), Pace(halfLife, kindPriorSeconds), Pace(halfLife, kindPriorSeconds)}
{
}

void CityPace::see(double seconds, const ByRoadKind &expected, qint64 atMs)
{
    ByRoadKind valid{};
    for (std::size_t kind = 0; kind < roadKindCount; ++kind)
        valid[kind] = std::isfinite(expected[kind]) ? std::max(expected[kind], 0.0) : 0.0;
    const double expectedWhole = std::accumulate(valid.begin(), valid.end(), 0.0);
    if (!(expectedWhole > 0.0) || !(seconds > 0.0))
        return;
    m_whole.see(seconds, expectedWhole, atMs);

    const auto paces = byKind(atMs);
    double guessed = 0.0;
    for (std::size_t kind = 0; kind < roadKindCount; ++kind)
        guessed += valid[kind] * paces[kind];
    const double times = Pace::believed(seconds, expectedWhole) / guessed;
    for (std::size_t kind = 0; kind < m_kinds.size(); ++kind)
        m_kinds[kind].see(valid[kind] * paces[kind] * times, valid[kind], atMs);
}

ByRoadKind CityPace::byKind(qint64 nowMs) const
{
    ByRoadKind paces{};
    paces.fill(whole(nowMs));
    for (std::size_t kind = 0; kind < m_kinds.size(); ++kind)
        paces[kind] = m_kinds[kind].at(nowMs, paces[kind]);
    return paces;
}

} // namespace Doorstep::Watch
