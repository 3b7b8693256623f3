// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/cases/daycases.h"
#include "backend/trial/pastday.h"
#include "backend/watch/daywatch.h"
#include "models/domain/thresholdtrial.h"

#include <functional>

namespace Doorstep::Trial {

/// How many cases of each kind were opened; "escalated" for those that were raised.
using Counts = QMap<QString, int>;

/// The roads that a watcher wishes for. Asked once for each route and list of places.
using Roads = std::function<Watch::PathFound(const Watch::PathWanted &)>;

/// Told \a day as the watchers would have learnt it, what they open under \a now and under \a proposed. Nobody acts on
/// a case.
///
/// Pure, apart from \a isTimeUp, which is asked now and then: none once it says so. The same day gives the same counts.
/// Not known, and so not replayed: what a person changed on the day (stops and routes are taken as they ended, before
/// their visits), closures, and what drivers were late in telling other than by their fixes.
[[nodiscard]] std::optional<std::pair<Counts, Counts>> replay(const PastDay &day, const ThresholdValues &now,
                                                              const ThresholdValues &proposed, const Roads &roads,
                                                              const std::function<bool()> &isTimeUp);

/// Of the kinds that thresholds govern, in the order of thresholdRows(), each once.
[[nodiscard]] QList<ThresholdTrial::Count> governed(const Counts &now, const Counts &proposed);

} // namespace Doorstep::Trial
