// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/tiles/tileencoder.h"

#include <QtEndian>

#include <algorithm>
#include <limits>
#include <ranges>
#include <zlib.h>

namespace Doorstep {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t paletteSize = 256;

int channel(std::uint32_t rgb, int shift)
{
    return static_cast<int>((rgb >> shift) & 0xff);
}

int squareDistance(std::uint32_t a, std::uint32_t b)
{
    const int red = channel(a, 16) - channel(b, 16);
    const int green = channel(a, 8) - channel(b, 8);
    const int blue = channel(a, 0) - channel(b, 0);
    return 2 * red * red + 4 * green * green + 3 * blue * blue; // roughly as the eye weighs them
}

std::uint32_t mixed(std::uint32_t a, std::uint32_t b, int part, int parts)
{
    std::uint32_t rgb = 0;
    for (const int shift : {16, 8, 0}) {
        const int value = (channel(a, shift) * (parts - part) + channel(b, shift) * part + parts / 2) / parts;
        rgb |= static_cast<std::uint32_t>(value) << shift;
    }
    return rgb;
}

struct Mixture
{
    std::uint32_t rgb;
    int distance; ///< To the nearest colour of the palette.
};

std::vector<Mixture> mixturesOf(const std::vector<std::uint32_t> &palette)
{
    constexpr int parts = 8;
    std::vector<Mixture> mixtures;
    mixtures.reserve(palette.size() * palette.size() / 2 * (parts - 1));
    for (std::size_t i = 0; i < palette.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            for (int part = 1; part < parts; ++part) {
                const auto rgb = mixed(palette[i], palette[j], part, parts);
                const auto distances =
                    palette | std::views::transform([rgb](std::uint32_t other) { return squareDistance(rgb, other); });
                mixtures.push_back({.rgb = rgb, .distance = std::ranges::min(distances)});
            }
        }
    }
    return mixtures;
}

/// The given colours, then of all their mixtures always the one farthest from what is already there.
std::vector<std::uint32_t> paletteFrom(const std::vector<std::uint32_t> &colours)
{
    std::vector<std::uint32_t> palette;
    for (const auto colour : colours) {
        if (palette.size() < paletteSize && std::ranges::find(palette, colour) == palette.end())
            palette.push_back(colour);
    }
    auto mixtures = mixturesOf(palette);
    while (palette.size() < paletteSize && !mixtures.empty()) {
        const auto farthest = *std::ranges::max_element(mixtures, {}, &Mixture::distance);
        if (farthest.distance == 0)
            break;
        palette.push_back(farthest.rgb);
        for (auto &mixture : mixtures)
            mixture.distance = std::min(mixture.distance, squareDistance(mixture.rgb, farthest.rgb));
    }
    return palette;
}

void appendChunk(QByteArray &png, const char *type, QByteArrayView data)
{
    std::array<char, 4> number{};
    const auto put = [&png, &number](auto value) {
        qToBigEndian(static_cast<quint32>(value), number.data());
        png.append(number.data(), number.size());
    };
    put(data.size());
    const auto start = png.size();
    png.append(type, 4);
    png.append(data);
    put(crc32(0, reinterpret_cast<const Bytef *>(png.constData() + start), static_cast<uInt>(png.size() - start)));
}

} // namespace

TileEncoder::TileEncoder(const std::vector<std::uint32_t> &colours)
    : m_palette(paletteFrom(colours))
    , m_nearest(static_cast<std::uint16_t *>(std::calloc(std::size_t{1} << 24, sizeof(std::uint16_t))))
{
}

std::uint8_t TileEncoder::indexOf(std::uint32_t rgb)
{
    auto &known = m_nearest[rgb];
    if (known == 0) {
        const auto nearest = std::ranges::min_element(
            m_palette, {}, [rgb](std::uint32_t colour) { return squareDistance(colour, rgb); });
        known = static_cast<std::uint16_t>(1 + (nearest - m_palette.begin()));
    }
    return static_cast<std::uint8_t>(known - 1);
}

Result<QByteArray> TileEncoder::png(const Pixels &pixels)
{
    if (!m_nearest)
        return failure(Error::Kind::Storage, u"no memory for the palette of the map"_s);

    // Rows of one index a pixel, each after a zero for "no filter".
    QByteArray rows((pixels.width + 1) * qsizetype{pixels.height}, Qt::Uninitialized);
    auto *out = reinterpret_cast<std::uint8_t *>(rows.data());
    for (int y = 0; y < pixels.height; ++y) {
        *out++ = 0;
        const auto *row = pixels.first + std::ptrdiff_t{y} * pixels.stride;
        std::uint32_t lastPixel = ~row[0];
        std::uint8_t lastIndex = 0;
        for (int x = 0; x < pixels.width; ++x) {
            if (row[x] != lastPixel) {
                lastPixel = row[x];
                lastIndex = indexOf(((lastPixel & 0xff) << 16) | (lastPixel & 0xff00) | ((lastPixel >> 16) & 0xff));
            }
            *out++ = lastIndex;
        }
    }
    QByteArray packed(static_cast<qsizetype>(compressBound(static_cast<uLong>(rows.size()))), Qt::Uninitialized);
    auto packedSize = static_cast<uLongf>(packed.size());
    constexpr int level = 4; // past it zlib takes twice the time for a twentieth of the size
    if (compress2(reinterpret_cast<Bytef *>(packed.data()), &packedSize,
                  reinterpret_cast<const Bytef *>(rows.constData()), static_cast<uLong>(rows.size()), level)
        != Z_OK)
        return failure(Error::Kind::Storage, u"a tile could not be compressed"_s);

    QByteArray header(13, '\0');
    qToBigEndian(static_cast<quint32>(pixels.width), header.data());
    qToBigEndian(static_cast<quint32>(pixels.height), header.data() + 4);
    header[8] = 8; // bits a pixel
    header[9] = 3; // from a palette
    QByteArray colours;
    for (const auto rgb : m_palette) {
        for (const int shift : {16, 8, 0})
            colours.append(static_cast<char>(channel(rgb, shift)));
    }
    QByteArray png("\x89PNG\r\n\x1a\n", 8);
    appendChunk(png, "IHDR", header);
    appendChunk(png, "PLTE", colours);
    appendChunk(png, "IDAT", QByteArrayView(packed).first(static_cast<qsizetype>(packedSize)));
    appendChunk(png, "IEND", {});
    return png;
}

} // namespace Doorstep
