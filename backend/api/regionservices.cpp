// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/regionservices.h"

#include "backend/http/requestlog.h"
#include "backend/region/import/openregion.h"
#include "backend/region/import/regionimport.h"
#include "backend/region/roads/graphroads.h"
#include "backend/region/tiles/mapniktiles.h"

#ifdef DOORSTEP_REGION_PLACES
#include "backend/api/addressfinder.h"
#include "backend/region/places/regionplaces.h"
#endif

using namespace Qt::StringLiterals;

namespace Doorstep::Api {
namespace {

Result<> openPlaces([[maybe_unused]] RegionServices &services, [[maybe_unused]] const QString &databasePath)
{
#ifdef DOORSTEP_REGION_PLACES
    auto places = RegionPlaces::open(databasePath);
    if (!places)
        return std::unexpected(places.error());
    services.places = std::move(*places);
    services.placeFinder = std::make_unique<AddressFinder>(*services.places, services.questions);
#endif
    return {};
}

} // namespace

Result<std::unique_ptr<RegionServices>> openRegionServices(const QString &file, const QString &cacheFolder)
{
    int told = -1;
    const auto region = openRegion(file, [&told](QStringView what, double fraction) {
        const int tenths = static_cast<int>(fraction * 10.0);
        if (tenths != told) {
            Http::logLine(u"info"_s, u"compiling the region"_s,
                          {{u"what"_s, what.toString()}, {u"percent"_s, tenths * 10}});
        }
        told = tenths;
    });
    if (!region)
        return std::unexpected(region.error());
    auto services = std::make_unique<RegionServices>();
    auto roads = GraphRoads::open(region->databasePath);
    if (!roads)
        return std::unexpected(roads.error());
    services->roads = std::move(*roads);
    auto tiles = MapnikTiles::open({.databasePath = region->databasePath, .cacheFolder = cacheFolder});
    if (!tiles)
        return std::unexpected(tiles.error());
    services->tiles = std::move(*tiles);
    if (auto opened = openPlaces(*services, region->databasePath); !opened)
        return std::unexpected(opened.error());
    return services;
}

} // namespace Doorstep::Api
