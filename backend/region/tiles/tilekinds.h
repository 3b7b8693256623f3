// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

namespace osmium {
class TagList;
}

namespace Doorstep {

inline constexpr int minTileZoom = 9;
inline constexpr int maxTileZoom = 19;

/// What a tagged thing is on the map. `name` is the word that the style's filters know it by.
struct TileKind
{
    const char *name = "";
    int rank = 0; ///< Of areas and lines: drawn from low to high. Of labels: places are given from low to high.
    int minZoom = minTileZoom; ///< From where on it is drawn, if it is large enough.
};

/// An area's ground: water, parks, sand, campuses… Empty for what the map does not show, and for buildings.
[[nodiscard]] std::optional<TileKind> groundKind(const osmium::TagList &tags);
[[nodiscard]] bool isBuilding(const osmium::TagList &tags);
/// What may be driven, ridden or walked on.
[[nodiscard]] std::optional<TileKind> roadKind(const osmium::TagList &tags);
/// Waterways, rails, runways, piers.
[[nodiscard]] std::optional<TileKind> lineKind(const osmium::TagList &tags);
/// What has its name written at one point: suburbs, parks, hospitals…
[[nodiscard]] std::optional<TileKind> labelKind(const osmium::TagList &tags);

} // namespace Doorstep
