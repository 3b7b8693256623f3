// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/watch/pace.h"
#include "backend/watch/roadmix.h"

namespace Doorstep::Watch {

/// Today's pace of a city: of all its roads together, and of each kind as that differs.
///
/// Who drove for s seconds what should have taken e = e1 + e2 + … on several kinds does not say where the time went. It
/// is split as one would have guessed: s × ek pk / Σ ej pj, with the paces p as they are (the expectation step of
/// Dempster, Laird and Rubin 1977, one step an observation). A kind's pace is then a Pace with the whole city's as its
/// prior (credibility: Bühlmann and Straub 1970): (Σ its seconds + prior × whole) / (Σ its expected seconds + prior),
/// both sums halved every half-life.
class CityPace
{
public:
    CityPace(std::chrono::seconds halfLife, double priorSeconds, double kindPriorSeconds);

    /// Somebody drove for \a seconds what should have taken \a expected on each kind of road; what is no time counts as
    /// none.
    void see(double seconds, const ByRoadKind &expected, qint64 atMs);
    [[nodiscard]] double whole(qint64 nowMs) const { return m_whole.at(nowMs); }
    [[nodiscard]] ByRoadKind byKind(qint64 nowMs) const;

private:
    Pace m_whole;
    std::array<Pace, roadKindCount - 1> m_kinds; ///< Of those that are known.
};

} // namespace Doorstep::Watch
