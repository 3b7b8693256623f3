// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/replay/causes.h"

#include "models/domain/proof.h"
#include "simulator/customers.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep::Test {
namespace {

using Simulation::DayPlan;
using Simulation::Span;
using Simulation::Tour;
using Simulation::Visit;
using Causes = std::vector<Cause>;

constexpr auto aDay = std::chrono::hours(24);
constexpr double wrongDoorMeters = 150.0;

bool isNear(std::chrono::seconds value, std::chrono::seconds low, std::chrono::seconds high)
{
    return low <= value && value <= high;
}

std::chrono::seconds lengthOf(const QDateTime &from, const QDateTime &to)
{
    return std::chrono::seconds(from.secsTo(to));
}

QDateTime lastDone(const LivedTour &lived)
{
    QDateTime last;
    for (const auto &visit : lived.visits)
        last = !last.isValid() || visit.doneAt > last ? visit.doneAt : last;
    return last;
}

void addAddress(const Visit &visit, const LivedVisit &lived, const Stop &stop, const QDateTime &announced,
                Causes &causes)
{
    const auto about = Subject::of(lived.stop);
    const Cause cause{.kinds = {}, .about = about, .at = announced, .until = announced.addDuration(aDay)};
    const auto add = [&](const QStringList &kinds) {
        auto &added = causes.emplace_back(cause);
        added.kinds = kinds;
    };
    if (visit.wrongPlace.isValid())
        return add({u"address_far"_s});
    if (visit.failure == Stop::Failure::WrongAddress)
        return add({u"address"_s, u"address_unsure"_s});
    if (!stop.where.isValid())
        return add({u"address"_s});
    if (stop.where.distanceTo(visit.door.where) > wrongDoorMeters)
        add({u"address_unsure"_s});
}

void addVisit(const Visit &visit, const LivedVisit &lived, const Stop &stop, Causes &causes)
{
    const auto about = Subject::of(lived.stop);
    if (visit.failure != Stop::Failure::None)
        causes.push_back(
            {.kinds = {u"missed"_s}, .about = about, .at = lived.doneAt, .until = lived.doneAt.addDuration(aDay)});
    const bool isElsewhere =
        !visit.wrongPlace.isValid() && stop.where.isValid() && stop.where.distanceTo(visit.door.where) > 240.0;
    if (visit.isToldFromAfar || isElsewhere) // delivered far from where the backend believes the door to be
        causes.push_back({.kinds = {u"far_delivery"_s},
                          .about = about,
                          .at = lived.doneAt,
                          .until = lived.doneAt.addDuration(aDay),
                          .isBorderline = isElsewhere});
    const auto &end = visit.window.to;
    const auto there = lived.arrivedAt.isValid() ? lived.arrivedAt : lived.doneAt;
    if (end.isValid() && there > end.addDuration(-60s))
        causes.push_back({.kinds = {u"late"_s},
                          .about = about,
                          .at = end,
                          .until = there.addDuration(120s),
                          .isBorderline = visit.isToldFromAfar || there <= end.addDuration(60s)});
}

void addSilence(const std::optional<Span> &unheard, const Tour &tour, const LivedTour &lived, const Subject &about,
                Causes &causes)
{
    if (!unheard)
        return;
    const auto from = std::max(unheard->from, tour.scheduledStart);
    const auto to = std::min(unheard->to, lastDone(lived));
    const auto length = lengthOf(from, to);
    if (length >= 270s)
        causes.push_back({.kinds = {u"silent"_s},
                          .about = about,
                          .at = from,
                          .until = to.addDuration(180s),
                          .isBorderline = length <= 400s});
}

/// Several visits that were too late, of one route.
void addLateRoute(const Tour &tour, const LivedTour &lived, const Subject &about, Causes &causes)
{
    std::vector<std::pair<QDateTime, QDateTime>> late; // ends of windows, arrivals
    for (qsizetype i = 0; i < tour.visits.size(); ++i) {
        const auto &end = tour.visits[i].window.to;
        if (end.isValid() && lived.visits[i].arrivedAt > end)
            late.emplace_back(end, lived.visits[i].arrivedAt);
    }
    if (late.size() >= 2)
        causes.push_back({.kinds = {u"route_late"_s},
                          .about = about,
                          .at = std::ranges::min(late).first,
                          .until = std::ranges::max(late, {}, &std::pair<QDateTime, QDateTime>::second).second,
                          .isBorderline = late.size() <= 3});
}

void addStart(const Tour &tour, const LivedTour &lived, const Subject &about, Causes &causes)
{
    const auto late = lengthOf(tour.scheduledStart, lived.leftAt);
    if (late >= 13min)
        causes.push_back({.kinds = {u"late_start"_s},
                          .about = about,
                          .at = tour.scheduledStart.addDuration(15min),
                          .until = lived.leftAt.addDuration(10min),
                          .isBorderline = isNear(late, 13min, 17min)});
}

void addPauses(const Tour &tour, const LivedTour &lived, const Subject &about, Causes &causes)
{
    std::vector<bool> isErrand; // of those that came about, which are in the order of the tour's
    isErrand.reserve(tour.troubles.pauses.size());
    for (const auto &pause : tour.troubles.pauses)
        isErrand.push_back(pause.elsewhere.isValid());
    for (qsizetype i = 0; i < lived.pauses.size(); ++i) {
        const auto &pause = lived.pauses[i];
        const auto to = pause.to.isValid() ? pause.to : pause.from.addDuration(aDay);
        const bool isAfterAll = pause.from >= lastDone(lived);
        if (isErrand.at(static_cast<std::size_t>(i))) {
            causes.push_back({.kinds = {u"off_route"_s},
                              .about = about,
                              .at = pause.from,
                              .until = to.addDuration(5min),
                              .isBorderline = isAfterAll});
            continue;
        }
        const auto &since = pause.from; // the visit before it was work
        const auto stood = lengthOf(since, to);
        if (stood >= 23min)
            causes.push_back({.kinds = {u"stopped"_s},
                              .about = about,
                              .at = since.addDuration(25min),
                              .until = to.addDuration(3min),
                              .isBorderline = isAfterAll || isNear(stood, 23min, 27min)});
    }
}

void addPhone(const Tour &tour, const LivedTour &lived, const Subject &about, Causes &causes)
{
    const auto end = lastDone(lived);
    if (lived.lowBatteryAt.isValid())
        causes.push_back({.kinds = {u"battery"_s},
                          .about = about,
                          .at = lived.lowBatteryAt,
                          .until = end.addDuration(10min),
                          .isBorderline = lived.lowBatteryAt > end.addDuration(-2min)});
    if (const auto &mocked = tour.troubles.mocked) {
        const auto from = std::max(mocked->from, lived.leftAt);
        causes.push_back({.kinds = {u"mocked"_s},
                          .about = about,
                          .at = from,
                          .until = mocked->to.addDuration(5min),
                          .isBorderline = lengthOf(from, std::min(mocked->to, end)) < 3min});
    }
}

void addCustomer(const Visit &visit, const LivedVisit &lived, const Stop &stop, const QDateTime &announced,
                 Causes &causes)
{
    const auto about = Subject::of(lived.stop);
    const auto there = lived.arrivedAt.isValid() ? lived.arrivedAt : lived.doneAt;
    const auto add = [&](const QString &kind, const QDateTime &at, bool isBorderline = false) {
        causes.push_back({.kinds = {kind},
                          .about = about,
                          .at = at,
                          .until = there.addDuration(5min),
                          .isBorderline = isBorderline});
    };
    if (Simulation::lacksInstructions(visit))
        add(u"instructions_missing"_s, announced);
    if (isLeftAlone(visit.method) && Simulation::isRisky(visit.door))
        add(u"risky_dropoff"_s, announced, !stop.where.isValid());
    const auto &asked = visit.checkIn;
    if (asked.isEmpty() || !there.isValid())
        return;
    const auto due = std::max(there.addDuration(-30min), asked.askedAt);
    const bool isAnswered = asked.answeredAt.isValid();
    if (!isAnswered || asked.answeredAt > due.addDuration(-10min))
        add(u"checkin_unanswered"_s, due, isAnswered && asked.answeredAt < due.addDuration(10min));
    if (isAnswered && asked.answer == CheckIn::Answer::NotThere && asked.answeredAt < there.addDuration(1min))
        add(u"customer_away"_s, asked.answeredAt, asked.answeredAt > there.addDuration(-1min));
}

bool isInCircle(const Simulation::TimedPath &path, const Simulation::SlowArea &area)
{
    return std::ranges::any_of(path.points, [&area](const QGeoCoordinate &place) {
        return area.centre.distanceTo(place) <= area.radiusMeters;
    });
}

/// How long after it was drawn somebody would last have driven through \a area, or served a door there; 0: nobody.
std::chrono::seconds longestMet(const Closure &closure, const Simulation::SlowArea &area, const Simulation::Tour &tour,
                                const LivedTour &lived)
{
    const auto drawn = Simulation::drawnAt(closure);
    std::chrono::seconds longest{0};
    for (qsizetype visit = 0; visit < tour.visits.size(); ++visit) {
        const auto &one = lived.visits[visit];
        const bool isThere = area.centre.distanceTo(tour.visits[visit].door.where) <= area.radiusMeters;
        const auto at = one.arrivedAt.isValid() ? one.arrivedAt : one.doneAt;
        if (at > drawn && at < closure.to && (isThere || isInCircle(tour.legs[visit], area)))
            longest = std::max(longest, lengthOf(drawn, at));
    }
    return longest;
}

/// A closed street concerns who would have driven through it, or serves a door there, after it was drawn.
void addClosures(const DayPlan &plan, const ReplayedDay &day, Causes &causes)
{
    for (qsizetype number = 0; number < plan.closures.size(); ++number) {
        const auto &closure = plan.closures[number];
        const auto &area = plan.traffic.closures[number];
        const auto drawn = Simulation::drawnAt(closure);
        std::chrono::seconds longest{0};
        for (qsizetype i = 0; i < plan.tours.size(); ++i)
            longest = std::max(longest, longestMet(closure, area, plan.tours[i], day.tours[i]));
        if (longest > 0s)
            causes.push_back({.kinds = {u"closure"_s},
                              .about = Subject::of(closure.id),
                              .at = drawn,
                              .until = closure.to,
                              .isBorderline = longest < 10min});
    }
}

} // namespace

std::vector<Cause> causesOf(const DayPlan &plan, const ReplayedDay &day)
{
    Causes causes;
    const auto announced = plan.firstStart().addDuration(-45min);
    for (qsizetype i = 0; i < plan.tours.size(); ++i) {
        const auto &tour = plan.tours[i];
        const auto &lived = day.tours[i];
        for (qsizetype visit = 0; visit < tour.visits.size(); ++visit) {
            const auto stop = day.stops.value(lived.visits[visit].stop);
            addAddress(tour.visits[visit], lived.visits[visit], stop, announced, causes);
            addVisit(tour.visits[visit], lived.visits[visit], stop, causes);
            addCustomer(tour.visits[visit], lived.visits[visit], stop, announced, causes);
        }
        const auto about = Subject::of(tour.id);
        addSilence(tour.troubles.deadPhone, tour, lived, about, causes);
        addSilence(tour.troubles.quietPhone, tour, lived, about, causes); // nobody asks in these days
        addLateRoute(tour, lived, about, causes);
        addStart(tour, lived, about, causes);
        addPauses(tour, lived, about, causes);
        addPhone(tour, lived, about, causes);
    }
    addClosures(plan, day, causes);
    return causes;
}

} // namespace Doorstep::Test
