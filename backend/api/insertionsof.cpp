// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/insertionsof.h"

#include "backend/api/trafficahead.h"
#include "backend/planning/slots.h"

using namespace std::chrono_literals;

namespace Doorstep::Api {
namespace {

using drogon::Task;

constexpr auto soonest = 30min; ///< Nobody can be told a window that begins sooner.
constexpr auto slotLength = 2h;
constexpr qsizetype mostRoutes = 12; ///< The nearest as the crow flies; more are not read.

double metersAway(const QGeoCoordinate &place, const Planning::RouteAhead &ahead)
{
    double nearest = ahead.from.isValid() ? ahead.from.distanceTo(place) : std::numeric_limits<double>::max();
    for (const auto &stop : ahead.stops)
        nearest = std::min(nearest, stop.driveTo().distanceTo(place));
    return nearest;
}

/// The nearest, and the stop's own.
QList<Planning::RouteToday> nearest(const Stop &stop, QList<Planning::RouteToday> all)
{
    const auto key = [&stop](const Planning::RouteToday &one) {
        return std::pair(one.ahead.route != stop.route, metersAway(stop.driveTo(), one.ahead));
    };
    std::ranges::stable_sort(all, {}, key);
    return all.first(std::min(all.size(), mostRoutes));
}

/// The roads of \a today, whose places begin at \a first in \a matrix; the stop in question is its first.
Planning::Candidate candidateOf(const Planning::RouteToday &today, std::int32_t first,
                                const std::shared_ptr<const Planning::Matrix> &matrix)
{
    const auto own = today.ahead.stops.size();
    const auto entryOf = [first, own](qsizetype place) {
        return place > own ? 0 : first + static_cast<std::int32_t>(place);
    };
    return {.ahead = today.ahead,
            .vehicle = today.vehicle.kind,
            .shiftEnd = today.route.scheduledEnd,
            .roads = [matrix, entryOf](qsizetype from, qsizetype to) {
                const auto at = matrix->entry(entryOf(from), entryOf(to));
                const auto seconds = matrix->seconds[at];
                constexpr auto none = std::numeric_limits<double>::quiet_NaN();
                return Planning::RoadAhead{.seconds = seconds < Planning::noRoadSeconds ? double(seconds) : none,
                                           .meters = double(matrix->meters[at])};
            }};
}

/// Those of \a routes who drive a \a kind; none where no road is near. Computes.
Result<QList<Planning::Candidate>> candidatesBy(Doorstep::Vehicle::Kind kind, const Planning::RoadTraffic &met,
                                                Planning::DriveTimes &drives, const Stop &stop,
                                                const QList<Planning::RouteToday> &routes)
{
    QList<QGeoCoordinate> places{stop.driveTo()};
    QList<std::pair<Planning::RouteToday, std::int32_t>> theirs; // and which place is their first
    for (const auto &today : routes) {
        if (today.vehicle.kind != kind)
            continue;
        theirs.emplaceBack(today, static_cast<std::int32_t>(places.size()));
        places.append(today.ahead.from);
        for (const auto &one : today.ahead.stops)
            places.append(one.driveTo());
    }
    QList<Planning::Candidate> candidates;
    if (theirs.isEmpty())
        return candidates;
    auto found = drives.between(profileOf(kind), places, met);
    if (!found && found.error().kind == Error::Kind::NotFound)
        return candidates;
    if (!found)
        return std::unexpected(found.error());
    const auto matrix = std::make_shared<const Planning::Matrix>(*std::move(found));
    candidates.reserve(theirs.size());
    for (const auto &[today, first] : std::as_const(theirs))
        candidates.append(candidateOf(today, first, matrix));
    return candidates;
}

/// Who could take \a stop, with the roads of each; those where no road is near are left out. Computes.
Result<QList<Planning::Candidate>> candidatesFor(Planning::DriveTimes &drives, const Stop &stop,
                                                 const QList<Planning::RouteToday> &routes,
                                                 const TrafficByVehicle &traffic)
{
    QList<Planning::Candidate> candidates;
    for (const auto &[kind, met] : traffic) {
        const auto theirs = candidatesBy(kind, met, drives, stop, routes);
        if (!theirs)
            return std::unexpected(theirs.error());
        candidates += *theirs;
    }
    return candidates;
}

Result<Wire::InsertionsAnswer> compute(Planning::DriveTimes &drives, const Stop &stop,
                                       const QList<Planning::RouteToday> &routes, const TrafficByVehicle &traffic,
                                       const Rates &rates, const QDateTime &now)
{
    Wire::InsertionsAnswer answer{.stop = stop.id, .computedAt = now, .insertions = {}};
    const auto candidates = candidatesFor(drives, stop, routes, traffic);
    if (!candidates)
        return std::unexpected(candidates.error());
    for (const auto &who : *candidates) {
        if (auto best = Planning::bestInsertion(stop, who.ahead, who.roads)) {
            best->cost = Planning::costOf(*best, who.vehicle, rates);
            answer.insertions.append(*best);
        }
    }
    std::ranges::sort(answer.insertions, Planning::isBetter);
    answer.offered = Planning::slotsFor(stop, *candidates, rates, now.addDuration(soonest), slotLength);
    return answer;
}

} // namespace

Task<Result<Wire::InsertionsAnswer>> insertionsOf(Services &services, RegionServices &region, Stop stop,
                                                  DepotToday today, QDateTime now)
{
    const auto routes = nearest(stop, today.routes);
    const auto traffic = trafficAhead(services, today.depot, routes, today.closures, now);
    co_return co_await runOn(region.questions, [&region, now, stop, routes, traffic, rates = today.rates] {
        return compute(*region.drives, stop, routes, traffic, rates, now);
    });
}

} // namespace Doorstep::Api
