// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/regionservices.h"

#include "backend/api/addressfinder.h"
#include "backend/http/requestlog.h"
#include "backend/region/import/openregion.h"
#include "backend/region/import/regionimport.h"
#include "backend/region/places/nominatimplaces.h"
#include "backend/region/places/regionplaces.h"
#include "backend/region/roads/graphroads.h"
#include "backend/region/roads/osrmroads.h"
#include "backend/region/tiles/mapniktiles.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Api {
namespace {

Result<QString> compiledRegion(const QString &file)
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
    return region.transform([](const auto &known) { return known.databasePath; });
}

/// Keeps the house rules of the public server; others are asked as fast as they answer.
NominatimServer nominatimAt(const QUrl &url)
{
    constexpr std::chrono::milliseconds publicInterval{1'000};
    const bool isPublic = url.host() == "openstreetmap.org"_L1 || url.host().endsWith(".openstreetmap.org"_L1);
    return {.url = url, .userAgent = "doorstepd", .interval = isPublic ? publicInterval : std::chrono::milliseconds(0)};
}

Result<> openRoads(RegionServices &services, const RegionSources &sources, const QString &databasePath)
{
    if (!sources.roads.isEmpty()) {
        services.roads =
            std::make_unique<OsrmRoads>(OsrmRoads::Servers{.car = sources.roads, .bicycle = sources.bicycleRoads});
        return {};
    }
    if (databasePath.isEmpty())
        return {};
    auto roads = GraphRoads::open(databasePath);
    if (!roads)
        return std::unexpected(roads.error());
    services.roads = std::move(*roads);
    return {};
}

Result<> openPlaces(RegionServices &services, const RegionSources &sources, const QString &databasePath)
{
    if (!sources.places.isEmpty()) {
        auto places = NominatimPlaces::make(nominatimAt(sources.places));
        if (!places)
            return std::unexpected(places.error());
        services.places = std::move(*places);
    } else if (!databasePath.isEmpty()) {
        auto places = RegionPlaces::open(databasePath);
        if (!places)
            return std::unexpected(places.error());
        services.places = std::move(*places);
    }
    if (services.places)
        services.placeFinder = std::make_unique<AddressFinder>(*services.places, services.questions);
    return {};
}

Result<> openTiles(RegionServices &services, const QString &databasePath, const QString &cacheFolder)
{
    if (databasePath.isEmpty())
        return {};
    auto tiles = MapnikTiles::open({.databasePath = databasePath, .cacheFolder = cacheFolder});
    if (!tiles)
        return std::unexpected(tiles.error());
    services.tiles = std::move(*tiles);
    return {};
}

/// Without what may be secret in it.
QString shown(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
}

void logSources(const RegionSources &sources)
{
    const QString own = sources.file.isEmpty() ? u"none"_s : u"region"_s;
    QJsonObject line{{u"roads"_s, sources.roads.isEmpty() ? own : shown(sources.roads)},
                     {u"places"_s, sources.places.isEmpty() ? own : shown(sources.places)},
                     {u"tiles"_s, own}};
    if (!sources.roads.isEmpty())
        line[u"bicycle_roads"_s] = sources.bicycleRoads.isEmpty() ? u"none"_s : shown(sources.bicycleRoads);
    if (!sources.planner.isEmpty())
        line[u"planner"_s] = shown(sources.planner);
    Http::logLine(u"info"_s, u"city"_s, line);
}

} // namespace

Result<std::unique_ptr<RegionServices>> openRegionServices(const RegionSources &sources, const QString &cacheFolder)
{
    QString databasePath;
    if (!sources.file.isEmpty()) {
        auto compiled = compiledRegion(sources.file);
        if (!compiled)
            return std::unexpected(compiled.error());
        databasePath = std::move(*compiled);
    }
    auto services = std::make_unique<RegionServices>();
    if (auto opened = openRoads(*services, sources, databasePath); !opened)
        return std::unexpected(opened.error());
    if (services->roads)
        services->drives = std::make_unique<Planning::DriveTimes>(*services->roads);
    if (!sources.planner.isEmpty())
        services->planner = std::make_unique<Planning::VroomServer>(sources.planner);
    if (auto opened = openPlaces(*services, sources, databasePath); !opened)
        return std::unexpected(opened.error());
    if (auto opened = openTiles(*services, databasePath, cacheFolder); !opened)
        return std::unexpected(opened.error());
    logSources(sources);
    return services;
}

} // namespace Doorstep::Api
