// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QByteArray>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <vector>

namespace Doorstep {

/// Part of a picture: 0xaabbggrr pixels in memory order, as Mapnik draws them.
struct Pixels
{
    const std::uint32_t *first = nullptr;
    int width = 0;
    int height = 0;
    int stride = 0; ///< Pixels from one row to the next.
};

/// Writes pictures of few colours as PNGs of 256.
///
/// The palette is made from the colours a style names and the mixtures between any two of them, which is what smooth
/// edges are made of. It is the same for every tile, so none differs from its neighbour; named colours come out
/// exactly. Belongs to one thread at a time.
class TileEncoder
{
public:
    /// \a colours are 0xrrggbb, at most 256.
    explicit TileEncoder(const std::vector<std::uint32_t> &colours);

    /// Opaque, whatever the alpha. Storage when there is no memory.
    [[nodiscard]] Result<QByteArray> png(const Pixels &pixels);

    /// The palette as 0xrrggbb.
    [[nodiscard]] const std::vector<std::uint32_t> &palette() const { return m_palette; }

private:
    [[nodiscard]] std::uint8_t indexOf(std::uint32_t rgb);

    struct Free
    {
        void operator()(std::uint16_t *memory) const noexcept { std::free(memory); }
    };

    std::vector<std::uint32_t> m_palette;
    /// For every colour there is, 1 + its place in the palette, or 0 while nobody asked. From calloc, so that only
    /// pages that are used take memory: a style keeps to a few corners of the cube.
    std::unique_ptr<std::uint16_t[], Free> m_nearest;
};

} // namespace Doorstep
