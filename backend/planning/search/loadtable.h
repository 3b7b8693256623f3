// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace Doorstep::Planning {

/// Loads in all dimensions: a row for each vehicle, node or step.
class LoadTable
{
public:
    LoadTable() = default;
    LoadTable(int rows, int dimensions) { reset(rows, dimensions); }

    /// All of it 0.
    void reset(int rows, int dimensions)
    {
        m_dimensions = dimensions;
        m_loads.assign(static_cast<std::size_t>(rows) * static_cast<std::size_t>(dimensions), 0);
    }

    [[nodiscard]] std::span<std::int64_t> operator[](int row) { return {m_loads.data() + offset(row), width()}; }
    [[nodiscard]] std::span<const std::int64_t> operator[](int row) const
    {
        return {m_loads.data() + offset(row), width()};
    }

private:
    [[nodiscard]] std::size_t width() const { return static_cast<std::size_t>(m_dimensions); }
    [[nodiscard]] std::ptrdiff_t offset(int row) const { return static_cast<std::ptrdiff_t>(row) * m_dimensions; }

    int m_dimensions = 0;
    std::vector<std::int64_t> m_loads;
};

} // namespace Doorstep::Planning
