// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

class QTableView;

namespace Doorstep {

/// How wide a column is, in pixels of the device-independent kind.
struct ColumnWidth
{
    int least; ///< Still readable.
    int wanted; ///< All of an ordinary value.
    int spare = 0; ///< Where there is no room, those with the highest go first; 0 always stays.
};

/// How \a total is shared out: each column gets what it wants and a part of what is left, or gives way down to its
/// least; below the sum of those the table scrolls.
[[nodiscard]] QList<int> sharedWidths(const QList<ColumnWidth> &columns, int total);

/// Which of \a columns are shown in \a total: without the most spare ones until the least of the others fit.
[[nodiscard]] QList<bool> shownColumns(const QList<ColumnWidth> &columns, int total);

/// Keeps the columns of \a table as wide as it, without those for which there is no room, until the person drags one.
/// Call it after setModel(). UI thread.
void fitColumns(QTableView &table, const QList<ColumnWidth> &columns);

} // namespace Doorstep
