// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/tiles/tilesheet.h"

namespace Doorstep {

/// Draws a region: its ground and its lettering at the same time, each on a thread, for each is half of the work.
/// Belongs to one thread at a time; make one for each that draws at once. Holds two read connections.
class TileRenderer
{
public:
    /// Styles must outlive the renderer.
    [[nodiscard]] static Result<std::unique_ptr<TileRenderer>> open(const QString &databasePath, const MapStyle &light,
                                                                    const MapStyle &dark);

    /// \a box with `scale` times its pixels in each direction. No label that follows a line crosses the box's edge.
    [[nodiscard]] Result<mapnik::image_rgba8> draw(TileStyle style, const PixelBox &box, int scale);

private:
    TileRenderer(TileSheet ground, TileSheet lettering);

    TileSheet m_ground;
    TileSheet m_lettering;
};

} // namespace Doorstep
