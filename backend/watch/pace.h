// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTypes>

#include <chrono>

namespace Doorstep::Watch {

/// How long driving takes today, times what was expected of the roads and the hour: what was seen lately counts most,
/// and little that was seen says little.
///
/// The estimate is (seconds driven + prior) / (seconds expected + prior), both sums halved every half-life, so it goes
/// back to \a elsewhere, the estimate that it refines, when nothing is seen any more.
class Pace
{
public:
    Pace(std::chrono::seconds halfLife, double priorSeconds)
        : m_halfLifeMs(static_cast<double>(std::chrono::milliseconds(halfLife).count()))
        , m_priorSeconds(priorSeconds)
    {
    }

    /// Somebody drove for \a seconds what should have taken \a expectedSeconds. Of a drive that took more than four
    /// times as long (or less than a third) only that much is believed: that was no traffic.
    void see(double seconds, double expectedSeconds, qint64 atMs);
    /// What see() believes of \a seconds.
    [[nodiscard]] static double believed(double seconds, double expectedSeconds);
    [[nodiscard]] double at(qint64 nowMs, double elsewhere = 1.0) const;

private:
    [[nodiscard]] double faded(qint64 nowMs) const;

    double m_halfLifeMs;
    double m_priorSeconds;
    double m_seconds = 0.0;
    double m_expectedSeconds = 0.0;
    qint64 m_atMs = 0;
};

} // namespace Doorstep::Watch
