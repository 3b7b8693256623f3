// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/tiles/regionlayer.h"

#include "backend/region/tiles/tilekinds.h"
#include "backend/region/tiles/tiletable.h"

#include <algorithm>
#include <cmath>
#include <mapnik/feature.hpp>
#include <mapnik/feature_factory.hpp>
#include <mapnik/feature_layer_desc.hpp>
#include <mapnik/featureset.hpp>
#include <mapnik/query.hpp>
#include <mapnik/unicode.hpp>

namespace Doorstep {

namespace {

constexpr double worldEdge = 20037508.342789244;

mapnik::geometry::geometry<double> geometryOf(const Shape &shape)
{
    const auto fill = [](auto &points, const Shape::Part &part) {
        points.reserve(part.size());
        for (const auto point : part)
            points.emplace_back(point.x / GridPoint::unitsPerMeter, point.y / GridPoint::unitsPerMeter);
    };
    switch (shape.type) {
    case Shape::Type::Point: {
        const auto point = shape.parts.front().front();
        return mapnik::geometry::point<double>(point.x / GridPoint::unitsPerMeter, point.y / GridPoint::unitsPerMeter);
    }
    case Shape::Type::Line: {
        mapnik::geometry::multi_line_string<double> lines(shape.parts.size());
        for (std::size_t i = 0; i < shape.parts.size(); ++i)
            fill(lines[i], shape.parts[i]);
        return lines;
    }
    case Shape::Type::Area:
        break;
    }
    // All rings as one polygon: what is filled is decided by which way they turn.
    mapnik::geometry::polygon<double> polygon(shape.parts.size());
    for (std::size_t i = 0; i < shape.parts.size(); ++i)
        fill(polygon[i], shape.parts[i]);
    return polygon;
}

class RegionFeatures : public mapnik::Featureset
{
public:
    RegionFeatures(std::shared_ptr<Sqlite::Statement> select, mapnik::context_ptr context)
        : m_select(std::move(select))
        , m_context(std::move(context))
    {
    }
    ~RegionFeatures() override { m_select->reset(); }
    Q_DISABLE_COPY_MOVE(RegionFeatures)

    mapnik::feature_ptr next() override
    {
        for (;;) {
            const auto row = m_select->step();
            if (!row)
                throw mapnik::datasource_exception(row.error().detail.toStdString());
            if (!*row)
                return {};
            const auto shape = Shape::unpacked(m_select->blob(4));
            if (!shape || shape->parts.empty() || std::ranges::any_of(shape->parts, &Shape::Part::empty))
                continue;
            return featureOf(*shape);
        }
    }

private:
    mapnik::feature_ptr featureOf(const Shape &shape)
    {
        const auto text = [this](int column) {
            const auto utf8 = m_select->utf8(column);
            return m_transcoder.transcode(utf8.data(), static_cast<std::int32_t>(utf8.size()));
        };
        const auto flags = m_select->integer(3);
        auto feature = mapnik::feature_factory::create(m_context, m_select->integer(0));
        feature->put("kind", text(1));
        feature->put("name", text(2));
        feature->put("link", mapnik::value_integer{(flags & TileRow::Link) != 0});
        feature->put("bridge", mapnik::value_integer{(flags & TileRow::Bridge) != 0});
        feature->put("tunnel", mapnik::value_integer{(flags & TileRow::Tunnel) != 0});
        feature->put("oneway", mapnik::value_integer{(flags & TileRow::Oneway) != 0});
        feature->set_geometry(geometryOf(shape));
        return feature;
    }

    std::shared_ptr<Sqlite::Statement> m_select;
    mapnik::context_ptr m_context;
    mapnik::transcoder m_transcoder{"utf-8"};
};

} // namespace

Result<std::shared_ptr<RegionLayer>> RegionLayer::open(std::shared_ptr<Sqlite::Database> database,
                                                       const std::string &table)
{
    auto select =
        database->prepare("SELECT t.id, t.kind, t.name, t.flags, t.shape FROM " + table + "_index i JOIN " + table
                          + " t ON t.id = i.id WHERE i.maxx >= ? AND i.minx <= ? AND i.maxy >= ?"
                            " AND i.miny <= ? AND i.minz <= ? AND i.maxz >= ? ORDER BY t.rank, t.id");
    if (!select)
        return std::unexpected(std::move(select.error()));
    return std::make_shared<RegionLayer>(std::move(database), std::move(*select));
}

RegionLayer::RegionLayer(std::shared_ptr<Sqlite::Database> database, Sqlite::Statement select)
    : mapnik::datasource(mapnik::parameters())
    , m_database(std::move(database))
    , m_select(std::make_shared<Sqlite::Statement>(std::move(select)))
{
}

mapnik::featureset_ptr RegionLayer::features(const mapnik::query &query) const
{
    const auto onGrid = [](double meters) {
        return static_cast<qint64>(std::clamp(meters * GridPoint::unitsPerMeter, -0x1p31, 0x1p31 - 1));
    };
    qint64 zoom = maxTileZoom;
    if (const auto variable = query.variables().find("zoom"); variable != query.variables().end())
        zoom = variable->second.to_int();

    const auto &box = query.get_bbox();
    m_select->reset();
    int parameter = 0;
    for (const auto value :
         {onGrid(box.minx()), onGrid(box.maxx()), onGrid(box.miny()), onGrid(box.maxy()), zoom, zoom})
        m_select->bind(++parameter, value);

    auto context = std::make_shared<mapnik::context_type>();
    for (const auto *name : {"kind", "name", "link", "bridge", "tunnel", "oneway"})
        context->push(name);
    return std::make_shared<RegionFeatures>(m_select, std::move(context));
}

mapnik::featureset_ptr RegionLayer::features_at_point(const mapnik::coord2d & /*point*/, double /*tolerance*/) const
{
    return mapnik::make_empty_featureset(); // for hit tests, which a tile has not
}

mapnik::box2d<double> RegionLayer::envelope() const
{
    // Mapnik skips a layer whose envelope does not meet the map's; the index says it better.
    return {-worldEdge, -worldEdge, worldEdge, worldEdge};
}

mapnik::layer_descriptor RegionLayer::get_descriptor() const
{
    return {"region", "utf-8"};
}

} // namespace Doorstep
