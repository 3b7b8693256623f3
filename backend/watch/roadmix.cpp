// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/roadmix.h"

#include <cmath>
#include <numeric>

namespace Doorstep::Watch {

RoadMix::RoadMix(const ByRoadKind &seconds)
{
    ByRoadKind valid{};
    for (std::size_t kind = 0; kind < roadKindCount; ++kind)
        valid[kind] = std::isfinite(seconds[kind]) && seconds[kind] > 0.0 ? seconds[kind] : 0.0;
    const double whole = std::accumulate(valid.begin(), valid.end(), 0.0);
    if (!(whole > 0.0) || !std::isfinite(whole))
        return;
    for (std::size_t kind = 0; kind < roadKindCount; ++kind)
        m_shares[kind] = valid[kind] / whole;
}

double RoadMix::of(const ByRoadKind &values) const
{
    return std::inner_product(m_shares.begin(), m_shares.end(), values.begin(), 0.0);
}

} // namespace Doorstep::Watch
