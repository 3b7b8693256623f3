// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/replay/regioncity.h"

#include "backend/watchhost/roadpath.h"
#include "simulator/planner.h"
#include "simulator/variety.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep::Test {
namespace {

RoadProfile profileOf(Vehicle::Kind vehicle)
{
    return vehicle == Vehicle::Kind::Bicycle ? RoadProfile::Bicycle : RoadProfile::Car;
}

/// As the simulator reads it of the server's answer.
std::optional<Simulation::Door> doorOf(const Result<Place> &place)
{
    if (!place || place->address.street.isEmpty() || place->address.houseNumber.isEmpty())
        return std::nullopt;
    Simulation::Door door{.where = place->at, .address = place->address};
    door.address.houseNumber = place->address.houseNumber.section(u',', 0, 0).section(u';', 0, 0);
    door.address.text = door.address.street + u' ' + door.address.houseNumber;
    for (const auto &part : {door.address.suburb, door.address.city}) {
        if (!part.isEmpty())
            door.address.text += u", "_s + part;
    }
    return door;
}

} // namespace

Result<std::unique_ptr<RegionCity>> RegionCity::open(const QString &path)
{
    auto city = std::make_unique<RegionCity>();
    auto roads = GraphRoads::open(path);
    if (!roads)
        return std::unexpected(roads.error());
    auto places = RegionPlaces::open(path);
    if (!places)
        return std::unexpected(places.error());
    city->m_roads = *std::move(roads);
    city->m_places = *std::move(places);
    return city;
}

QCoro::Task<Result<QList<std::optional<Simulation::Door>>>> RegionCity::doorsNear(QList<QGeoCoordinate> places)
{
    QList<std::optional<Simulation::Door>> doors;
    for (const auto &place : places)
        doors += doorOf(m_places->reverse(place, PlaceDetail::House));
    co_return doors;
}

QCoro::Task<Result<Simulation::Matrix>> RegionCity::table(Vehicle::Kind vehicle, QList<QGeoCoordinate> places)
{
    constexpr double noRoadSeconds = 86'400.0;
    const auto table =
        m_roads->table({.profile = profileOf(vehicle), .sources = places, .destinations = places, .conditions = {}});
    if (!table)
        co_return std::unexpected(table.error());
    Simulation::Matrix matrix{.side = places.size(), .seconds = {}};
    for (const float seconds : table->durationsSeconds)
        matrix.seconds += std::isnan(seconds) ? noRoadSeconds : static_cast<double>(seconds);
    co_return matrix;
}

QCoro::Task<Result<QList<Simulation::TimedPath>>> RegionCity::legs(Vehicle::Kind vehicle, QList<QGeoCoordinate> places)
{
    RouteRequest request;
    request.profile = profileOf(vehicle);
    request.waypoints = std::move(places);
    request.steps = true;
    request.continueStraight = false;
    const auto answer = m_roads->route(request);
    if (!answer)
        co_return std::unexpected(answer.error());
    QList<Simulation::TimedPath> legs;
    for (const auto &leg : answer->routes.first().legs) {
        auto &path = legs.emplaceBack();
        for (const auto &step : leg.steps)
            path.append(step.line, step.durationSeconds);
    }
    co_return legs;
}

ReplayCity RegionCity::forReplay() const
{
    return {.findPath = [this](const Watch::PathWanted &wish) { return findPath(*m_roads, wish); },
            .findPlace =
                [this](const Simulation::Visit &visit) {
                    PlaceQuery query;
                    query.text = visit.writtenAddress;
                    const auto found = m_places->search(query);
                    return found && !found->isEmpty()
                        ? GuessedPlace{.where = found->first().at, .score = found->first().doorScore()}
                        : GuessedPlace{};
                }};
}

Result<ReplayGround> ReplayGround::open(const QString &path)
{
    ReplayGround ground{.region = nullptr, .city = fakeReplayCity()};
    if (path.isEmpty())
        return ground;
    auto region = RegionCity::open(path);
    if (!region)
        return std::unexpected(region.error());
    ground.region = *std::move(region);
    ground.city = ground.region->forReplay();
    return ground;
}

Result<Simulation::DayPlan> ReplayGround::day(int number, int drivers, int stops) const
{
    if (!region)
        return fakeDay(number, drivers, stops);
    auto plan = QCoro::waitFor(Simulation::planDay(replayedDay(number, drivers, stops), region.get()));
    if (plan)
        Simulation::vary(*plan);
    return plan;
}

} // namespace Doorstep::Test
