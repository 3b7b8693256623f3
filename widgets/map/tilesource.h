// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QString>

class QDir;

namespace Doorstep {

/// Where the pictures of the base map come from: XYZ tiles as PNG, at http, https or file URLs.
///
/// A template holds {z}, {x} and {y}, and {r} where "@2x" goes for tiles of 512 pixels: with it the map stays sharp on
/// every screen and between whole zooms. An empty dark template means that light tiles serve both.
struct TileSource
{
    QString lightTemplate;
    QString darkTemplate;
    QString attribution; ///< Shown on the map, plain text; the licence of the data usually asks for it.
    int maximumZoom = 19;

    [[nodiscard]] bool isEmpty() const { return lightTemplate.isEmpty(); }
    [[nodiscard]] bool hasHighResolution() const;

    bool operator==(const TileSource &) const = default;
};

/// Fails with Malformed when a template lacks {z}, {x} or {y}, or is no URL of a known scheme.
[[nodiscard]] Result<> checkTileSource(const TileSource &source);

/// A name for a cache that tiles of another source never get into; the same one whatever key the URL carries.
[[nodiscard]] QString cacheNameOf(const TileSource &source);

/// Writes the descriptions of providers that Qt Location's osm plugin reads into \a directory: its only way to 512
/// pixel tiles and to more than one style. Every type the plugin knows gets one, so that it never asks a host on its
/// own. Fails with Storage.
[[nodiscard]] Result<> writeProviders(const TileSource &source, const QDir &directory);

} // namespace Doorstep
