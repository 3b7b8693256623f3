// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/replay/replay.h"

#include <array>

namespace Doorstep::Test {

/// One arrival as it was expected at one moment.
struct EtaSample
{
    StopId stop;
    double aheadSeconds = 0.0; ///< Until the P50, when it was asked.
    double bandSeconds = 0.0; ///< From P50 to P90.
    double errorSeconds = 0.0; ///< From P50 to what happened; positive is later.
    QString
        meanwhile; ///< What the driver was really doing when it was asked: "home", "resting", "unheard" or "working".
    bool restsBefore = false; ///< They will rest between then and the arrival.
};

/// What became of expected arrivals, of those that were this far ahead.
struct EtaScore
{
    qsizetype count = 0;
    double medianAbsolute = 0.0; ///< Seconds, as is the next one.
    double bias = 0.0; ///< Median of what happened minus P50; positive is later than expected.
    double beforeLate = 0.0; ///< Share that arrived before P90, 0 to 1.
    double medianBand = 0.0; ///< From P50 to P90, seconds.
    double bandFactor = 0.0; ///< By how much wider the band had to be to hold nine of ten.
};

/// Compares expected with real arrivals, over any number of days.
class EtaBook
{
public:
    static constexpr std::array edgesMinutes{0.0, 15.0, 30.0, 60.0, 120.0, 1e6};
    static constexpr std::size_t horizons = edgesMinutes.size() - 1;

    /// Lives \a plan as replay() does and keeps what was expected every ten minutes of every stop that was open and not
    /// reached, as consoles were told. Visits that nobody drove to are left out.
    ReplayedDay replayed(const Simulation::DayPlan &plan, const ReplayCity &city, Watch::DayWatch &watch,
                         Cases::DayCases &cases, ReplayOptions options = {});

    /// Of all that were between edgesMinutes[horizon] and the next one ahead.
    [[nodiscard]] EtaScore of(std::size_t horizon) const;
    [[nodiscard]] EtaScore all() const;
    [[nodiscard]] const std::vector<EtaSample> &samples() const noexcept { return m_samples; }

private:
    std::vector<EtaSample> m_samples;
};

} // namespace Doorstep::Test
