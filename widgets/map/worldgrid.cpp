// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/worldgrid.h"

#include <algorithm>
#include <cmath>

namespace Doorstep {

namespace {
constexpr int pointsPerCell = 4;
constexpr int maximumCells = 256; // a side
} // namespace

WorldGrid::WorldGrid(const std::vector<WorldPoint> &points)
{
    if (points.empty())
        return;
    const auto [left, right] = std::ranges::minmax(points, {}, &WorldPoint::x);
    const auto [top, bottom] = std::ranges::minmax(points, {}, &WorldPoint::y);
    m_bounds = {QPointF(left.x, top.y), QPointF(right.x, bottom.y)};
    const auto side = int(std::sqrt(double(points.size()) / pointsPerCell));
    m_columns = m_rows = std::clamp(side, 1, maximumCells);

    std::vector<size_t> cells;
    cells.reserve(points.size());
    m_cellStart.assign(size_t(m_columns * m_rows) + 1, 0);
    for (const auto &point : points) {
        cells.push_back(size_t(row(point.y) * m_columns + column(point.x)));
        ++m_cellStart[cells.back() + 1];
    }
    for (size_t i = 1; i < m_cellStart.size(); ++i)
        m_cellStart[i] += m_cellStart[i - 1];

    auto next = m_cellStart;
    m_order.resize(points.size());
    for (size_t i = 0; i < cells.size(); ++i)
        m_order[next[cells[i]]++] = i;
}

int WorldGrid::column(double x) const
{
    const auto share = m_bounds.width() > 0.0 ? (x - m_bounds.left()) / m_bounds.width() : 0.0;
    return int(std::clamp(share * m_columns, 0.0, double(m_columns - 1)));
}

int WorldGrid::row(double y) const
{
    const auto share = m_bounds.height() > 0.0 ? (y - m_bounds.top()) / m_bounds.height() : 0.0;
    return int(std::clamp(share * m_rows, 0.0, double(m_rows - 1)));
}

} // namespace Doorstep
