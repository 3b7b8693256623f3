// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/slots.h"

#include <QTimeZone>

#include <algorithm>

namespace Doorstep::Planning {
namespace {

using std::chrono::seconds;

constexpr int leastChance = 50; ///< Less is no promise.
constexpr int surest = 99; ///< Nobody knows.
constexpr qint64 anHour = 3600;
constexpr qsizetype mostSlots = 24;
constexpr double unknownBand = 0.25; ///< Of the time until then, where no forecast says.

/// From the P50 to the P90 of whoever is reached before it.
seconds bandOf(const Insertion &insertion, const RouteAhead &ahead)
{
    const auto next = std::ranges::find(ahead.forecasts, insertion.before, &StopForecast::stop);
    const auto after = next - ahead.forecasts.cbegin();
    if (ahead.forecasts.isEmpty())
        return seconds(qRound64(unknownBand * static_cast<double>(ahead.leaves.secsTo(insertion.arrival))));
    const auto &near = ahead.forecasts.at(std::max<qsizetype>(0, after - 1));
    return seconds(near.expectedArrival.secsTo(near.lateArrival));
}

/// None when nobody can come in \a window.
std::optional<Slot> bestIn(const TimeWindow &window, Stop stop, const QList<Candidate> &candidates, const Rates &rates)
{
    stop.window = window;
    std::optional<Insertion> best;
    const Candidate *who = nullptr;
    for (const auto &candidate : candidates) {
        const auto found = bestInsertion(stop, candidate.ahead, candidate.roads);
        if (!found || found->lateBy > seconds(0) || found->missed() > 0)
            continue;
        const auto done = std::max(found->arrival, window.from).addDuration(stop.serviceTime);
        if (candidate.shiftEnd.isValid() && done > candidate.shiftEnd.addDuration(mostOvertime))
            continue;
        if (!best || isBetter(*found, *best)) {
            best = found;
            who = &candidate;
        }
    }
    if (!best)
        return {};
    const StopForecast expected{.stop = stop.id,
                                .expectedArrival = best->arrival,
                                .lateArrival = best->arrival.addDuration(bandOf(*best, who->ahead)),
                                .expectedDeparture = {}};
    const int chance = std::min(surest, 100 - chanceOfMissing(expected, window.to));
    if (chance < leastChance)
        return {};
    return Slot{.window = window,
                .route = best->route,
                .before = best->before,
                .arrival = best->arrival,
                .chance = chance,
                .buffer = seconds(std::max(best->arrival, window.from).secsTo(window.to)),
                .cost = costOf(*best, who->vehicle, rates)};
}

} // namespace

double costOf(const Insertion &insertion, Doorstep::Vehicle::Kind vehicle, const Rates &rates)
{
    const auto hours = std::chrono::duration<double, std::ratio<anHour>>(insertion.added + insertion.waiting);
    return hours.count() * rates.perHour + insertion.addedMeters / 1000.0 * rates.perKilometer(vehicle);
}

QList<Slot> slotsFor(const Stop &stop, const QList<Candidate> &candidates, const Rates &rates, const QDateTime &from,
                     seconds length)
{
    QDateTime last = from; // nobody works longer
    for (const auto &candidate : candidates) {
        const auto &forecasts = candidate.ahead.forecasts;
        const auto end = forecasts.isEmpty() ? candidate.ahead.leaves : forecasts.constLast().expectedDeparture;
        last = std::max(last, (candidate.shiftEnd.isValid() ? candidate.shiftEnd : end).addDuration(mostOvertime));
    }
    QList<Slot> found;
    const auto firstHour = (from.toSecsSinceEpoch() + anHour - 1) / anHour * anHour;
    for (auto hour = firstHour; hour < last.toSecsSinceEpoch() && found.size() < mostSlots; hour += anHour) {
        const auto begin = QDateTime::fromSecsSinceEpoch(hour, QTimeZone::UTC);
        if (const auto slot = bestIn({.from = begin, .to = begin.addDuration(length)}, stop, candidates, rates))
            found.append(*slot);
    }
    return found;
}

} // namespace Doorstep::Planning
