// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/replay/replaycity.h"

#include "simulator/chance.h"
#include "simulator/planner.h"
#include "simulator/variety.h"
#include "tests/simulator/fakecity.h"

namespace Doorstep::Test {
namespace {

Watch::PathFound straightStreets(const Watch::PathWanted &wish)
{
    Watch::PathFound found{.route = wish.route, .wish = wish.wish, .legs = {}};
    for (qsizetype i = 1; i < wish.places.size(); ++i) {
        const auto street = streetFrom(wish.places[i - 1], wish.places[i]);
        if (street.duration() > 7200.0) // as where the sea is between them
            found.legs.emplace_back();
        else
            found.legs.push_back({.line = street.points, .seconds = street.duration()});
    }
    return found;
}

GuessedPlace searched(const Simulation::Visit &visit)
{
    const auto &door = visit.door;
    if (visit.writtenAddress == door.address.text)
        return {.where = door.where, .score = 0.97};
    Simulation::Chance chance(qHash(visit.writtenAddress, 0U), QLatin1StringView("search"));
    if (visit.failure == Stop::Failure::WrongAddress)
        return chance.happens(0.7)
            ? GuessedPlace{}
            : GuessedPlace{.where = door.where.atDistanceAndAzimuth(900.0, 200.0), .score = chance.between(0.5, 0.7)};
    const bool isRight = chance.happens(0.9);
    return {.where = isRight ? door.where : door.where.atDistanceAndAzimuth(700.0, 70.0),
            .score = isRight ? chance.between(0.7, 0.95) : chance.between(0.5, 0.82)};
}

} // namespace

ReplayCity fakeReplayCity()
{
    return {.findPath = straightStreets, .findPlace = searched};
}

Simulation::DaySettings replayedDay(int number, int drivers, int stops)
{
    return {.seed = static_cast<quint64>(1000 + number),
            .drivers = drivers,
            .stops = stops,
            .depots = 1,
            .day = QDate(2026, 3, 2).addDays(number),
            .zone = QTimeZone("America/Montevideo"),
            .at = {}};
}

Simulation::DayPlan fakeDay(int number, int drivers, int stops)
{
    FakeCity city;
    auto plan = *QCoro::waitFor(Simulation::planDay(replayedDay(number, drivers, stops), &city));
    Simulation::vary(plan);
    return plan;
}

} // namespace Doorstep::Test
