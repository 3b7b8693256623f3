// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/placessink.h"

#include "backend/region/places/fold.h"
#include "backend/region/places/placetables.h"
#include "backend/region/places/placewriter.h"

#include <algorithm>
#include <array>
#include <osmium/osm/area.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/way.hpp>

namespace Doorstep {

using namespace Qt::StringLiterals;
using namespace Places;

namespace {

constexpr int longestText = 200; // letters of any tag we keep

QString tag(const osmium::TagList &tags, const char *key)
{
    const auto *value = tags.get_value_by_key(key);
    return value ? QString::fromUtf8(value).simplified().left(longestText) : QString();
}

QString otherNames(const osmium::TagList &tags)
{
    QStringList names;
    for (const auto *key : {"alt_name", "old_name", "official_name", "short_name", "loc_name", "int_name", "name:es"}) {
        if (const auto name = tag(tags, key); !name.isEmpty())
            names.append(name);
    }
    return names.join(u';');
}

struct Meaning
{
    Place::Kind kind = Place::Kind::Poi;
    const char *category = nullptr; ///< Null when the object is nothing that one looks for.
};

Meaning meaningOfPlace(QStringView place)
{
    constexpr std::array<QStringView, 4> cities{u"city", u"town", u"village", u"hamlet"};
    constexpr std::array<QStringView, 4> suburbs{u"suburb", u"quarter", u"neighbourhood", u"borough"};
    constexpr std::array<QStringView, 3> tooLarge{u"state", u"country", u"region"};
    if (std::ranges::contains(cities, place))
        return {.kind = Place::Kind::City, .category = "place"};
    if (std::ranges::contains(suburbs, place))
        return {.kind = Place::Kind::Suburb, .category = "place"};
    return {.category = std::ranges::contains(tooLarge, place) ? nullptr : "place"};
}

Meaning meaningOfBoundary(int level)
{
    if (level == 8)
        return {.kind = Place::Kind::City, .category = "boundary"};
    if (level == 9 || level == 10)
        return {.kind = Place::Kind::Suburb, .category = "boundary"};
    return {};
}

/// What kind of place a named object is.
Meaning meaningOf(const osmium::TagList &tags)
{
    if (const auto place = tag(tags, "place"); !place.isEmpty())
        return meaningOfPlace(place);
    if (tag(tags, "boundary") == "administrative"_L1)
        return meaningOfBoundary(tag(tags, "admin_level").toInt());
    for (const auto *key : {"amenity", "shop", "tourism", "leisure", "office", "healthcare", "craft", "historic",
                            "aeroway", "railway", "man_made", "natural", "landuse", "building"}) {
        if (tags.has_key(key))
            return {.category = key};
    }
    return {};
}

PlaceBox boxAround(const Spot &spot)
{
    return {.west = spot.lon, .south = spot.lat, .east = spot.lon, .north = spot.lat};
}

void keepHouse(Gathered &gathered, const osmium::OSMObject &object, qint64 id, bool isWay, const Spot &at)
{
    const auto &tags = object.tags();
    const auto number = tag(tags, "addr:housenumber");
    auto street = tag(tags, "addr:street");
    if (street.isEmpty())
        street = tag(tags, "addr:place");
    if (const auto country = tag(tags, "addr:country").toLower(); country.size() == 2)
        ++gathered.countries[country];
    if (const auto state = tag(tags, "addr:state"); !state.isEmpty())
        ++gathered.states[state];
    if (number.isEmpty() || fold(street).isEmpty())
        return;
    auto suburb = tag(tags, "addr:suburb");
    if (suburb.isEmpty())
        suburb = tag(tags, "addr:neighbourhood");
    gathered.houses.push_back({.street = gathered.streetNames(street),
                               .numbers = number,
                               .at = at,
                               .suburb = gathered.labels(suburb),
                               .city = gathered.labels(tag(tags, "addr:city")),
                               .postcode = gathered.labels(tag(tags, "addr:postcode")),
                               .osmId = id,
                               .isWay = isWay});
}

/// Adds the place that \a object is, if it is one and has a name.
RawPlace *keepPlace(Gathered &gathered, const osmium::OSMObject &object, const Spot &at)
{
    const auto &tags = object.tags();
    const auto name = tag(tags, "name");
    const auto meaning = fold(name).isEmpty() ? Meaning{} : meaningOf(tags);
    if (!meaning.category)
        return nullptr;
    gathered.places.push_back({.kind = meaning.kind,
                               .name = name,
                               .otherNames = otherNames(tags),
                               .category = QString::fromLatin1(meaning.category),
                               .type = tag(tags, meaning.category),
                               .street = tag(tags, "addr:street"),
                               .number = tag(tags, "addr:housenumber"),
                               .at = at,
                               .box = boxAround(at),
                               .outline = {},
                               .osmType = u"node"_s,
                               .osmId = object.id()});
    return &gathered.places.back();
}

} // namespace

Result<> PlacesSink::begin(Sqlite::Database &database)
{
    return database.exec(placeTables);
}

void PlacesSink::node(const osmium::Node &node)
{
    if (node.tags().empty())
        return;
    const Spot at{.lat = node.location().lat(), .lon = node.location().lon()};
    keepHouse(m_gathered, node, node.id(), false, at);
    keepPlace(m_gathered, node, at);
}

void PlacesSink::way(const osmium::Way &way)
{
    const auto type = tag(way.tags(), "highway");
    const auto name = tag(way.tags(), "name");
    if (type.isEmpty() || type == "proposed"_L1 || type == "platform"_L1 || fold(name).isEmpty())
        return;
    RawRoad road{.street = m_gathered.streetNames(name),
                 .otherNames = otherNames(way.tags()),
                 .type = type,
                 .osmId = way.id(),
                 .nodes = {},
                 .line = {}};
    for (const auto &node : way.nodes()) {
        if (!node.location().valid())
            continue;
        road.nodes.push_back(node.ref());
        road.line.push_back({.lat = node.location().lat(), .lon = node.location().lon()});
    }
    if (road.line.size() > 1)
        m_gathered.roads.push_back(std::move(road));
}

void PlacesSink::area(const osmium::Area &area)
{
    if (area.tags().empty() || area.tags().has_key("highway"))
        return;
    const auto box = area.envelope();
    const Spot middle{.lat = (box.bottom_left().lat() + box.top_right().lat()) / 2,
                      .lon = (box.bottom_left().lon() + box.top_right().lon()) / 2};
    keepHouse(m_gathered, area, area.orig_id(), area.from_way(), middle);
    auto *place = keepPlace(m_gathered, area, middle);
    if (!place)
        return;
    place->osmType = area.from_way() ? u"way"_s : u"relation"_s;
    place->osmId = area.orig_id();
    place->box = {.west = box.bottom_left().lon(),
                  .south = box.bottom_left().lat(),
                  .east = box.top_right().lon(),
                  .north = box.top_right().lat()};
    if (place->kind == Place::Kind::Poi)
        return;
    for (const auto &ring : area.outer_rings()) {
        for (const auto &node : ring)
            place->outline.push_back({.lat = node.lat(), .lon = node.lon()});
        break; // the first ring is enough to say in which suburb a door is
    }
}

Result<> PlacesSink::finish(Sqlite::Database &database, const Progress &progress)
{
    return writePlaces(database, std::exchange(m_gathered, {}), progress);
}

} // namespace Doorstep
