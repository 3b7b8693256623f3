// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/tiles/tilerenderer.h"

#include <future>
#include <mapnik/image_compositing.hpp>
#include <mapnik/image_util.hpp>

namespace Doorstep {

Result<std::unique_ptr<TileRenderer>> TileRenderer::open(const QString &databasePath, const MapStyle &light,
                                                         const MapStyle &dark)
{
    auto ground = TileSheet::open(databasePath, TileSheet::Layers::Ground, light, dark);
    if (!ground)
        return std::unexpected(std::move(ground.error()));
    auto lettering = TileSheet::open(databasePath, TileSheet::Layers::Lettering, light, dark);
    if (!lettering)
        return std::unexpected(std::move(lettering.error()));
    return std::unique_ptr<TileRenderer>(new TileRenderer(std::move(*ground), std::move(*lettering)));
}

TileRenderer::TileRenderer(TileSheet ground, TileSheet lettering)
    : m_ground(std::move(ground))
    , m_lettering(std::move(lettering))
{
}

Result<mapnik::image_rgba8> TileRenderer::draw(TileStyle style, const PixelBox &box, int scale)
{
    auto later = std::async(std::launch::async, [&] { return m_lettering.draw(style, box, scale); });
    auto image = m_ground.draw(style, box, scale);
    auto letters = later.get();
    if (!image)
        return image;
    if (!letters)
        return letters;
    mapnik::premultiply_alpha(*letters);
    image->set_premultiplied(true); // the ground hides everything, so it is the same either way
    mapnik::composite(*image, *letters, mapnik::src_over);
    return image;
}

} // namespace Doorstep
