// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/schedule.h"

#include "simulator/chance.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep::Simulation {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr qint64 fiveMinutes = 300;
constexpr qint64 halfAnHour = 1800;

QDateTime roundedTo(const QDateTime &time, qint64 step)
{
    return QDateTime::fromSecsSinceEpoch((time.toSecsSinceEpoch() + step / 2) / step * step, QTimeZone::UTC);
}

/// Arrivals and the end, when \a tour leaves at its scheduledStart on a usual day.
void drive(Tour &tour, const Traffic &usual)
{
    auto now = tour.scheduledStart;
    for (qsizetype i = 0; i < tour.legs.size(); ++i) {
        now = now.addSecs(std::llround(usual.driven(tour.legs[i], now).duration()));
        if (i == tour.visits.size())
            break;
        tour.visits[i].scheduledArrival = now;
        now = now.addDuration(tour.visits[i].plannedService);
    }
    tour.scheduledEnd = now;
}

/// A window of \a length that begins on a multiple of \a grid, and which an arrival at \a arrival keeps by at least \a
/// early and \a late.
TimeWindow windowAround(const QDateTime &arrival, seconds length, qint64 grid, seconds early, seconds late,
                        Chance &chance)
{
    const auto latest = arrival.toSecsSinceEpoch() - early.count();
    const auto earliest = arrival.toSecsSinceEpoch() + late.count() - length.count();
    const auto first = (earliest + grid - 1) / grid;
    const auto last = latest / grid;
    const auto from = (first + chance.below(static_cast<int>(std::max<qint64>(last - first + 1, 1)))) * grid;
    return {.from = QDateTime::fromSecsSinceEpoch(from, QTimeZone::UTC),
            .to = QDateTime::fromSecsSinceEpoch(from + length.count(), QTimeZone::UTC)};
}

TimeWindow windowFor(const Visit &visit, Fate fate, Chance &chance)
{
    const double thrown = chance.unit();
    if (thrown < 0.08)
        return {};
    // Whose customers took narrow slots gets into trouble first.
    const double narrow = fate == Fate::OnTime ? 0.08 : 0.5;
    if (thrown < 0.08 + narrow)
        return windowAround(visit.scheduledArrival, minutes(75), fiveMinutes * 3, minutes(15), minutes(22), chance);
    return windowAround(visit.scheduledArrival, minutes(120), halfAnHour, minutes(15), minutes(24), chance);
}

/// How much of the tour the plan wants done at the busy moment.
double partDone(Fate fate, Chance &chance)
{
    switch (fate) {
    case Fate::OnTime:
        return std::clamp(chance.normal(0.88, 0.14), 0.55, 1.0);
    case Fate::AtRisk:
    case Fate::Silent:
        return chance.between(0.55, 0.7);
    case Fate::Late:
        return chance.between(0.6, 0.75);
    }
    return 0.75;
}

} // namespace

void scheduleTour(Tour &tour, int number, const DaySettings &settings)
{
    Chance chance(settings.seed, "schedule"_L1, number);
    const Traffic usual{.zone = settings.zone};
    const auto busy = settings.time(settings.busyMoment);
    const auto earliest = settings.time(QTime(6, 30));
    const auto part = partDone(tour.fate, chance);
    const auto index = std::min(static_cast<qsizetype>(std::floor(static_cast<double>(tour.visits.size()) * part)),
                                tour.visits.size() - 1);

    tour.scheduledStart = busy.addDuration(minutes(-180));
    for (int i = 0; i < 4; ++i) { // how long it takes depends a little on when it starts
        drive(tour, usual);
        const auto off = tour.visits[index].scheduledArrival.secsTo(busy);
        tour.scheduledStart = std::max(roundedTo(tour.scheduledStart.addSecs(off), fiveMinutes), earliest);
    }
    drive(tour, usual);
    for (auto &visit : tour.visits)
        visit.window = windowFor(visit, tour.fate, chance);
}

} // namespace Doorstep::Simulation
