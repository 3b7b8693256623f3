// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/chance.h"
#include "simulator/schedule.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Doorstep::Simulation {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

/// A moment between \a from and \a to; \a from when they are the wrong way round.
QDateTime momentBetween(const QDateTime &from, const QDateTime &to, Chance &chance)
{
    return from.addSecs(static_cast<qint64>(static_cast<double>(std::max<qint64>(from.secsTo(to), 0)) * chance.unit()));
}

Span spanAt(const QDateTime &from, seconds length)
{
    return {.from = from, .to = from.addDuration(length)};
}

/// How late \a tour may run before it breaks the tightest window that is open soon after \a busy.
seconds tightestSlack(const Tour &tour, const QDateTime &busy)
{
    std::optional<seconds> tightest;
    for (const auto &visit : tour.visits) {
        const bool isSoon = visit.scheduledArrival > busy.addDuration(minutes(-15))
            && visit.scheduledArrival < busy.addDuration(minutes(50));
        if (!isSoon || !visit.window.to.isValid())
            continue;
        const seconds slack(visit.scheduledArrival.secsTo(visit.window.to));
        tightest = std::min(tightest.value_or(slack), slack);
    }
    return tightest.value_or(minutes(30));
}

/// Loses \a time: by a late start, or by standing still for a while before the busy moment.
void loseTime(Tour &tour, seconds time, const QDateTime &busy, Chance &chance)
{
    static const QStringList reasons{u"flat tyre"_s, u"loading again at the depot"_s, u"minor accident"_s,
                                     u"battery dead"_s};
    if (chance.happens(0.4)) {
        tour.troubles.lateStart = time;
        return;
    }
    const auto first = tour.scheduledStart.addDuration(minutes(20));
    tour.troubles.pauses.push_back(
        Pause{.notBefore = momentBetween(first, busy.addDuration(minutes(-50)) - time, chance),
              .length = time,
              .why = chance.pick(reasons)});
}

void troubleThePhone(Tour &tour, Chance &chance)
{
    auto &troubles = tour.troubles;
    troubles.charges = tour.vehicle.kind == Vehicle::Kind::Van && chance.happens(0.7);
    troubles.batteryAtStart = chance.between(0.62, 1.0);
    for (int i = chance.between(0, 2); i > 0; --i)
        troubles.noNetwork +=
            spanAt(momentBetween(tour.scheduledStart, tour.scheduledEnd, chance), chance.minutesBetween(1.0, 3.5));
    for (int i = chance.between(0, 2); i > 0; --i)
        troubles.noSatellites +=
            spanAt(momentBetween(tour.scheduledStart, tour.scheduledEnd, chance), chance.minutesBetween(0.5, 1.5));
}

void troubleTour(Tour &tour, const QDateTime &busy, Chance &chance)
{
    auto &troubles = tour.troubles;
    troubles.slowness = chance.between(0.94, 1.05);
    // Some drivers leave a few minutes early, most a few late.
    troubles.lateStart = chance.minutesBetween(-2.0, 4.0);
    troubleThePhone(tour, chance);
    switch (tour.fate) {
    case Fate::OnTime:
        break;
    case Fate::AtRisk:
        loseTime(tour, tightestSlack(tour, busy) - chance.minutesBetween(2.0, 7.0), busy, chance);
        break;
    case Fate::Late:
        loseTime(tour, tightestSlack(tour, busy) + chance.minutesBetween(10.0, 28.0), busy, chance);
        break;
    case Fate::Silent:
        troubles.deadPhone =
            spanAt(busy.addDuration(-chance.minutesBetween(7.0, 11.0)), chance.minutesBetween(24.0, 40.0));
        break;
    }
}

/// Whether a quiet phone is the only thing that is wrong with \a tour, which is still under way after \a busy.
bool canBeQuiet(const Tour &tour, const QDateTime &busy)
{
    return tour.phone == PhoneKind::OwnTracks && tour.fate == Fate::OnTime && !tour.troubles.mocked
        && tour.troubles.batteryAtStart > 0.5 && tour.scheduledEnd > busy.addDuration(minutes(45));
}

/// One app that saves the battery at the busy moment.
void quietAPhone(DayPlan &plan, const QDateTime &busy)
{
    constexpr qsizetype fewest = 10; // drivers; as for dead phones
    QList<qsizetype> able;
    for (qsizetype i = 0; i < plan.tours.size(); ++i) {
        if (canBeQuiet(plan.tours[i], busy))
            able += i;
    }
    if (plan.tours.size() < fewest || able.isEmpty())
        return;
    Chance chance(plan.settings.seed, "quiet phone"_L1);
    plan.tours[chance.pick(able)].troubles.quietPhone =
        spanAt(busy.addDuration(-chance.minutesBetween(8.0, 12.0)), chance.minutesBetween(40.0, 70.0));
}

/// A closed street on somebody's way, a jam around somebody's door.
void troubleTheStreets(DayPlan &plan, const QDateTime &busy, Chance &chance)
{
    const auto &tour = chance.pick(plan.tours);
    const auto leg = std::ranges::max_element(tour.legs, {}, [](const TimedPath &path) { return path.points.size(); });
    if (leg != tour.legs.cend() && leg->points.size() > 4)
        plan.traffic.closures += SlowArea{.centre = leg->points[leg->points.size() / 2],
                                          .radiusMeters = 60.0,
                                          .from = busy.addDuration(minutes(-95)),
                                          .to = busy.addDuration(minutes(180))};
    const auto &visit = chance.pick(chance.pick(plan.tours).visits);
    plan.traffic.jams += SlowArea{.centre = visit.door.where,
                                  .radiusMeters = 900.0,
                                  .from = busy.addDuration(minutes(-60)),
                                  .to = busy.addDuration(minutes(50)),
                                  .slowness = 1.7};
}

} // namespace

void makeTrouble(DayPlan &plan)
{
    if (plan.tours.isEmpty())
        return;
    const auto busy = plan.settings.time(plan.settings.busyMoment);
    for (int i = 0; i < plan.tours.size(); ++i) {
        Chance chance(plan.settings.seed, "troubles"_L1, i);
        troubleTour(plan.tours[i], busy, chance);
    }
    Chance chance(plan.settings.seed, "streets"_L1);
    plan.traffic.today = chance.between(0.97, 1.04);
    troubleTheStreets(plan, busy, chance);

    // One phone that will not last the day, one whose position an app makes up.
    auto &tired = plan.tours[chance.below(static_cast<int>(plan.tours.size()))].troubles;
    tired.batteryAtStart = 0.34;
    tired.charges = false;
    if (plan.tours.size() > 3) {
        auto &liar = plan.tours[chance.below(static_cast<int>(plan.tours.size()))];
        liar.troubles.mocked = spanAt(busy.addDuration(minutes(-4)), minutes(25));
    }
    quietAPhone(plan, busy);
}

} // namespace Doorstep::Simulation
