// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/tiles/tilesink.h"

#include "backend/region/tiles/coast.h"
#include "backend/region/tiles/labelroom.h"
#include "backend/region/tiles/streetchains.h"
#include "backend/region/tiles/tilekinds.h"
#include "backend/region/tiles/tiletable.h"

#include <cmath>
#include <compare>
#include <map>
#include <optional>
#include <osmium/osm/area.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/way.hpp>
#include <string_view>
#include <tuple>

namespace Doorstep {

using namespace Qt::StringLiterals;

namespace {

/// How large a pixel is at \a zoom, in grid units.
double pixelAt(int zoom)
{
    return std::ldexp(1.0, 24 - zoom);
}

Shape::Part partOf(const osmium::NodeRefList &nodes)
{
    Shape::Part part;
    part.reserve(nodes.size());
    for (const auto &node : nodes) {
        if (node.location().valid())
            part.push_back(GridPoint::fromDegrees(node.lon(), node.lat()));
    }
    return part;
}

Shape shapeOf(const osmium::Way &way)
{
    Shape shape{.type = Shape::Type::Line, .parts = {}};
    if (auto part = partOf(way.nodes()); part.size() > 1)
        shape.parts.push_back(std::move(part));
    return shape;
}

Shape shapeOf(const osmium::Area &area)
{
    Shape shape{.type = Shape::Type::Area, .parts = {}};
    for (const auto &outer : area.outer_rings()) {
        shape.parts.push_back(partOf(outer));
        for (const auto &inner : area.inner_rings(outer))
            shape.parts.push_back(partOf(inner));
    }
    std::erase_if(shape.parts, [](const Shape::Part &ring) { return ring.size() < 4; });
    return shape;
}

/// "2619,2621,2623" as "2619–2623", which is what fits between two doors.
std::string shortNumber(const std::string &number)
{
    const auto first = number.find_first_of(",;");
    if (first == std::string::npos)
        return number;
    return number.substr(0, first) + "–" + number.substr(number.find_last_of(",;") + 1);
}

std::string tag(const osmium::TagList &tags, const char *key)
{
    const char *value = tags.get_value_by_key(key);
    return value ? value : "";
}

int roadFlags(const osmium::TagList &tags)
{
    const auto is = [&tags](const char *key) {
        const auto value = tag(tags, key);
        return !value.empty() && value != "no";
    };
    const bool oneway = is("oneway") && tag(tags, "oneway") != "-1";
    return (tag(tags, "highway").ends_with("_link") ? TileRow::Link : 0) | (is("bridge") ? TileRow::Bridge : 0)
        | (is("tunnel") ? TileRow::Tunnel : 0) | (oneway ? TileRow::Oneway : 0);
}

/// The smallest zoom of \a from on at which \a area covers at least \a pixels.
int firstZoom(double area, double pixels, int from)
{
    int zoom = from;
    while (zoom <= maxTileZoom && area < pixels * pixelAt(zoom) * pixelAt(zoom))
        ++zoom;
    return zoom;
}

/// Roads that look the same.
struct RoadLook
{
    int rank = 0;
    int flags = 0;
    int minZoom = 0;
    std::string kind;

    auto operator<=>(const RoadLook &) const = default;
};

/// What the sink writes to. Made in begin, when there is a database.
struct Tables
{
    TileTable ground, line, building, road, street, label, number;
};

int lastZoomOf(std::string_view kind, bool isPlace)
{
    if (kind == "city")
        return 11;
    return isPlace ? 17 : maxTileZoom;
}

int firstZoomOfStreet(int importance)
{
    if (importance >= 60)
        return 12;
    if (importance >= 45)
        return 13;
    return importance >= 38 ? 14 : 16;
}

void fitName(TileRow &street)
{
    // A name of n letters takes some 5 n pixels; where the street is shorter, asking again at each tile is in vain.
    const double length = street.shape.length();
    while (street.minZoom < maxTileZoom && length < 6 * double(street.name.size()) * pixelAt(street.minZoom))
        ++street.minZoom;
    // Longer streets first, so that the short ones do not take their room.
    street.rank = (street.rank << 40) - static_cast<qint64>(std::min(length, 0x1p38));
}

class TileSink : public RegionSink
{
public:
    Result<> begin(Sqlite::Database &database) override
    {
        std::vector<TileTable> made;
        for (const auto *name :
             {"tile_ground", "tile_line", "tile_building", "tile_road", "tile_street", "tile_label", "tile_number"}) {
            auto table = TileTable::create(database, name);
            if (!table)
                return std::unexpected(std::move(table.error()));
            made.push_back(std::move(*table));
        }
        m_tables.emplace(std::move(made[0]), std::move(made[1]), std::move(made[2]), std::move(made[3]),
                         std::move(made[4]), std::move(made[5]), std::move(made[6]));
        return {};
    }

    void node(const osmium::Node &node) override
    {
        const auto at = GridPoint::fromDegrees(node.location().lon(), node.location().lat());
        m_frame.add(at);
        addPointLabels(node.tags(), at, INFINITY);
    }

    void way(const osmium::Way &way) override
    {
        if (way.tags().has_tag("natural", "coastline"))
            m_coast.push_back(partOf(way.nodes()));
        const auto road = roadKind(way.tags());
        const auto line = road ? std::nullopt : lineKind(way.tags());
        if ((!road && !line) || way.tags().has_tag("area", "yes"))
            return;
        auto shape = shapeOf(way);
        if (shape.parts.empty())
            return;
        if (road) {
            if (const auto name = tag(way.tags(), "name"); !name.empty())
                m_streets[{-road->rank, road->name, name}].push_back(shape.parts.front());
            m_roads[{.rank = road->rank, .flags = roadFlags(way.tags()), .minZoom = road->minZoom, .kind = road->name}]
                .push_back(std::move(shape.parts.front()));
        } else {
            tables().line.insertAtAllZooms({.kind = line->name,
                                            .name = {},
                                            .rank = line->rank,
                                            .flags = 0,
                                            .minZoom = line->minZoom,
                                            .maxZoom = maxTileZoom,
                                            .shape = std::move(shape)});
        }
    }

    void area(const osmium::Area &area) override
    {
        auto shape = shapeOf(area);
        const auto box = shape.box();
        if (box.isEmpty())
            return;
        m_frame.add(box.min);
        m_frame.add(box.max);
        const double size = shape.area();
        const auto &tags = area.tags();
        // The middle of its box is near enough for a park's name, and for a house.
        addPointLabels(tags,
                       {.x = static_cast<std::int32_t>((std::int64_t{box.min.x} + box.max.x) / 2),
                        .y = static_cast<std::int32_t>((std::int64_t{box.min.y} + box.max.y) / 2)},
                       size);
        if (isBuilding(tags)) {
            tables().building.insertAtAllZooms({.kind = "building",
                                                .name = {},
                                                .rank = 0,
                                                .flags = 0,
                                                .minZoom = firstZoom(size, 12, 14),
                                                .maxZoom = maxTileZoom,
                                                .shape = shape});
        }
        const auto kind = groundKind(tags);
        // A street that comes back to its start is no square, unless it says so.
        if (!kind || (tags.has_key("highway") && area.from_way() && !tags.has_tag("area", "yes")))
            return;
        TileRow row{.kind = kind->name,
                    .name = {},
                    // Smaller on larger within a kind.
                    .rank = (qint64{kind->rank} << 48) - static_cast<qint64>(std::min(size / 65536, 0x1p46)),
                    .flags = 0,
                    .minZoom = firstZoom(size, 12, kind->minZoom),
                    .maxZoom = maxTileZoom,
                    .shape = std::move(shape)};
        if (row.kind == "water")
            m_waters.push_back(std::move(row)); // until the frame is known
        else
            tables().ground.insertAtAllZooms(std::move(row));
    }

    Result<> finish(Sqlite::Database &, const Progress &progress) override
    {
        progress(u"map: waters", 0);
        constexpr double estuary =
            5e7 * GridPoint::unitsPerMeter * GridPoint::unitsPerMeter; // a lake would end somewhere
        for (auto &water : m_waters) {
            if (water.shape.area() > estuary)
                continueBeyond(m_frame, water.shape);
            tables().ground.insertAtAllZooms(std::move(water));
        }
        if (auto sea = seaWithin(m_frame, std::move(m_coast)); !sea.parts.empty()) {
            continueBeyond(m_frame, sea);
            tables().ground.insertAtAllZooms({.kind = "water",
                                              .name = {},
                                              .rank = 0, // under everything: beaches and piers reach into it
                                              .flags = 0,
                                              .minZoom = minTileZoom,
                                              .maxZoom = maxTileZoom,
                                              .shape = std::move(sea)});
        }
        progress(u"map: roads", 0.1);
        writeRoads();
        progress(u"map: street names", 0.5);
        writeStreets();
        progress(u"map: labels", 0.8);
        writeLabels();
        progress(u"map: labels", 1);
        for (auto *table : {&tables().ground, &tables().line, &tables().building, &tables().road, &tables().street,
                            &tables().label, &tables().number}) {
            if (auto finished = table->finish(); !finished)
                return finished;
        }
        m_tables.reset(); // its statements would keep the database open, and locked
        return {};
    }

private:
    void addPointLabels(const osmium::TagList &tags, GridPoint at, double area)
    {
        if (const auto number = tag(tags, "addr:housenumber"); !number.empty() && number.size() <= 40) {
            tables().number.insert({.kind = "number",
                                    .name = shortNumber(number),
                                    .rank = 0,
                                    .flags = 0,
                                    .minZoom = 17,
                                    .maxZoom = maxTileZoom,
                                    .shape = {.type = Shape::Type::Point, .parts = {{at}}}});
        }
        const auto kind = labelKind(tags);
        if (!kind)
            return;
        const bool place = kind->rank < 7;
        // Where an area is smaller than its name, the name would claim the neighbours. A school's is wanted all the
        // same.
        const double pixels = std::string_view(kind->name) == "poi" ? 0 : 2500;
        m_labels.push_back({.kind = kind->name,
                            .name = tag(tags, "name"),
                            .at = at,
                            .rank = kind->rank,
                            .minZoom = place ? kind->minZoom : firstZoom(area, pixels, kind->minZoom),
                            .maxZoom = lastZoomOf(kind->name, place)});
    }

    void writeRoads()
    {
        // A city of a few long lines is drawn in half the time of one of many short ones; longer than this they would
        // be read for too many tiles that they only pass.
        constexpr double longest = 2000 * GridPoint::unitsPerMeter;
        for (auto &[look, pieces] : m_roads) {
            for (auto &line : joinedStreet(std::move(pieces), longest)) {
                tables().road.insertAtAllZooms({.kind = look.kind,
                                                .name = {},
                                                .rank = look.rank,
                                                .flags = look.flags,
                                                .minZoom = look.minZoom,
                                                .maxZoom = maxTileZoom,
                                                .shape = {.type = Shape::Type::Line, .parts = {std::move(line)}}});
            }
        }
    }

    void writeStreets()
    {
        for (auto &[key, pieces] : m_streets) {
            const auto &[rank, kind, name] = key;
            for (auto &line : joinedStreet(std::move(pieces))) {
                TileRow row{.kind = kind,
                            .name = name,
                            .rank = rank,
                            .flags = 0,
                            .minZoom = firstZoomOfStreet(-rank),
                            .maxZoom = maxTileZoom,
                            .shape = {.type = Shape::Type::Line, .parts = {std::move(line)}}};
                fitName(row);
                tables().street.insertAtAllZooms(std::move(row));
            }
        }
    }

    void writeLabels()
    {
        makeRoom(m_labels);
        for (const auto &label : m_labels) {
            tables().label.insert({.kind = label.kind,
                                   .name = label.name,
                                   .rank = label.rank,
                                   .flags = 0,
                                   .minZoom = label.minZoom,
                                   .maxZoom = label.maxZoom,
                                   .shape = {.type = Shape::Type::Point, .parts = {{label.at}}}});
        }
    }

    /// From the first object to the last there are some.
    [[nodiscard]] Tables &tables()
    {
        Q_ASSERT(m_tables);
        return *m_tables; // NOLINT(bugprone-unchecked-optional-access)
    }

    std::optional<Tables> m_tables;
    GridBox m_frame;
    std::vector<TileRow> m_waters;
    std::vector<Shape::Part> m_coast;
    std::vector<PointLabel> m_labels;
    std::map<RoadLook, std::vector<Shape::Part>> m_roads;
    std::map<std::tuple<int, std::string, std::string>, std::vector<Shape::Part>> m_streets; ///< By -rank, kind, name.
};

} // namespace

std::unique_ptr<RegionSink> makeTileSink()
{
    return std::make_unique<TileSink>();
}

} // namespace Doorstep
