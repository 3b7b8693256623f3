// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/tiles/mapniktiles.h"

#include "backend/region/import/regionimport.h"
#include "backend/region/tiles/tilecache.h"
#include "backend/region/tiles/tileencoder.h"
#include "backend/region/tiles/tilerenderer.h"
#include "backend/region/tiles/tileroutes.h"

#include <QDir>

#include <array>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <tuple>

namespace Doorstep {

using namespace Qt::StringLiterals;

namespace {

constexpr int tilePixels = 256;
constexpr auto drawing = "2"; // another one whenever metatiles are cut otherwise: names must not end where old ones do

using Tiles = std::vector<std::pair<TileRequest, QByteArray>>;

/// What one thread needs to draw and encode.
struct Renderer
{
    std::unique_ptr<TileRenderer> draw;
    std::array<TileEncoder, 2> encoders; ///< By style.
};

/// A metatile somebody draws right now.
struct Flight
{
    bool done = false;
    Result<> outcome;
    Tiles tiles;
};

std::size_t styleIndex(TileStyle style)
{
    return style == TileStyle::Dark ? 1 : 0;
}

class Service : public TileService
{
public:
    Service(MapStyle light, MapStyle dark, QByteArray edition)
        : m_light(std::move(light))
        , m_dark(std::move(dark))
        , m_edition(std::move(edition))
    {
    }

    Result<> start(const TileSettings &settings)
    {
        for (int i = 0; i < std::max(1, settings.renderers); ++i) {
            auto renderer = TileRenderer::open(settings.databasePath, m_light, m_dark);
            if (!renderer)
                return std::unexpected(std::move(renderer.error()));
            m_idle.push_back(std::make_unique<Renderer>(
                std::move(*renderer), std::array{TileEncoder(m_light.colours()), TileEncoder(m_dark.colours())}));
        }
        if (settings.cacheFolder.isEmpty())
            return {};
        for (const auto *name : {"light", "light@2x", "dark", "dark@2x"}) {
            const auto tileset = QString::fromLatin1(name);
            m_caches.push_back(std::make_unique<TileCache>(TileCache::Settings{
                .path = QDir(settings.cacheFolder).filePath(u"tiles-%1.mbtiles"_s.arg(tileset)),
                .name = u"Doorstep, "_s + tileset,
                .edition = m_edition,
                .maxBytes = settings.maxCacheBytes,
            }));
        }
        return {};
    }

    [[nodiscard]] QByteArray edition() const override { return m_edition; }
    [[nodiscard]] TileCounts counts() const override { return {.drawings = m_drawings, .fromCache = m_fromCache}; }

    Result<QByteArray> tile(const TileRequest &request) override
    {
        if (auto checked = checkTile(request); !checked)
            return std::unexpected(std::move(checked.error()));
        if (auto cached = find(request))
            return *std::move(cached);

        const int across = MapnikTiles::tilesAcross(request.zoom);
        const std::tuple key(request.style, request.scale, request.zoom, request.x / across, request.y / across);
        std::unique_lock lock(m_mutex);
        auto &entry = m_flights[key];
        if (entry) {
            const auto flight = entry;
            m_changed.wait(lock, [&flight] { return flight->done; });
            lock.unlock(); // what is done does not change any more
            return tileOf(*flight, request);
        }
        const auto flight = entry = std::make_shared<Flight>();
        lock.unlock();

        // Somebody may have landed between the look into the cache and here.
        auto cached = find(request);
        Result<Tiles> tiles = cached ? Tiles{} : drawn(request);
        lock.lock();
        if (tiles)
            flight->tiles = *std::move(tiles);
        else
            flight->outcome = std::unexpected(tiles.error());
        flight->done = true;
        m_changed.notify_all();
        if (!flight->tiles.empty() && !m_caches.empty()) {
            // They are answered from the flight until the cache has them.
            lock.unlock();
            cacheOf(request).insert(flight->tiles);
            lock.lock();
        }
        m_flights.erase(key);
        lock.unlock();
        return cached ? Result<QByteArray>(*std::move(cached)) : tileOf(*flight, request);
    }

private:
    TileCache &cacheOf(const TileRequest &request)
    {
        return *m_caches[styleIndex(request.style) * 2 + static_cast<std::size_t>(request.scale - 1)];
    }

    std::optional<QByteArray> find(const TileRequest &request)
    {
        if (m_caches.empty())
            return {};
        auto tile = cacheOf(request).find(request);
        m_fromCache += tile ? 1 : 0;
        return tile;
    }

    Result<QByteArray> tileOf(const Flight &flight, const TileRequest &request)
    {
        if (!flight.outcome)
            return std::unexpected(flight.outcome.error());
        const auto found = std::ranges::find(flight.tiles, request, &Tiles::value_type::first);
        if (found != flight.tiles.end())
            return found->second;
        // The flight found another tile in the cache; this one should be there as well, unless it was just thrown out.
        return tile(request);
    }

    Result<Tiles> drawn(const TileRequest &request)
    {
        auto renderer = takeRenderer();
        ++m_drawings;
        const int across = MapnikTiles::tilesAcross(request.zoom);
        const PixelBox box{.zoom = request.zoom,
                           .x = qint64{request.x / across} * across * tilePixels,
                           .y = qint64{request.y / across} * across * tilePixels,
                           .width = across * tilePixels,
                           .height = across * tilePixels};
        auto tiles = renderer->draw->draw(request.style, box, request.scale).and_then([&](const auto &image) {
            return cut(image, request, renderer->encoders[styleIndex(request.style)]);
        });
        giveBack(std::move(renderer));
        return tiles;
    }

    static Result<Tiles> cut(const mapnik::image_rgba8 &image, const TileRequest &request, TileEncoder &encoder)
    {
        const int side = tilePixels * request.scale;
        const int across = MapnikTiles::tilesAcross(request.zoom);
        Tiles tiles;
        for (int row = 0; row < across; ++row) {
            for (int column = 0; column < across; ++column) {
                const auto first = static_cast<std::size_t>(column) * side;
                auto png = encoder.png({.first = image.get_row(static_cast<std::size_t>(row) * side) + first,
                                        .width = side,
                                        .height = side,
                                        .stride = static_cast<int>(image.width())});
                if (!png)
                    return std::unexpected(std::move(png.error()));
                auto at = request;
                at.x = request.x / across * across + column;
                at.y = request.y / across * across + row;
                tiles.emplace_back(at, *std::move(png));
            }
        }
        return tiles;
    }

    std::unique_ptr<Renderer> takeRenderer()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_idle.empty(); });
        auto renderer = std::move(m_idle.back());
        m_idle.pop_back();
        return renderer;
    }

    void giveBack(std::unique_ptr<Renderer> renderer)
    {
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(renderer));
        m_changed.notify_all();
    }

    const MapStyle m_light;
    const MapStyle m_dark;
    const QByteArray m_edition;
    std::vector<std::unique_ptr<TileCache>> m_caches; ///< light, light@2x, dark, dark@2x; or none.
    std::atomic<qint64> m_drawings = 0;
    std::atomic<qint64> m_fromCache = 0;

    std::mutex m_mutex; ///< Guards what follows.
    std::condition_variable m_changed;
    std::vector<std::unique_ptr<Renderer>> m_idle;
    std::map<std::tuple<TileStyle, int, int, int, int>, std::shared_ptr<Flight>> m_flights;
};

} // namespace

Result<std::unique_ptr<TileService>> MapnikTiles::open(const TileSettings &settings)
{
    const auto region = readRegion(settings.databasePath);
    if (!region)
        return std::unexpected(region.error());
    const auto fonts = registerMapFonts(settings.fontFolders);
    if (!fonts)
        return std::unexpected(fonts.error());
    auto light = MapStyle::read(TileStyle::Light, *fonts);
    if (!light)
        return std::unexpected(std::move(light.error()));
    auto dark = MapStyle::read(TileStyle::Dark, *fonts);
    if (!dark)
        return std::unexpected(std::move(dark.error()));
    const auto edition = region->sourceSha256.first(std::min<qsizetype>(8, region->sourceSha256.size()))
        + QByteArray::number(region->importedAt.toSecsSinceEpoch(), 36) + light->hash().first(4) + dark->hash().first(4)
        + drawing;
    auto service = std::make_unique<Service>(*std::move(light), *std::move(dark), edition);
    if (auto started = service->start(settings); !started)
        return std::unexpected(std::move(started.error()));
    return service;
}

} // namespace Doorstep
