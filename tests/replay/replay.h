// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/cases/daycases.h"
#include "backend/watch/daywatch.h"
#include "simulator/driverday.h"
#include "simulator/phone.h"
#include "tests/replay/replaycity.h"

#include <functional>

namespace Doorstep::Test {

/// How a visit really went; times are invalid for what did not happen.
struct LivedVisit
{
    StopId stop;
    QDateTime arrivedAt;
    QDateTime beganAt;
    QDateTime doneAt;
};

/// How a driver's day really went.
struct LivedTour
{
    QDateTime leftAt;
    QDateTime returnedAt;
    QList<LivedVisit> visits; ///< As Tour::visits.
    QList<Simulation::Span> pauses; ///< Those that came about, in order.
    QDateTime lowBatteryAt; ///< When the phone first knew less than 15 % without charging; invalid if never.
};

/// A case as it was opened, and when it was closed (invalid while open).
struct ReplayedCase
{
    Exception exception;
    QDateTime closedAt;
    int versions = 1; ///< How often it was written.
};

using Forecasts = QHash<RouteId, Forecast>;

struct ReplayedDay
{
    QList<LivedTour> tours; ///< As DayPlan::tours.
    std::vector<ReplayedCase> cases; ///< In the order in which they were opened.
    QHash<StopId, Stop> stops; ///< As they are at the end.
    qint64 fixes = 0;
    qint64 events = 0;
};

struct ReplayOptions
{
    std::chrono::seconds step{5}; ///< Between two ticks.
    std::chrono::seconds fixInterval{5}; ///< Of a phone while its driver drives.
    std::chrono::seconds sampleEvery{600};
    /// Called every `sampleEvery` with what consoles know then.
    std::function<void(const QDateTime &, const Forecasts &, const QHash<StopId, Stop> &)> sampled;
};

/// Lives \a plan and tells \a watch and \a cases what a backend would have learnt: the plan, the fixes (late, when the
/// phone had no network), the outcomes, and everything they concluded, as if committed at once. Nothing of the truth.
/// Nobody acts on a case. Pure: the same plan and watchers give the same day.
[[nodiscard]] ReplayedDay replay(const Simulation::DayPlan &plan, const ReplayCity &city, Watch::DayWatch &watch,
                                 Cases::DayCases &cases, const ReplayOptions &options = {});

} // namespace Doorstep::Test
