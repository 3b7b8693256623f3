// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/map/markeratlas.h"

#include <vector>

namespace Doorstep {

/// Upright pictures from a MarkerAtlas, in drawing order.
class SpriteMesh
{
public:
    struct Quad
    {
        QRectF where; ///< Logical pixels.
        QRect pixels; ///< In the atlas.
    };

    void clear() { m_quads.clear(); }
    /// \a at is where the marker's place is; the picture is moved to whole device pixels so that text stays sharp.
    void add(const MarkerAtlas::Sprite &sprite, QPointF at, qreal devicePixelRatio);
    [[nodiscard]] const std::vector<Quad> &quads() const { return m_quads; }

private:
    std::vector<Quad> m_quads;
};

} // namespace Doorstep
