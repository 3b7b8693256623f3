// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QByteArray>

namespace Doorstep {

enum class TileStyle : quint8 { Light, Dark };

/// A square of the map: 256 × 256 pixels times `scale`, in the XYZ scheme (y grows to the south).
struct TileRequest
{
    TileStyle style = TileStyle::Light;
    int zoom = 0; ///< 9 to 19.
    int x = 0;
    int y = 0;
    int scale = 1; ///< 1, or 2 for @2x: the same map with twice the pixels.

    bool operator==(const TileRequest &) const = default;
};

/// How many there were since the start, for those who watch the service.
struct TileCounts
{
    qint64 drawings = 0; ///< Each makes several tiles.
    qint64 fromCache = 0; ///< Tiles answered without drawing.
};

/// The map as pictures.
class TileService
{
public:
    TileService() = default;
    TileService(const TileService &) = delete;
    TileService &operator=(const TileService &) = delete;
    virtual ~TileService() = default;

    /// The tile as a PNG. From any thread, and it blocks: for a worker pool, never for an event loop.
    ///
    /// Fails with NotFound for a zoom that is not drawn, Malformed for a tile that is not on the world or a scale there
    /// is not, Storage when the region cannot be read.
    [[nodiscard]] virtual Result<QByteArray> tile(const TileRequest &request) = 0;

    /// Changes whenever any tile may look different: part of every ETag. Any thread, at once.
    [[nodiscard]] virtual QByteArray edition() const = 0;

    /// Any thread, at once.
    [[nodiscard]] virtual TileCounts counts() const = 0;
};

} // namespace Doorstep
