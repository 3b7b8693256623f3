// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/graphroads.h"

#include "backend/region/import/regionimport.h"
#include "backend/region/roads/profileroads.h"

namespace Doorstep {

GraphRoads::GraphRoads() = default;
GraphRoads::~GraphRoads() = default;

Result<std::unique_ptr<GraphRoads>> GraphRoads::open(const QString &databasePath)
{
    if (const auto region = readRegion(databasePath); !region)
        return std::unexpected(region.error());
    auto database = Sqlite::Database::open(databasePath, Sqlite::Database::Mode::Read);
    if (!database)
        return std::unexpected(database.error());
    std::unique_ptr<GraphRoads> roads(new GraphRoads);
    for (const auto profile : {RoadProfile::Car, RoadProfile::Bicycle}) {
        auto graph = readGraph(*database, profile);
        if (!graph)
            return std::unexpected(std::move(graph.error()));
        roads->m_profiles[static_cast<std::size_t>(profile)] =
            std::make_unique<ProfileRoads>(profile, std::move(*graph));
    }
    return roads;
}

const ProfileRoads &GraphRoads::of(RoadProfile profile) const
{
    return *m_profiles[static_cast<std::size_t>(profile)];
}

Result<RouteAnswer> GraphRoads::route(const RouteRequest &request) const
{
    return of(request.profile).route(request);
}

Result<RoadTable> GraphRoads::table(const TableRequest &request) const
{
    return of(request.profile).table(request);
}

Result<QList<NearestRoad>> GraphRoads::nearest(RoadProfile profile, const QGeoCoordinate &place, int count) const
{
    return of(profile).nearest(place, count);
}

Result<std::vector<RoadId>> GraphRoads::roadsIn(RoadProfile profile, const AreaShape &area) const
{
    return of(profile).roadsIn(area);
}

} // namespace Doorstep
