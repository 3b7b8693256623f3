// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/roadservice.h"

#include <memory>

namespace Doorstep {

class ProfileRoads;

/// The roads of a compiled region, in memory.
class GraphRoads : public RoadService
{
public:
    /// Loads the graphs from the compiled region at \a databasePath. Fails as readRegion() does, and with Malformed
    /// when the graph is damaged.
    [[nodiscard]] static Result<std::unique_ptr<GraphRoads>> open(const QString &databasePath);
    ~GraphRoads() override;

    [[nodiscard]] Result<RouteAnswer> route(const RouteRequest &request) const override;
    [[nodiscard]] Result<RoadTable> table(const TableRequest &request) const override;
    [[nodiscard]] Result<QList<NearestRoad>> nearest(RoadProfile profile, const QGeoCoordinate &place,
                                                     int count) const override;
    [[nodiscard]] Result<std::vector<RoadId>> roadsIn(RoadProfile profile, const AreaShape &area) const override;

private:
    GraphRoads();
    [[nodiscard]] const ProfileRoads &of(RoadProfile profile) const;

    std::array<std::unique_ptr<ProfileRoads>, 2> m_profiles; ///< By RoadProfile.
};

} // namespace Doorstep
