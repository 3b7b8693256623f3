// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/planner.h"

#include "simulator/customers.h"
#include "simulator/draft.h"
#include "simulator/schedule.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Doorstep::Simulation {
namespace {

constexpr int mostRounds = 14;
constexpr double farthestMeters = 350.0; // from the place thrown: farther is across the water
constexpr qsizetype largestTable = 90;
constexpr double crowMetersPerSecond = 7.0;

/// \a count different doors around depot number \a depot.
QCoro::Task<Result<QList<Door>>> findDoors(DaySettings settings, int depot, int count, City *city)
{
    QList<Door> doors;
    QSet<QString> taken;
    for (int round = 0; round < mostRounds && doors.size() < count; ++round) {
        const auto wanted = static_cast<int>((count - doors.size()) * 5 / 4) + 8;
        const auto places = scatter(settings, depot, wanted, round);
        const auto found = co_await city->doorsNear(places);
        if (!found)
            co_return std::unexpected(found.error());
        for (qsizetype i = 0; i < found->size() && doors.size() < count; ++i) {
            const auto &door = found->at(i);
            if (!door || door->where.distanceTo(places[i]) > farthestMeters || taken.contains(door->address.text))
                continue;
            taken.insert(door->address.text);
            doors += *door;
        }
    }
    if (doors.size() < count)
        co_return failure(
            Error::Kind::NotFound,
            u"only %1 of %2 addresses were found around the depot: is this the right city?"_s.arg(doors.size())
                .arg(count));
    co_return doors;
}

QList<QGeoCoordinate> placesOf(const Tour &tour, const QGeoCoordinate &depot, bool andBack)
{
    QList<QGeoCoordinate> places{depot};
    for (const auto &visit : tour.visits)
        places += visit.door.where;
    if (andBack)
        places += depot;
    return places;
}

/// Puts the visits of \a tour in order and gives it its legs.
QCoro::Task<Result<Tour>> route(Tour tour, QGeoCoordinate depot, City *city)
{
    const auto places = placesOf(tour, depot, false);
    auto matrix = places.size() > largestTable ? Result<Matrix>(crowMatrix(places, crowMetersPerSecond))
                                               : co_await city->table(tour.vehicle.kind, places);
    if (!matrix)
        co_return std::unexpected(matrix.error());
    QList<Visit> ordered;
    for (const int i : roundTrip(*matrix))
        ordered += tour.visits[i - 1];
    tour.visits = ordered;

    auto legs = co_await city->legs(tour.vehicle.kind, placesOf(tour, depot, true));
    if (!legs)
        co_return std::unexpected(legs.error());
    tour.legs = *std::move(legs);
    co_return tour;
}

QCoro::Task<Result<QList<Tour>>> routeAll(DayPlan plan, City *city)
{
    std::vector<QCoro::Task<Result<Tour>>> tasks; // asked all at once, taken in order
    for (const auto &tour : plan.tours)
        tasks.push_back(route(tour, plan.depots[tour.depot].where, city));
    QList<Tour> tours;
    std::optional<Error> problem;
    for (auto &task : tasks) {
        auto tour = co_await task;
        if (tour)
            tours += *std::move(tour);
        else
            problem = tour.error();
    }
    if (problem)
        co_return std::unexpected(*problem);
    co_return tours;
}

/// A way from one end of \a leg to the other that stays clear of \a closure; empty when none is found.
QCoro::Task<Result<TimedPath>> wayRound(Vehicle::Kind vehicle, TimedPath leg, SlowArea closure, City *city)
{
    for (const double azimuth : {45.0, 225.0, 135.0, 315.0, 0.0, 90.0, 180.0, 270.0}) {
        const auto via = closure.centre.atDistanceAndAzimuth(450.0, azimuth);
        const auto legs = co_await city->legs(vehicle, {leg.points.first(), via, leg.points.last()});
        if (!legs)
            co_return std::unexpected(legs.error());
        TimedPath way;
        for (const auto &part : *legs)
            way.append(part.points, part.duration());
        const auto isClear = [&closure](const QGeoCoordinate &place) {
            return closure.centre.distanceTo(place) > closure.radiusMeters;
        };
        if (!way.points.isEmpty() && std::ranges::all_of(way.points, isClear))
            co_return way;
    }
    co_return TimedPath{};
}

/// The ways round the closed roads, for the legs that meet them.
QCoro::Task<Result<QList<QList<TimedPath>>>> detours(DayPlan plan, City *city)
{
    QList<QList<TimedPath>> all;
    for (const auto &tour : std::as_const(plan.tours)) {
        QList<TimedPath> ways(tour.legs.size());
        for (qsizetype i = 0; i < tour.legs.size(); ++i) {
            for (const auto &closure : std::as_const(plan.traffic.closures)) {
                const auto &points = tour.legs[i].points;
                const auto meets = [&closure](const QGeoCoordinate &place) {
                    return closure.centre.distanceTo(place) <= closure.radiusMeters;
                };
                if (std::ranges::none_of(points, meets) || meets(points.first()) || meets(points.last()))
                    continue;
                auto way = co_await wayRound(tour.vehicle.kind, tour.legs[i], closure, city);
                if (!way)
                    co_return std::unexpected(way.error());
                ways[i] = *std::move(way);
            }
        }
        all += ways;
    }
    co_return all;
}

} // namespace

QCoro::Task<Result<DayPlan>> planDay(DaySettings settings, City *city)
{
    QList<QList<Door>> doors;
    for (int depot = 0; depot < settings.depots; ++depot) {
        auto found = co_await findDoors(settings, depot, shareOf(settings.stops, depot, settings.depots), city);
        if (!found)
            co_return std::unexpected(found.error());
        doors += *std::move(found);
    }
    auto plan = draftDay(settings, doors);
    auto tours = co_await routeAll(plan, city);
    if (!tours)
        co_return std::unexpected(tours.error());
    plan.tours = *std::move(tours);
    for (int i = 0; i < plan.tours.size(); ++i)
        scheduleTour(plan.tours[i], i, settings);
    makeTrouble(plan);
    makeCustomers(plan);
    const auto ways = co_await detours(plan, city);
    if (!ways)
        co_return std::unexpected(ways.error());
    for (qsizetype i = 0; i < plan.tours.size(); ++i)
        plan.tours[i].detours = ways->at(i);
    co_return plan;
}

} // namespace Doorstep::Simulation
