// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/tiles/labelroom.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace Doorstep {

namespace {

/// What resources/mapstyle/doorstep.xml sets these labels in, in pixels.
struct Type
{
    double letter; ///< Average width, with its spacing.
    double line; ///< Height.
    double wrap; ///< Where a line is broken.
};

Type typeOf(std::string_view kind)
{
    if (kind == "city")
        return {.letter = 11, .line = 20, .wrap = 200};
    if (kind == "town" || kind == "suburb")
        return {.letter = 10.2, .line = 15, .wrap = 110};
    return {.letter = 6.6, .line = 13, .wrap = 90};
}

struct Box
{
    double west, south, east, north;

    [[nodiscard]] bool meets(const Box &other) const
    {
        return west < other.east && other.west < east && south < other.north && other.south < north;
    }
};

std::size_t letters(std::string_view utf8)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

/// Half the width and half the height of \a label in pixels, with a little air around it.
std::pair<double, double> halfSize(const PointLabel &label)
{
    const auto type = typeOf(label.kind);
    double widest = 0;
    double line = 0;
    int lines = 1;
    for (std::size_t start = 0; start <= label.name.size();) {
        const auto end = std::min(label.name.find(' ', start), label.name.size());
        const auto word = double(letters(std::string_view(label.name).substr(start, end - start))) * type.letter;
        if (line > 0 && line + type.letter + word > type.wrap) {
            ++lines;
            line = word;
        } else {
            line += (line > 0 ? type.letter : 0) + word;
        }
        widest = std::max(widest, line);
        start = end + 1;
    }
    return {widest / 2 + 6, lines * type.line / 2 + 4};
}

/// The labels of one zoom that have their place, found again by the cell they are in.
class Placed
{
public:
    bool add(const Box &box)
    {
        const auto cells = [&box](auto &&visit) {
            for (auto x = cell(box.west); x <= cell(box.east); ++x) {
                for (auto y = cell(box.south); y <= cell(box.north); ++y) {
                    if (!visit((x << 32) ^ (y & 0xffffffff)))
                        return false;
                }
            }
            return true;
        };
        const bool free = cells([this, &box](std::int64_t at) {
            const auto found = m_cells.find(at);
            return found == m_cells.end()
                || std::ranges::none_of(found->second, [&box](const Box &other) { return box.meets(other); });
        });
        if (free) {
            cells([this, &box](std::int64_t at) {
                m_cells[at].push_back(box);
                return true;
            });
        }
        return free;
    }

private:
    static std::int64_t cell(double pixel) { return static_cast<std::int64_t>(std::floor(pixel / 256)); }

    std::unordered_map<std::int64_t, std::vector<Box>> m_cells;
};

} // namespace

void makeRoom(std::vector<PointLabel> &labels)
{
    // The order must not depend on the file's, so that the same city always looks the same.
    std::ranges::sort(labels, {}, [](const PointLabel &label) {
        return std::tie(label.rank, label.minZoom, label.name, label.at.x, label.at.y);
    });
    std::unordered_map<int, Placed> zooms;
    for (auto &label : labels) {
        const auto [halfWidth, halfHeight] = halfSize(label);
        // From near to far: a label that has no room at one zoom has none at those before it.
        int zoom = label.maxZoom;
        for (; zoom >= label.minZoom; --zoom) {
            const double pixel = std::ldexp(1.0, 24 - zoom);
            const double x = label.at.x / pixel;
            const double y = label.at.y / pixel;
            if (!zooms[zoom].add(
                    {.west = x - halfWidth, .south = y - halfHeight, .east = x + halfWidth, .north = y + halfHeight}))
                break;
        }
        label.minZoom = zoom + 1;
    }
}

} // namespace Doorstep
