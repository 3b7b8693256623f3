// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/tiles/streetchains.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <utility>

namespace Doorstep {

namespace {

using Ends = std::multimap<std::pair<std::int32_t, std::int32_t>, std::size_t>;

std::pair<std::int32_t, std::int32_t> key(GridPoint point)
{
    return {point.x, point.y};
}

/// How far a line that comes from \a before over \a at turns to go on to \a after: 1 straight on, -1 back.
double straightness(GridPoint before, GridPoint at, GridPoint after)
{
    const double ax = double(at.x) - before.x;
    const double ay = double(at.y) - before.y;
    const double bx = double(after.x) - at.x;
    const double by = double(after.y) - at.y;
    const double lengths = std::hypot(ax, ay) * std::hypot(bx, by);
    return lengths > 0 ? (ax * bx + ay * by) / lengths : -1;
}

double lengthOf(std::span<const GridPoint> line)
{
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        length += std::hypot(double(line[i].x) - line[i - 1].x, double(line[i].y) - line[i - 1].y);
    return length;
}

class Joiner
{
public:
    Joiner(std::vector<Shape::Part> pieces, double longest)
        : m_pieces(std::move(pieces))
        , m_longest(longest)
        , m_used(m_pieces.size())
    {
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            m_ends.emplace(key(m_pieces[i].front()), i);
            m_ends.emplace(key(m_pieces[i].back()), i);
        }
    }

    std::vector<Shape::Part> joined()
    {
        std::vector<Shape::Part> lines;
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            if (m_used[i])
                continue;
            m_used[i] = true;
            auto line = m_pieces[i];
            double length = lengthOf(line);
            for (int end = 0; end < 2; ++end) {
                while (length < m_longest) {
                    const auto points = line.size();
                    if (!extend(line))
                        break;
                    length += lengthOf(std::span(line).subspan(points - 1));
                }
                std::ranges::reverse(line);
            }
            lines.push_back(std::move(line));
        }
        return lines;
    }

private:
    bool extend(Shape::Part &line)
    {
        constexpr double sharpest = 0.3; // a name does not bend round a sharper corner than some 70 degrees
        double best = sharpest;
        std::size_t next = m_pieces.size();
        const auto end = line.back();
        const auto [first, last] = m_ends.equal_range(key(end));
        for (auto it = first; it != last; ++it) {
            if (m_used[it->second])
                continue;
            const auto &piece = m_pieces[it->second];
            const auto on = piece.front() == end ? piece[1] : piece[piece.size() - 2];
            if (const auto turn = straightness(line[line.size() - 2], end, on); turn > best) {
                best = turn;
                next = it->second;
            }
        }
        if (next == m_pieces.size())
            return false;
        m_used[next] = true;
        auto &piece = m_pieces[next];
        if (piece.front() != end)
            std::ranges::reverse(piece);
        line.insert(line.end(), piece.begin() + 1, piece.end());
        return true;
    }

    std::vector<Shape::Part> m_pieces;
    const double m_longest;
    std::vector<bool> m_used;
    Ends m_ends;
};

} // namespace

std::vector<Shape::Part> joinedStreet(std::vector<Shape::Part> pieces, double longest)
{
    std::erase_if(pieces, [](const Shape::Part &piece) { return piece.size() < 2; });
    return Joiner(std::move(pieces), longest).joined();
}

} // namespace Doorstep
