// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/tiles/tilesheet.h"

#include "backend/region/tiles/regionlayer.h"

#include <cmath>
#include <mapnik/agg_renderer.hpp>
#include <mapnik/debug.hpp>
#include <mapnik/layer.hpp>
#include <mapnik/load_map.hpp>
#include <mapnik/map.hpp>
#include <mapnik/request.hpp>

namespace Doorstep {

using namespace Qt::StringLiterals;

namespace {

constexpr int labelBuffer = 256; // pixels: half of the widest label and then some

/// Rails are drawn over roads, so the table of lines is drawn from twice.
std::string tableOf(const std::string &layer)
{
    return "tile_" + (layer == "rail" ? "line" : layer);
}

bool hasLetters(const std::string &layer)
{
    return layer == "label" || layer == "street" || layer == "number";
}

} // namespace

Result<TileSheet> TileSheet::open(const QString &databasePath, Layers layers, const MapStyle &light,
                                  const MapStyle &dark)
{
    auto database = Sqlite::Database::open(databasePath, Sqlite::Database::Mode::Read);
    if (!database)
        return std::unexpected(std::move(database.error()));
    TileSheet sheet(std::make_shared<Sqlite::Database>(std::move(*database)), layers, light, dark);
    if (auto map = sheet.map(TileStyle::Light, 1); !map)
        return std::unexpected(std::move(map.error()));
    return sheet;
}

TileSheet::TileSheet(std::shared_ptr<Sqlite::Database> database, Layers layers, const MapStyle &light,
                     const MapStyle &dark)
    : m_database(std::move(database))
    , m_layers(layers)
    , m_light(light)
    , m_dark(dark)
{
}

TileSheet::TileSheet(TileSheet &&) noexcept = default;
TileSheet::~TileSheet() = default;

const MapStyle &TileSheet::styleOf(TileStyle style) const
{
    return style == TileStyle::Dark ? m_dark : m_light;
}

Result<mapnik::Map *> TileSheet::map(TileStyle style, int scale)
{
    auto &map = m_maps[{style, scale}];
    if (map)
        return map.get();
    // The one marker of our style is Mapnik's own arrow, which says how wide it is in percent, which Mapnik's own
    // reader of markers calls an error on every start.
    mapnik::logger::set_object_severity("marker_cache", mapnik::logger::none);
    auto made = std::make_unique<mapnik::Map>();
    try {
        mapnik::load_map_string(*made, styleOf(style).xml(), true);
    } catch (const std::exception &exception) {
        return failure(Error::Kind::Malformed, u"map style: %1"_s.arg(QString::fromUtf8(exception.what())));
    }
    auto &layers = made->layers();
    std::erase_if(layers,
                  [this](const auto &layer) { return hasLetters(layer.name()) == (m_layers == Layers::Ground); });
    if (m_layers == Layers::Lettering)
        made->set_background(mapnik::color(0, 0, 0, 0));
    made->set_buffer_size(labelBuffer * scale);
    for (auto &layer : layers) {
        auto source = RegionLayer::open(m_database, tableOf(layer.name()));
        if (!source)
            return std::unexpected(std::move(source.error()));
        layer.set_datasource(std::move(*source));
        if (const auto buffer = layer.buffer_size())
            layer.set_buffer_size(*buffer * scale);
    }
    map = std::move(made);
    return map.get();
}

Result<mapnik::image_rgba8> TileSheet::draw(TileStyle style, const PixelBox &box, int scale)
{
    auto map = this->map(style, scale);
    if (!map)
        return std::unexpected(std::move(map.error()));

    constexpr double worldEdge = 20037508.342789244;
    const double pixel = 2 * worldEdge / std::ldexp(256.0, box.zoom);
    const mapnik::box2d<double> extent(
        double(box.x) * pixel - worldEdge, worldEdge - double(box.y + box.height) * pixel,
        double(box.x + box.width) * pixel - worldEdge, worldEdge - double(box.y) * pixel);
    mapnik::request request(static_cast<unsigned>(box.width * scale), static_cast<unsigned>(box.height * scale),
                            extent);
    request.set_buffer_size(labelBuffer * scale);
    try {
        // The layers are asked for what the map shows, the request alone would not do.
        (*map)->resize(box.width * scale, box.height * scale);
        (*map)->zoom_to_box(extent);
        mapnik::image_rgba8 image(box.width * scale, box.height * scale);
        mapnik::agg_renderer<mapnik::image_rgba8> renderer(**map, request, styleOf(style).variables(box.zoom), image,
                                                           scale);
        renderer.apply();
        return image;
    } catch (const std::exception &exception) {
        return failure(Error::Kind::Storage, u"drawing the map: %1"_s.arg(QString::fromUtf8(exception.what())));
    }
}

} // namespace Doorstep
