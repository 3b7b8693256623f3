// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/tiles/tileservice.h"

#include <QStringView>

namespace Doorstep {

/// What GET /tiles/{style}/{z}/{x}/{y}[@2x].png answers beside the picture. The region changes only by an import, and
/// then the ETag does; an hour saves the question during a day's panning.
inline constexpr QLatin1StringView tileCacheControl("public, max-age=3600");
inline constexpr QLatin1StringView tileContentType("image/png");

/// What \a path, without its query, asks for. Malformed for anything but two known styles and plain decimal numbers;
/// NotFound and Malformed as TileService::tile for numbers that no tile has.
[[nodiscard]] Result<TileRequest> tileRequest(QStringView path);

/// Whether there is such a tile: what tile() checks first.
[[nodiscard]] Result<> checkTile(const TileRequest &request);

/// The ETag of a tile, in its quotes. Needs no drawing: If-None-Match can be answered with 304 at once.
[[nodiscard]] QByteArray tileEtag(const TileRequest &request, const QByteArray &edition);

} // namespace Doorstep
