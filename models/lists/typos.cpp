// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/typos.h"

#include <algorithm>
#include <array>

namespace Doorstep {

namespace {

constexpr qsizetype longest = 63;
using Row = std::array<int, longest + 1>; ///< Of the table of distances between beginnings.

/// The row of the beginning of \a a that ends with letter \a i, counted from 1; the least in it.
int fillRow(QByteArrayView a, QByteArrayView b, qsizetype i, Row &row, const Row &previous, const Row &beforeThat)
{
    row[0] = static_cast<int>(i);
    int least = row[0];
    for (qsizetype j = 1; j <= b.size(); ++j) {
        const auto at = static_cast<std::size_t>(j);
        const int change = a[i - 1] == b[j - 1] ? 0 : 1;
        row[at] = std::min({previous[at] + 1, row[at - 1] + 1, previous[at - 1] + change});
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[at] = std::min(row[at], beforeThat[at - 2] + 1);
        least = std::min(least, row[at]);
    }
    return least;
}

} // namespace

int typosBetween(QByteArrayView a, QByteArrayView b, int most)
{
    if (a == b)
        return 0;
    if (a.size() > longest || b.size() > longest || std::abs(a.size() - b.size()) > most)
        return most + 1;

    // Two back, one back, this one.
    std::array<Row, 3> rows{};
    for (qsizetype j = 0; j <= b.size(); ++j)
        rows[0][static_cast<std::size_t>(j)] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        auto &row = rows[static_cast<std::size_t>(i % 3)];
        const auto &previous = rows[static_cast<std::size_t>((i + 2) % 3)];
        const auto &beforeThat = rows[static_cast<std::size_t>((i + 1) % 3)];
        const int least = fillRow(a, b, i, row, previous, beforeThat);
        if (least > most)
            return most + 1;
    }
    return std::min(rows[static_cast<std::size_t>(a.size() % 3)][static_cast<std::size_t>(b.size())], most + 1);
}

} // namespace Doorstep
