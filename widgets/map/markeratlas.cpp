// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/markeratlas.h"

#include "widgets/map/markerart.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Doorstep {

namespace {
constexpr int gap = 1; // so that filtering never reads a neighbour
constexpr int startWidth = 1024; // at one device pixel a pixel
constexpr int startHeight = 256;
constexpr int largestSide = 4096;
} // namespace

void MarkerAtlas::reset(const MapPalette &palette, const QFont &font, qreal devicePixelRatio)
{
    m_palette = palette;
    m_font = font;
    m_devicePixelRatio = devicePixelRatio;
    const auto width = std::min(int(std::exp2(std::ceil(std::log2(startWidth * devicePixelRatio)))), largestSide);
    m_image = QImage(width, startHeight, QImage::Format_ARGB32_Premultiplied);
    m_image.fill(Qt::transparent);
    m_sprites.clear();
    m_cursor = {gap, gap};
    m_shelfHeight = 0;
    ++m_generation;
}

MarkerAtlas::Sprite MarkerAtlas::sprite(const Key &key)
{
    const auto found = m_sprites.constFind(key);
    if (found != m_sprites.cend())
        return *found;

    const auto art = markerArt(key, m_palette, m_font);
    const auto size = QSize(int(std::ceil(art.size.width() * m_devicePixelRatio)),
                            int(std::ceil(art.size.height() * m_devicePixelRatio)));
    const auto pixels = place(size);
    const auto sprite =
        Sprite{.pixels = pixels, .size = QSizeF(pixels.size()) / m_devicePixelRatio, .offset = art.offset};
    if (!pixels.isEmpty()) {
        QPainter painter(&m_image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.setClipRect(pixels);
        painter.translate(pixels.topLeft());
        painter.scale(m_devicePixelRatio, m_devicePixelRatio);
        art.paint(painter);
        ++m_generation;
    }
    m_sprites.insert(key, sprite);
    return sprite;
}

// Shelves: left to right, then below the tallest. A full image grows downwards, which moves nothing.
QRect MarkerAtlas::place(QSize size)
{
    if (m_cursor.x() + size.width() + gap > m_image.width()) {
        m_cursor = {gap, m_cursor.y() + m_shelfHeight + gap};
        m_shelfHeight = 0;
    }
    while (m_cursor.y() + size.height() + gap > m_image.height()) {
        if (m_image.height() >= largestSide)
            return {}; // too many different pictures: better one marker without its number than no map
        m_image = m_image.copy(0, 0, m_image.width(), m_image.height() * 2);
        ++m_generation;
    }
    const QRect placed(m_cursor, size);
    m_cursor.rx() += size.width() + gap;
    m_shelfHeight = std::max(m_shelfHeight, size.height());
    return placed;
}

} // namespace Doorstep
