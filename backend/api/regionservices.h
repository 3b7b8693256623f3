// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/commands/placefinder.h"
#include "backend/region/roads/roadservice.h"
#include "backend/region/tiles/tileservice.h"
#include "backend/work/worker.h"

#include <memory>

namespace Doorstep {
class PlaceService;
}

namespace Doorstep::Api {

/// The city: what answers about it, and the threads it computes on, so that no event loop waits.
struct RegionServices
{
    std::unique_ptr<RoadService> roads;
    std::shared_ptr<PlaceService> places;
    std::unique_ptr<PlaceFinder> placeFinder; ///< Of the same places.
    std::unique_ptr<TileService> tiles;
    Worker questions{2, 500}; ///< Roads and places.
    Worker drawings{2, 500}; ///< Tiles.
};

/// Opens the compiled region or extract \a file; an extract is compiled first. Tiles are kept below \a cacheFolder.
/// Refused and the like, with a sentence for a person.
[[nodiscard]] Result<std::unique_ptr<RegionServices>> openRegionServices(const QString &file,
                                                                         const QString &cacheFolder);

} // namespace Doorstep::Api
