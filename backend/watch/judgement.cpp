// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/judgement.h"

#include <algorithm>
#include <cmath>

namespace Doorstep::Watch {

void judge(Forecast &forecast, const Stops &stops, bool isSilent, const WatchSettings &settings)
{
    using State = Forecast::State;
    const auto horizon = forecast.computedAt.addDuration(settings.riskHorizon);
    bool isAtRisk = false;
    std::optional<std::chrono::seconds> slack;
    for (const auto &ahead : std::as_const(forecast.stops)) {
        const auto seen = stops.constFind(ahead.stop);
        if (seen == stops.cend() || !seen->stop.window.to.isValid() || seen->stop.status == Stop::Status::Arrived)
            continue; // service began: the window is kept or missed already
        const auto &end = seen->stop.window.to;
        const std::chrono::seconds left(ahead.expectedArrival.secsTo(end));
        slack = slack ? std::min(*slack, left) : left;
        isAtRisk = isAtRisk || (ahead.lateArrival > end && ahead.expectedArrival <= horizon);
    }

    forecast.slack = slack;
    if (forecast.stops.isEmpty())
        forecast.state = State::Finished;
    else if (isSilent)
        forecast.state = State::Silent;
    else if (slack && slack->count() < 0)
        forecast.state = State::Late;
    else
        forecast.state = isAtRisk ? State::AtRisk : State::OnTime;
}

bool isWorthTelling(const Forecast &told, const Forecast &made, const WatchSettings &settings)
{
    if (told.state != made.state || told.nextStop != made.nextStop || told.doneStops != made.doneStops
        || told.deliveredStops != made.deliveredStops || told.stops.size() != made.stops.size())
        return true;
    const auto moved = [&settings](const StopForecast &before, const StopForecast &after) {
        return before.stop != after.stop
            || std::abs(before.expectedArrival.secsTo(after.expectedArrival)) >= settings.tellAfter.count();
    };
    for (qsizetype i = 0; i < made.stops.size(); ++i) {
        if (moved(told.stops.at(i), made.stops.at(i)))
            return true;
    }
    return false;
}

} // namespace Doorstep::Watch
