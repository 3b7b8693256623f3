// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

#include <algorithm>
#include <functional>

namespace Doorstep {

/// What a flat model must announce to its views; `Model` lends its protected functions.
struct RowBrackets
{
    std::function<void(int)> aboutToRemove;
    std::function<void()> removed;
    std::function<void(int)> aboutToInsert;
    std::function<void()> inserted;
    std::function<void(int, int)> aboutToMove; ///< From, to before which row, as QAbstractItemModel counts.
    std::function<void()> moved;
    std::function<void(int)> changed;
};

/// Makes \a rows into \a wanted a row at a time, so that a choice among those that stay stays too. Rows are the same
/// when their \a keyOf is.
template <typename Row, typename KeyOf>
void becomeRows(QList<Row> &rows, const QList<Row> &wanted, KeyOf keyOf, const RowBrackets &brackets)
{
    const auto isKeyOf = [&](const Row &row) {
        return [&keyOf, key = keyOf(row)](const Row &other) { return keyOf(other) == key; };
    };
    for (qsizetype i = rows.size() - 1; i >= 0; --i) {
        if (std::ranges::any_of(wanted, isKeyOf(rows.at(i))))
            continue;
        brackets.aboutToRemove(static_cast<int>(i));
        rows.removeAt(i);
        brackets.removed();
    }
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const auto found = std::find_if(rows.cbegin() + i, rows.cend(), isKeyOf(wanted.at(i))) - rows.cbegin();
        if (found == rows.size()) {
            brackets.aboutToInsert(static_cast<int>(i));
            rows.insert(i, wanted.at(i));
            brackets.inserted();
            continue;
        }
        if (found != i) {
            brackets.aboutToMove(static_cast<int>(found), static_cast<int>(i));
            rows.move(found, i);
            brackets.moved();
        }
        if (rows.at(i) != wanted.at(i)) {
            rows[i] = wanted.at(i);
            brackets.changed(static_cast<int>(i));
        }
    }
}

} // namespace Doorstep
