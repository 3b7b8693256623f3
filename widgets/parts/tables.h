// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QTableView;

namespace Doorstep {

inline constexpr int rowHeight = 32;
inline constexpr int compactRowHeight = 26;

/// Makes \a table one of ours: whole rows, no grid, no row numbers, quiet header, stable sizes for any number of rows.
void dressTable(QTableView &table, const QString &accessibleName);

} // namespace Doorstep
