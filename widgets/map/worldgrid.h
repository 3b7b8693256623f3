// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/map/mercator.h"

#include <cmath>
#include <vector>

namespace Doorstep {

/// Finds which of many points lie in a rectangle without looking at all of them: an even grid over their bounds.
///
/// Building is O(n), a query touches the cells it covers. Points keep the index they were given in.
class WorldGrid
{
public:
    WorldGrid() = default;
    explicit WorldGrid(const std::vector<WorldPoint> &points);

    /// Calls \a visit(index) for every point in \a bounds and perhaps for some just outside. \a bounds may cross the
    /// antimeridian; each point is visited once.
    template <typename Visit>
    void visit(const QRectF &bounds, const Visit &visit) const
    {
        if (bounds.width() >= 1.0) {
            visitOne({0.0, bounds.y(), 1.0, bounds.height()}, visit);
            return;
        }
        const auto home = bounds.translated(-std::floor(bounds.left()), 0.0);
        if (home.right() <= 1.0) {
            visitOne(home, visit);
        } else if (m_columns > 0 && column(home.right() - 1.0) >= column(home.left())) {
            visitOne({0.0, bounds.y(), 1.0, bounds.height()}, visit); // both ends share a cell
        } else {
            visitOne({home.left(), home.top(), 1.0 - home.left(), home.height()}, visit);
            visitOne({0.0, home.top(), home.right() - 1.0, home.height()}, visit);
        }
    }

private:
    template <typename Visit>
    void visitOne(const QRectF &bounds, const Visit &visit) const
    {
        if (m_columns == 0 || bounds.left() > m_bounds.right() || bounds.right() < m_bounds.left()
            || bounds.top() > m_bounds.bottom() || bounds.bottom() < m_bounds.top())
            return;
        const auto left = column(bounds.left());
        const auto right = column(bounds.right());
        const auto lastRow = row(bounds.bottom());
        for (auto y = row(bounds.top()); y <= lastRow; ++y) {
            const auto cells = static_cast<std::size_t>(y) * static_cast<std::size_t>(m_columns);
            const auto first = m_cellStart[cells + static_cast<std::size_t>(left)];
            const auto last = m_cellStart[cells + static_cast<std::size_t>(right) + 1];
            for (auto i = first; i < last; ++i)
                visit(m_order[i]);
        }
    }
    [[nodiscard]] int column(double x) const;
    [[nodiscard]] int row(double y) const;

    QRectF m_bounds;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<size_t> m_cellStart; // of each cell, row by row, and one past the last
    std::vector<size_t> m_order; // indices of points, cell by cell
};

} // namespace Doorstep
