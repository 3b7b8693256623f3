// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/map/markeratlas.h"

#include <functional>

class QPainter;

namespace Doorstep {

/// One picture: how large it is, where its middle is from the marker's place, and how to paint it with its top left at
/// 0, 0. All in logical pixels.
struct MarkerArt
{
    QSizeF size;
    QPointF offset;
    std::function<void(QPainter &)> paint;
};

/// What the picture of \a key looks like. Pure: the same arguments paint the same pixels.
[[nodiscard]] MarkerArt markerArt(const MarkerAtlas::Key &key, const MapPalette &palette, const QFont &font);

} // namespace Doorstep
