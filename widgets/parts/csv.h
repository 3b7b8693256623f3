// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QString>

class QAbstractItemModel;

namespace Doorstep {

/// One cell of a CSV file by RFC 4180. What a spreadsheet would run as a formula (a leading = + - @, tab or carriage
/// return) gets an apostrophe in front, unless it is a plain number.
[[nodiscard]] QString csvCell(const QString &text);

/// The display texts of \a model with its header, comma separated, CRLF, UTF-8 with a byte order mark for spreadsheets.
[[nodiscard]] QByteArray csvOf(const QAbstractItemModel &model);

/// Writes csvOf(\a model) to \a path, all or nothing. Fails with Storage.
[[nodiscard]] Result<> exportCsv(const QAbstractItemModel &model, const QString &path);

} // namespace Doorstep
