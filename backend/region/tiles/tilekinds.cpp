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
    {"natural", "water", {"water", 60, 9}},
    {"waterway", "riverbank", {"water", 60, 9}},
    {"waterway", "dock", {"water", 60, 9}},
    {"landuse", "reservoir", {"water", 60, 9}},
    {"landuse", "basin", {"water", 60, 12}},
    {"leisure", "swimming_pool", {"water", 60, 16}},
    {"amenity", "fountain", {"water", 60, 17}},
    {"natural", "sand", {"sand", 50, 9}},
    {"natural", "beach", {"sand", 50, 9}},
    {"golf", "bunker", {"sand", 50, 14}},
    {"man_made", "pier", {"pier", 70, 12}},
    {"man_made", "breakwater", {"pier", 70, 12}},
    {"man_made", "groyne", {"pier", 70, 12}},
    {"leisure", "pitch", {"pitch", 45, 14}},
    {"leisure", "track", {"pitch", 45, 14}},
    {"landuse", "forest", {"wood", 40, 9}},
    {"natural", "wood", {"wood", 40, 9}},
    {"leisure", "park", {"park", 30, 9}},
    {"leisure", "garden", {"park", 30, 12}},
    {"leisure", "golf_course", {"park", 30, 9}},
    {"leisure", "nature_reserve", {"park", 25, 9}},
    {"leisure", "recreation_ground", {"park", 30, 10}},
    {"leisure", "common", {"park", 30, 10}},
    {"leisure", "dog_park", {"park", 30, 14}},
    {"leisure", "playground", {"park", 30, 15}},
    {"landuse", "recreation_ground", {"park", 30, 10}},
    {"landuse", "village_green", {"park", 30, 10}},
    {"landuse", "cemetery", {"park", 30, 10}},
    {"amenity", "grave_yard", {"park", 30, 12}},
    {"landuse", "grass", {"park", 30, 13}},
    {"landuse", "meadow", {"park", 30, 11}},
    {"landuse", "orchard", {"park", 30, 11}},
    {"landuse", "vineyard", {"park", 30, 11}},
    {"landuse", "plant_nursery", {"park", 30, 12}},
    {"landuse", "allotments", {"park", 30, 12}},
    {"natural", "scrub", {"park", 30, 11}},
    {"natural", "heath", {"park", 30, 11}},
    {"natural", "grassland", {"park", 30, 11}},
    {"natural", "wetland", {"park", 30, 10}},
    {"highway", "pedestrian", {"plaza", 46, 13}},
    {"place", "square", {"plaza", 35, 13}},
    {"aeroway", "apron", {"apron", 22, 12}},
    {"aeroway", "aerodrome", {"industry", 10, 10}},
    {"landuse", "industrial", {"industry", 10, 11}},
    {"landuse", "port", {"industry", 10, 11}},
    {"landuse", "railway", {"industry", 11, 12}},
    {"landuse", "military", {"industry", 10, 12}},
    {"landuse", "commercial", {"industry", 10, 13}},
    {"landuse", "retail", {"industry", 10, 13}},
    {"amenity", "hospital", {"campus", 20, 12}},
    {"amenity", "university", {"campus", 20, 12}},
    {"amenity", "college", {"campus", 20, 13}},
    {"amenity", "school", {"campus", 20, 13}},
    {"amenity", "kindergarten", {"campus", 20, 14}},
    {"leisure", "sports_centre", {"campus", 20, 13}},
    {"leisure", "stadium", {"campus", 20, 12}},
    {"amenity", "parking", {"parking", 21, 15}},
};

constexpr Rule roadRules[] = {
    {"highway", "motorway", {"trunk", 80, 9}},
    {"highway", "motorway_link", {"trunk", 75, 11}},
    {"highway", "trunk", {"trunk", 80, 9}},
    {"highway", "trunk_link", {"trunk", 75, 11}},
    {"highway", "primary", {"primary", 70, 9}},
    {"highway", "primary_link", {"primary", 65, 12}},
    {"highway", "secondary", {"secondary", 60, 10}},
    {"highway", "secondary_link", {"secondary", 55, 13}},
    {"highway", "tertiary", {"tertiary", 50, 12}},
    {"highway", "tertiary_link", {"tertiary", 45, 13}},
    {"highway", "residential", {"minor", 40, 12}},
    {"highway", "unclassified", {"minor", 40, 12}},
    {"highway", "road", {"minor", 40, 12}},
    {"highway", "living_street", {"minor", 38, 13}},
    {"highway", "pedestrian", {"pedestrian", 30, 14}},
    {"highway", "service", {"service", 20, 14}},
    {"highway", "track", {"path", 15, 15}},
    {"highway", "cycleway", {"path", 15, 15}},
    {"highway", "footway", {"path", 10, 16}},
    {"highway", "path", {"path", 10, 16}},
    {"highway", "bridleway", {"path", 10, 16}},
    {"highway", "steps", {"path", 10, 16}},
};

constexpr Rule lineRules[] = {
    {"waterway", "river", {"river", 10, 11}},     {"waterway", "canal", {"canal", 10, 12}},
    {"waterway", "stream", {"stream", 10, 13}},   {"waterway", "drain", {"ditch", 10, 15}},
    {"waterway", "ditch", {"ditch", 10, 15}},     {"man_made", "pier", {"pier", 20, 13}},
    {"man_made", "breakwater", {"pier", 20, 13}}, {"man_made", "groyne", {"pier", 20, 14}},
    {"aeroway", "runway", {"runway", 30, 11}},    {"aeroway", "taxiway", {"taxiway", 25, 13}},
    {"railway", "rail", {"rail", 40, 11}},        {"railway", "light_rail", {"rail", 40, 12}},
    {"railway", "subway", {"rail", 40, 13}},      {"railway", "narrow_gauge", {"rail", 40, 13}},
    {"railway", "tram", {"rail", 40, 14}},
};

constexpr Rule labelRules[] = {
    {"place", "city", {"city", 0, 9}},
    {"place", "town", {"town", 1, 10}},
    {"place", "village", {"town", 2, 11}},
    {"place", "suburb", {"suburb", 3, 11}},
    {"place", "quarter", {"suburb", 4, 13}},
    {"place", "neighbourhood", {"suburb", 5, 14}},
    {"place", "hamlet", {"suburb", 5, 13}},
    {"place", "island", {"suburb", 5, 12}},
    {"leisure", "park", {"park", 10, 13}},
    {"leisure", "golf_course", {"park", 10, 13}},
    {"leisure", "nature_reserve", {"park", 10, 12}},
    {"landuse", "cemetery", {"park", 11, 14}},
    {"natural", "beach", {"beach", 11, 14}},
    {"natural", "water", {"water", 10, 13}},
    {"leisure", "garden", {"park", 12, 16}},
    {"leisure", "stadium", {"poi", 12, 15}},
    {"place", "square", {"park", 12, 15}},
    {"aeroway", "aerodrome", {"poi", 7, 12}},
    {"amenity", "hospital", {"poi", 8, 15}},
    {"railway", "station", {"poi", 9, 14}},
    {"amenity", "bus_station", {"poi", 9, 15}},
    {"amenity", "university", {"poi", 13, 16}},
    {"amenity", "school", {"poi", 14, 17}},
    {"amenity", "college", {"poi", 14, 17}},
    {"shop", "mall", {"poi", 12, 15}},
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
