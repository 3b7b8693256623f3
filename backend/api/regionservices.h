// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/commands/placefinder.h"
#include "backend/planning/drivetimes.h"
#include "backend/planning/vroomserver.h"
#include "backend/region/roads/roadservice.h"
#include "backend/region/tiles/tileservice.h"
#include "backend/work/worker.h"
#include "models/domain/vehicle.h"

#include <QUrl>

#include <memory>

namespace Doorstep {
class PlaceService;
}

namespace Doorstep::Api {

/// The city: what answers about it, and the threads it computes on (or waits for another server), so that no event loop
/// waits. What nothing answers about is null.
struct RegionServices
{
    std::unique_ptr<RoadService> roads;
    std::unique_ptr<Planning::DriveTimes> drives; ///< Along the same roads.
    std::unique_ptr<Planning::VroomServer> planner; ///< Searches in our place.
    std::shared_ptr<PlaceService> places;
    std::unique_ptr<PlaceFinder> placeFinder; ///< Of the same places.
    std::unique_ptr<TileService> tiles;
    Worker questions{2, 500}; ///< Roads and places.
    Worker drawings{2, 500}; ///< Tiles.
};

/// The roads that a vehicle takes.
[[nodiscard]] constexpr RoadProfile profileOf(Vehicle::Kind kind)
{
    return kind == Vehicle::Kind::Bicycle ? RoadProfile::Bicycle : RoadProfile::Car;
}

/// Who answers about the city.
struct RegionSources
{
    QString file; ///< The compiled region or an extract, which is compiled first; empty: none.
    QUrl roads; ///< An OSRM for cars in place of the region's roads; empty: the region's.
    QUrl bicycleRoads; ///< One for bicycles; each OSRM knows one profile. Beside `roads` only.
    QUrl places; ///< A Nominatim in place of the region's places; empty: the region's.
    QUrl planner; ///< A VROOM in place of our own search; empty: ours.

    [[nodiscard]] bool isEmpty() const { return file.isEmpty() && roads.isEmpty() && places.isEmpty(); }
};

/// Opens what \a sources name and logs who answers. Tiles are kept below \a cacheFolder. Refused and the like, with a
/// sentence for a person; other servers are asked only when somebody asks us.
[[nodiscard]] Result<std::unique_ptr<RegionServices>> openRegionServices(const RegionSources &sources,
                                                                         const QString &cacheFolder);

} // namespace Doorstep::Api
