// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/tiles/tilekinds.h"

#include <osmium/osm/tag.hpp>
#include <span>
#include <string_view>

namespace Doorstep {

namespace {

struct Rule
{
    const char *key;
    std::string_view value;
    TileKind kind;
};

// In each list the first rule that fits says what a thing is.
constexpr Rule groundRules[] = {
    {.key = "natural", .value = "water", .kind = {.name = "water", .rank = 60, .minZoom = 9}},
    {.key = "waterway", .value = "riverbank", .kind = {.name = "water", .rank = 60, .minZoom = 9}},
    {.key = "waterway", .value = "dock", .kind = {.name = "water", .rank = 60, .minZoom = 9}},
    {.key = "landuse", .value = "reservoir", .kind = {.name = "water", .rank = 60, .minZoom = 9}},
    {.key = "landuse", .value = "basin", .kind = {.name = "water", .rank = 60, .minZoom = 12}},
    {.key = "leisure", .value = "swimming_pool", .kind = {.name = "water", .rank = 60, .minZoom = 16}},
    {.key = "amenity", .value = "fountain", .kind = {.name = "water", .rank = 60, .minZoom = 17}},
    {.key = "natural", .value = "sand", .kind = {.name = "sand", .rank = 50, .minZoom = 9}},
    {.key = "natural", .value = "beach", .kind = {.name = "sand", .rank = 50, .minZoom = 9}},
    {.key = "golf", .value = "bunker", .kind = {.name = "sand", .rank = 50, .minZoom = 14}},
    {.key = "man_made", .value = "pier", .kind = {.name = "pier", .rank = 70, .minZoom = 12}},
    {.key = "man_made", .value = "breakwater", .kind = {.name = "pier", .rank = 70, .minZoom = 12}},
    {.key = "man_made", .value = "groyne", .kind = {.name = "pier", .rank = 70, .minZoom = 12}},
    {.key = "leisure", .value = "pitch", .kind = {.name = "pitch", .rank = 45, .minZoom = 14}},
    {.key = "leisure", .value = "track", .kind = {.name = "pitch", .rank = 45, .minZoom = 14}},
    {.key = "landuse", .value = "forest", .kind = {.name = "wood", .rank = 40, .minZoom = 9}},
    {.key = "natural", .value = "wood", .kind = {.name = "wood", .rank = 40, .minZoom = 9}},
    {.key = "leisure", .value = "park", .kind = {.name = "park", .rank = 30, .minZoom = 9}},
    {.key = "leisure", .value = "garden", .kind = {.name = "park", .rank = 30, .minZoom = 12}},
    {.key = "leisure", .value = "golf_course", .kind = {.name = "park", .rank = 30, .minZoom = 9}},
    {.key = "leisure", .value = "nature_reserve", .kind = {.name = "park", .rank = 25, .minZoom = 9}},
    {.key = "leisure", .value = "recreation_ground", .kind = {.name = "park", .rank = 30, .minZoom = 10}},
    {.key = "leisure", .value = "common", .kind = {.name = "park", .rank = 30, .minZoom = 10}},
    {.key = "leisure", .value = "dog_park", .kind = {.name = "park", .rank = 30, .minZoom = 14}},
    {.key = "leisure", .value = "playground", .kind = {.name = "park", .rank = 30, .minZoom = 15}},
    {.key = "landuse", .value = "recreation_ground", .kind = {.name = "park", .rank = 30, .minZoom = 10}},
    {.key = "landuse", .value = "village_green", .kind = {.name = "park", .rank = 30, .minZoom = 10}},
    {.key = "landuse", .value = "cemetery", .kind = {.name = "park", .rank = 30, .minZoom = 10}},
    {.key = "amenity", .value = "grave_yard", .kind = {.name = "park", .rank = 30, .minZoom = 12}},
    {.key = "landuse", .value = "grass", .kind = {.name = "park", .rank = 30, .minZoom = 13}},
    {.key = "landuse", .value = "meadow", .kind = {.name = "park", .rank = 30, .minZoom = 11}},
    {.key = "landuse", .value = "orchard", .kind = {.name = "park", .rank = 30, .minZoom = 11}},
    {.key = "landuse", .value = "vineyard", .kind = {.name = "park", .rank = 30, .minZoom = 11}},
    {.key = "landuse", .value = "plant_nursery", .kind = {.name = "park", .rank = 30, .minZoom = 12}},
    {.key = "landuse", .value = "allotments", .kind = {.name = "park", .rank = 30, .minZoom = 12}},
    {.key = "natural", .value = "scrub", .kind = {.name = "park", .rank = 30, .minZoom = 11}},
    {.key = "natural", .value = "heath", .kind = {.name = "park", .rank = 30, .minZoom = 11}},
    {.key = "natural", .value = "grassland", .kind = {.name = "park", .rank = 30, .minZoom = 11}},
    {.key = "natural", .value = "wetland", .kind = {.name = "park", .rank = 30, .minZoom = 10}},
    {.key = "highway", .value = "pedestrian", .kind = {.name = "plaza", .rank = 46, .minZoom = 13}},
    {.key = "place", .value = "square", .kind = {.name = "plaza", .rank = 35, .minZoom = 13}},
    {.key = "aeroway", .value = "apron", .kind = {.name = "apron", .rank = 22, .minZoom = 12}},
    {.key = "aeroway", .value = "aerodrome", .kind = {.name = "industry", .rank = 10, .minZoom = 10}},
    {.key = "landuse", .value = "industrial", .kind = {.name = "industry", .rank = 10, .minZoom = 11}},
    {.key = "landuse", .value = "port", .kind = {.name = "industry", .rank = 10, .minZoom = 11}},
    {.key = "landuse", .value = "railway", .kind = {.name = "industry", .rank = 11, .minZoom = 12}},
    {.key = "landuse", .value = "military", .kind = {.name = "industry", .rank = 10, .minZoom = 12}},
    {.key = "landuse", .value = "commercial", .kind = {.name = "industry", .rank = 10, .minZoom = 13}},
    {.key = "landuse", .value = "retail", .kind = {.name = "industry", .rank = 10, .minZoom = 13}},
    {.key = "amenity", .value = "hospital", .kind = {.name = "campus", .rank = 20, .minZoom = 12}},
    {.key = "amenity", .value = "university", .kind = {.name = "campus", .rank = 20, .minZoom = 12}},
    {.key = "amenity", .value = "college", .kind = {.name = "campus", .rank = 20, .minZoom = 13}},
    {.key = "amenity", .value = "school", .kind = {.name = "campus", .rank = 20, .minZoom = 13}},
    {.key = "amenity", .value = "kindergarten", .kind = {.name = "campus", .rank = 20, .minZoom = 14}},
    {.key = "leisure", .value = "sports_centre", .kind = {.name = "campus", .rank = 20, .minZoom = 13}},
    {.key = "leisure", .value = "stadium", .kind = {.name = "campus", .rank = 20, .minZoom = 12}},
    {.key = "amenity", .value = "parking", .kind = {.name = "parking", .rank = 21, .minZoom = 15}},
};

constexpr Rule roadRules[] = {
    {.key = "highway", .value = "motorway", .kind = {.name = "trunk", .rank = 80, .minZoom = 9}},
    {.key = "highway", .value = "motorway_link", .kind = {.name = "trunk", .rank = 75, .minZoom = 11}},
    {.key = "highway", .value = "trunk", .kind = {.name = "trunk", .rank = 80, .minZoom = 9}},
    {.key = "highway", .value = "trunk_link", .kind = {.name = "trunk", .rank = 75, .minZoom = 11}},
    {.key = "highway", .value = "primary", .kind = {.name = "primary", .rank = 70, .minZoom = 9}},
    {.key = "highway", .value = "primary_link", .kind = {.name = "primary", .rank = 65, .minZoom = 12}},
    {.key = "highway", .value = "secondary", .kind = {.name = "secondary", .rank = 60, .minZoom = 10}},
    {.key = "highway", .value = "secondary_link", .kind = {.name = "secondary", .rank = 55, .minZoom = 13}},
    {.key = "highway", .value = "tertiary", .kind = {.name = "tertiary", .rank = 50, .minZoom = 12}},
    {.key = "highway", .value = "tertiary_link", .kind = {.name = "tertiary", .rank = 45, .minZoom = 13}},
    {.key = "highway", .value = "residential", .kind = {.name = "minor", .rank = 40, .minZoom = 12}},
    {.key = "highway", .value = "unclassified", .kind = {.name = "minor", .rank = 40, .minZoom = 12}},
    {.key = "highway", .value = "road", .kind = {.name = "minor", .rank = 40, .minZoom = 12}},
    {.key = "highway", .value = "living_street", .kind = {.name = "minor", .rank = 38, .minZoom = 13}},
    {.key = "highway", .value = "pedestrian", .kind = {.name = "pedestrian", .rank = 30, .minZoom = 14}},
    {.key = "highway", .value = "service", .kind = {.name = "service", .rank = 20, .minZoom = 14}},
    {.key = "highway", .value = "track", .kind = {.name = "path", .rank = 15, .minZoom = 15}},
    {.key = "highway", .value = "cycleway", .kind = {.name = "path", .rank = 15, .minZoom = 15}},
    {.key = "highway", .value = "footway", .kind = {.name = "path", .rank = 10, .minZoom = 16}},
    {.key = "highway", .value = "path", .kind = {.name = "path", .rank = 10, .minZoom = 16}},
    {.key = "highway", .value = "bridleway", .kind = {.name = "path", .rank = 10, .minZoom = 16}},
    {.key = "highway", .value = "steps", .kind = {.name = "path", .rank = 10, .minZoom = 16}},
};

constexpr Rule lineRules[] = {
    {.key = "waterway", .value = "river", .kind = {.name = "river", .rank = 10, .minZoom = 11}},
    {.key = "waterway", .value = "canal", .kind = {.name = "canal", .rank = 10, .minZoom = 12}},
    {.key = "waterway", .value = "stream", .kind = {.name = "stream", .rank = 10, .minZoom = 13}},
    {.key = "waterway", .value = "drain", .kind = {.name = "ditch", .rank = 10, .minZoom = 15}},
    {.key = "waterway", .value = "ditch", .kind = {.name = "ditch", .rank = 10, .minZoom = 15}},
    {.key = "man_made", .value = "pier", .kind = {.name = "pier", .rank = 20, .minZoom = 13}},
    {.key = "man_made", .value = "breakwater", .kind = {.name = "pier", .rank = 20, .minZoom = 13}},
    {.key = "man_made", .value = "groyne", .kind = {.name = "pier", .rank = 20, .minZoom = 14}},
    {.key = "aeroway", .value = "runway", .kind = {.name = "runway", .rank = 30, .minZoom = 11}},
    {.key = "aeroway", .value = "taxiway", .kind = {.name = "taxiway", .rank = 25, .minZoom = 13}},
    {.key = "railway", .value = "rail", .kind = {.name = "rail", .rank = 40, .minZoom = 11}},
    {.key = "railway", .value = "light_rail", .kind = {.name = "rail", .rank = 40, .minZoom = 12}},
    {.key = "railway", .value = "subway", .kind = {.name = "rail", .rank = 40, .minZoom = 13}},
    {.key = "railway", .value = "narrow_gauge", .kind = {.name = "rail", .rank = 40, .minZoom = 13}},
    {.key = "railway", .value = "tram", .kind = {.name = "rail", .rank = 40, .minZoom = 14}},
};

constexpr Rule labelRules[] = {
    {.key = "place", .value = "city", .kind = {.name = "city", .rank = 0, .minZoom = 9}},
    {.key = "place", .value = "town", .kind = {.name = "town", .rank = 1, .minZoom = 10}},
    {.key = "place", .value = "village", .kind = {.name = "town", .rank = 2, .minZoom = 11}},
    {.key = "place", .value = "suburb", .kind = {.name = "suburb", .rank = 3, .minZoom = 11}},
    {.key = "place", .value = "quarter", .kind = {.name = "suburb", .rank = 4, .minZoom = 13}},
    {.key = "place", .value = "neighbourhood", .kind = {.name = "suburb", .rank = 5, .minZoom = 14}},
    {.key = "place", .value = "hamlet", .kind = {.name = "suburb", .rank = 5, .minZoom = 13}},
    {.key = "place", .value = "island", .kind = {.name = "suburb", .rank = 5, .minZoom = 12}},
    {.key = "leisure", .value = "park", .kind = {.name = "park", .rank = 10, .minZoom = 13}},
    {.key = "leisure", .value = "golf_course", .kind = {.name = "park", .rank = 10, .minZoom = 13}},
    {.key = "leisure", .value = "nature_reserve", .kind = {.name = "park", .rank = 10, .minZoom = 12}},
    {.key = "landuse", .value = "cemetery", .kind = {.name = "park", .rank = 11, .minZoom = 14}},
    {.key = "natural", .value = "beach", .kind = {.name = "beach", .rank = 11, .minZoom = 14}},
    {.key = "natural", .value = "water", .kind = {.name = "water", .rank = 10, .minZoom = 13}},
    {.key = "leisure", .value = "garden", .kind = {.name = "park", .rank = 12, .minZoom = 16}},
    {.key = "leisure", .value = "stadium", .kind = {.name = "poi", .rank = 12, .minZoom = 15}},
    {.key = "place", .value = "square", .kind = {.name = "park", .rank = 12, .minZoom = 15}},
    {.key = "aeroway", .value = "aerodrome", .kind = {.name = "poi", .rank = 7, .minZoom = 12}},
    {.key = "amenity", .value = "hospital", .kind = {.name = "poi", .rank = 8, .minZoom = 15}},
    {.key = "railway", .value = "station", .kind = {.name = "poi", .rank = 9, .minZoom = 14}},
    {.key = "amenity", .value = "bus_station", .kind = {.name = "poi", .rank = 9, .minZoom = 15}},
    {.key = "amenity", .value = "university", .kind = {.name = "poi", .rank = 13, .minZoom = 16}},
    {.key = "amenity", .value = "school", .kind = {.name = "poi", .rank = 14, .minZoom = 17}},
    {.key = "amenity", .value = "college", .kind = {.name = "poi", .rank = 14, .minZoom = 17}},
    {.key = "shop", .value = "mall", .kind = {.name = "poi", .rank = 12, .minZoom = 15}},
};

std::optional<TileKind> firstMatch(std::span<const Rule> rules, const osmium::TagList &tags)
{
    for (const auto &rule : rules) {
        const char *value = tags.get_value_by_key(rule.key);
        if (value && rule.value == value)
            return rule.kind;
    }
    return {};
}

} // namespace

std::optional<TileKind> groundKind(const osmium::TagList &tags)
{
    if (tags.has_tag("location", "underground"))
        return {};
    return firstMatch(groundRules, tags);
}

bool isBuilding(const osmium::TagList &tags)
{
    const char *building = tags.get_value_by_key("building");
    return building && std::string_view(building) != "no" && !tags.has_tag("location", "underground");
}

std::optional<TileKind> roadKind(const osmium::TagList &tags)
{
    auto kind = firstMatch(roadRules, tags);
    // A parking aisle or a driveway is of use only to one who is nearly there.
    if (kind && tags.has_tag("highway", "service") && tags.has_key("service"))
        kind->minZoom = 16;
    return kind;
}

std::optional<TileKind> lineKind(const osmium::TagList &tags)
{
    if (tags.has_tag("tunnel", "yes") || tags.has_tag("tunnel", "culvert"))
        return {};
    auto kind = firstMatch(lineRules, tags);
    if (kind && tags.has_tag("railway", "rail") && tags.has_key("service"))
        kind->minZoom = 14;
    return kind;
}

std::optional<TileKind> labelKind(const osmium::TagList &tags)
{
    if (!tags.has_key("name"))
        return {};
    return firstMatch(labelRules, tags);
}

} // namespace Doorstep
