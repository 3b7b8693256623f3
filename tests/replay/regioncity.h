// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/places/regionplaces.h"
#include "backend/region/roads/graphroads.h"
#include "simulator/city.h"
#include "tests/replay/replaycity.h"

#include <memory>

namespace Doorstep::Test {

/// A compiled region, asked in process: where a simulated day is planned, and what the replayed backend knows. Every
/// task is done when it is returned.
class RegionCity : public Simulation::City
{
public:
    /// Fails as GraphRoads::open and RegionPlaces::open do.
    [[nodiscard]] static Result<std::unique_ptr<RegionCity>> open(const QString &path);

    QCoro::Task<Result<QList<std::optional<Simulation::Door>>>> doorsNear(QList<QGeoCoordinate> places) override;
    QCoro::Task<Result<Simulation::Matrix>> table(Vehicle::Kind vehicle, QList<QGeoCoordinate> places) override;
    QCoro::Task<Result<QList<Simulation::TimedPath>>> legs(Vehicle::Kind vehicle,
                                                           QList<QGeoCoordinate> places) override;

    /// Valid as long as this.
    [[nodiscard]] ReplayCity forReplay() const;

private:
    std::unique_ptr<GraphRoads> m_roads;
    std::unique_ptr<RegionPlaces> m_places;
};

/// What the replays run in: a compiled region, or, when \a path is empty, the city of straight streets.
struct ReplayGround
{
    std::unique_ptr<RegionCity> region;
    ReplayCity city;

    [[nodiscard]] static Result<ReplayGround> open(const QString &path);
    /// Day number \a number there, varied as days are.
    [[nodiscard]] Result<Simulation::DayPlan> day(int number, int drivers = 40, int stops = 600) const;
};

} // namespace Doorstep::Test
