// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/map/mappalette.h"

#include <QFont>
#include <QHash>
#include <QImage>
#include <QRectF>

namespace Doorstep {

/// Every picture that markers are made of, drawn once each into one image, so that thousands of markers are one draw
/// call.
///
/// Sprites are made when first asked for. `generation()` changes when the image must be uploaded again; a sprite stays
/// valid until reset(). UI thread.
class MarkerAtlas
{
public:
    enum class Kind : quint8 {
        DriverHalo, ///< value: how fresh the fix is, 0 to 5
        DriverWedge, ///< value: heading in steps of 5 degrees
        DriverDisc, ///< value: 1 for a silent driver
        DriverPale, ///< the same with its initials (text), as one picture that can be seen through
        DriverSelection,
        Initials, ///< text
        MockedBadge,
        StopBox, ///< value: its number
        StopPlain, ///< an open stop where there is no room for its number
        StopSelection,
        Delivered,
        Failed,
        Cancelled,
        Exception,
        AtRiskBadge,
        LateBadge,
        WaitingBadge, ///< a clock
        Depot,
        Cluster, ///< value: radius in pixels
        ClusterCount, ///< value
    };

    struct Key
    {
        Kind kind = Kind::DriverDisc;
        QRgb colour = 0;
        int value = 0;
        QString text;

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0) noexcept
        {
            return qHashMulti(seed, int(key.kind), key.colour, key.value, key.text);
        }
    };

    /// `pixels` is where it is in the image; `size` what it covers on the map, in logical pixels around the marker's
    /// place.
    struct Sprite
    {
        QRect pixels;
        QSizeF size;
        QPointF offset; ///< From the marker's place to the middle of the picture.
    };

    /// Forgets everything and starts over for another theme, font or screen.
    void reset(const MapPalette &palette, const QFont &font, qreal devicePixelRatio);
    [[nodiscard]] Sprite sprite(const Key &key);
    [[nodiscard]] const QImage &image() const { return m_image; }
    [[nodiscard]] quint64 generation() const { return m_generation; }
    [[nodiscard]] qreal devicePixelRatio() const { return m_devicePixelRatio; }

private:
    [[nodiscard]] QRect place(QSize size);

    MapPalette m_palette;
    QFont m_font;
    qreal m_devicePixelRatio = 1.0;
    QImage m_image;
    QHash<Key, Sprite> m_sprites;
    QPoint m_cursor; // where the next sprite of the current shelf goes
    int m_shelfHeight = 0;
    quint64 m_generation = 0;
};

} // namespace Doorstep
