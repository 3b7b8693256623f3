// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/tiles/coast.h"

#include <algorithm>
#include <array>
#include <map>
#include <ranges>
#include <utility>

namespace Doorstep {

namespace {

using Part = Shape::Part;
using Lines = std::vector<Part>;

/// The frame as a way round it, clockwise from the north-west: with the inside always on the right, as the sea is of a
/// coast.
class Perimeter
{
public:
    explicit Perimeter(const GridBox &frame)
        : m_frame(frame)
        , m_width(std::int64_t{frame.max.x} - frame.min.x)
        , m_height(std::int64_t{frame.max.y} - frame.min.y)
    {
    }

    /// The point of the frame that is nearest to \a point, which is inside.
    [[nodiscard]] GridPoint nearest(GridPoint point) const
    {
        const std::array sides{
            std::pair(std::int64_t{point.x} - m_frame.min.x, GridPoint{.x = m_frame.min.x, .y = point.y}),
            std::pair(std::int64_t{m_frame.max.x} - point.x, GridPoint{.x = m_frame.max.x, .y = point.y}),
            std::pair(std::int64_t{point.y} - m_frame.min.y, GridPoint{.x = point.x, .y = m_frame.min.y}),
            std::pair(std::int64_t{m_frame.max.y} - point.y, GridPoint{.x = point.x, .y = m_frame.max.y})};
        return std::ranges::min_element(sides, {}, &std::pair<std::int64_t, GridPoint>::first)->second;
    }

    /// How far along the way \a point is, which lies on the frame.
    [[nodiscard]] std::int64_t position(GridPoint point) const
    {
        if (point.y == m_frame.max.y)
            return std::int64_t{point.x} - m_frame.min.x;
        if (point.x == m_frame.max.x)
            return m_width + m_frame.max.y - point.y;
        if (point.y == m_frame.min.y)
            return m_width + m_height + m_frame.max.x - point.x;
        return 2 * m_width + m_height + point.y - m_frame.min.y;
    }

    [[nodiscard]] std::int64_t distance(std::int64_t from, std::int64_t to) const
    {
        return to >= from ? to - from : to - from + 2 * (m_width + m_height);
    }

    /// Adds the corners that one passes from \a from on for \a way.
    void appendCorners(Part &part, std::int64_t from, std::int64_t way) const
    {
        std::array corners{std::pair(std::int64_t{0}, GridPoint{.x = m_frame.min.x, .y = m_frame.max.y}),
                           std::pair(m_width, m_frame.max),
                           std::pair(m_width + m_height, GridPoint{.x = m_frame.max.x, .y = m_frame.min.y}),
                           std::pair(2 * m_width + m_height, m_frame.min)};
        for (auto &corner : corners)
            corner.first = distance(from, corner.first);
        std::ranges::sort(corners, {}, &std::pair<std::int64_t, GridPoint>::first);
        for (const auto &[at, corner] : corners) {
            if (at > 0 && at < way)
                part.push_back(corner);
        }
    }

private:
    GridBox m_frame;
    std::int64_t m_width;
    std::int64_t m_height;
};

double signedArea(const Part &ring)
{
    double twice = 0;
    for (std::size_t i = 1; i < ring.size(); ++i)
        twice += double(ring[i - 1].x) * ring[i].y - double(ring[i].x) * ring[i - 1].y;
    return twice / 2;
}

/// Joins lines end to begin, never turning one round: their direction says where the land is.
Lines joined(Lines pieces)
{
    std::map<std::pair<std::int32_t, std::int32_t>, std::size_t> begins;
    std::map<std::pair<std::int32_t, std::int32_t>, std::size_t> ends;
    const auto key = [](GridPoint point) { return std::pair(point.x, point.y); };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        begins.emplace(key(pieces[i].front()), i);
        ends.emplace(key(pieces[i].back()), i);
    }
    std::vector<bool> used(pieces.size());
    Lines lines;
    const auto follow = [&](std::size_t first) {
        used[first] = true;
        auto line = std::move(pieces[first]);
        for (auto next = begins.find(key(line.back())); next != begins.end() && !used[next->second];
             next = begins.find(key(line.back()))) {
            used[next->second] = true;
            const auto &piece = pieces[next->second];
            line.insert(line.end(), piece.begin() + 1, piece.end());
        }
        lines.push_back(std::move(line));
    };
    // First from where nothing comes in, then what is left: rings.
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!ends.contains(key(pieces[i].front())))
            follow(i);
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!used[i])
            follow(i);
    }
    return lines;
}

/// Closes lines that run from frame to frame along the frame, each to the next that begins.
Lines closed(const Perimeter &perimeter, Lines open)
{
    for (auto &line : open) {
        line.insert(line.begin(), perimeter.nearest(line.front()));
        line.push_back(perimeter.nearest(line.back()));
    }
    std::vector<bool> used(open.size());
    Lines rings;
    for (std::size_t i = 0; i < open.size(); ++i) {
        Part ring;
        for (std::size_t at = i; !used[at];) {
            used[at] = true;
            ring.insert(ring.end(), open[at].begin(), open[at].end());
            const auto from = perimeter.position(open[at].back());
            const auto way = [&](std::size_t line) {
                return perimeter.distance(from, perimeter.position(open[line].front()));
            };
            const auto next = std::ranges::min(std::views::iota(std::size_t{0}, open.size()), {}, way);
            perimeter.appendCorners(ring, from, way(next));
            at = next;
        }
        if (ring.size() > 2) {
            ring.push_back(ring.front());
            rings.push_back(std::move(ring));
        }
    }
    return rings;
}

/// Where \a point goes that lies on the frame of the extract; itself for all others.
GridPoint pushedOut(const GridBox &frame, GridPoint point)
{
    constexpr std::int64_t far = 1 << 26; // some 5 degrees of longitude
    constexpr std::int64_t near = 2000; // some 15 m: extracts are not cut to the centimetre
    const auto pushed = [](std::int32_t value, std::int32_t min, std::int32_t max) {
        std::int64_t moved = value;
        if (value <= min + near)
            moved -= far;
        else if (value >= max - near)
            moved += far;
        return static_cast<std::int32_t>(std::clamp<std::int64_t>(moved, INT32_MIN, INT32_MAX));
    };
    return {.x = pushed(point.x, frame.min.x, frame.max.x), .y = pushed(point.y, frame.min.y, frame.max.y)};
}

} // namespace

Shape seaWithin(GridBox frame, std::vector<Shape::Part> coast)
{
    Shape sea{.type = Shape::Type::Area, .parts = {}};
    std::erase_if(coast, [](const Part &part) { return part.size() < 2; });
    if (coast.empty())
        return sea;
    for (const auto &part : coast) {
        for (const auto point : part)
            frame.add(point);
    }

    Lines open;
    bool islands = false;
    for (auto &line : joined(std::move(coast))) {
        if (line.front() != line.back()) {
            open.push_back(std::move(line));
        } else {
            islands = islands || signedArea(line) > 0; // counter-clockwise: land inside
            sea.parts.push_back(std::move(line));
        }
    }
    auto rings = closed(Perimeter(frame), std::move(open));
    if (rings.empty() && islands)
        rings.push_back({{.x = frame.min.x, .y = frame.max.y},
                         frame.max,
                         {.x = frame.max.x, .y = frame.min.y},
                         frame.min,
                         {.x = frame.min.x, .y = frame.max.y}});
    sea.parts.insert(sea.parts.end(), std::make_move_iterator(rings.begin()), std::make_move_iterator(rings.end()));
    return sea;
}

namespace {

/// \a ring, whose last point is its first, with what lies beyond \a frame pushed out.
Shape::Part widened(const GridBox &frame, const Shape::Part &ring)
{
    Shape::Part wider;
    wider.reserve(ring.size());
    const auto isInside = [&](std::size_t i) { return pushedOut(frame, ring[i]) == ring[i]; };
    const auto last = ring.size() - 1;
    for (std::size_t i = 0; i <= last; ++i) {
        if (isInside(i)) {
            wider.push_back(ring[i]);
            continue;
        }
        // The shore keeps its course up to the frame and only then turns.
        if (isInside(i == 0 ? last - 1 : i - 1))
            wider.push_back(ring[i]);
        wider.push_back(pushedOut(frame, ring[i]));
        if (isInside(i == last ? 1 : i + 1))
            wider.push_back(ring[i]);
    }
    if (wider.front() != wider.back())
        wider.push_back(wider.front());
    return wider;
}

} // namespace

void continueBeyond(const GridBox &frame, Shape &area)
{
    for (auto &ring : area.parts)
        ring = widened(frame, ring);
}

} // namespace Doorstep
