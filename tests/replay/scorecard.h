// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/replay/causes.h"

#include <map>

namespace Doorstep::Test {

/// How well one kind of case is noticed.
struct KindScore
{
    int right = 0; ///< Cases that had a cause.
    int wrong = 0; ///< Cases without one, or a second one for the same.
    int missed = 0; ///< Causes without a case.
    std::vector<qint64> delays; ///< Of the right ones, from the cause to the case, in seconds; negative is ahead of it.

    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    [[nodiscard]] qint64 medianDelay() const;
};

/// Compares cases with what caused them, over any number of days.
class ScoreCard
{
public:
    void add(const Simulation::DayPlan &plan, const ReplayedDay &day);

    [[nodiscard]] KindScore of(const QString &kind) const;
    [[nodiscard]] const std::map<QString, KindScore> &all() const noexcept { return m_scores; }
    /// A line for every wrong and every missed one.
    [[nodiscard]] const QStringList &complaints() const noexcept { return m_complaints; }

private:
    std::map<QString, KindScore> m_scores;
    QStringList m_complaints;
};

} // namespace Doorstep::Test
