// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/spritemesh.h"

#include <cmath>

namespace Doorstep {

void SpriteMesh::add(const MarkerAtlas::Sprite &sprite, QPointF at, qreal devicePixelRatio)
{
    if (sprite.pixels.isEmpty())
        return;
    const auto toDevicePixel = [devicePixelRatio](double x) {
        return std::round(x * devicePixelRatio) / devicePixelRatio;
    };
    const auto topLeft = at + sprite.offset - QPointF(sprite.size.width() / 2.0, sprite.size.height() / 2.0);
    m_quads.push_back(
        {QRectF(QPointF(toDevicePixel(topLeft.x()), toDevicePixel(topLeft.y())), sprite.size), sprite.pixels});
}

} // namespace Doorstep
