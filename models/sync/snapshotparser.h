// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/document.h"
#include "models/domain/result.h"
#include "models/wire/documentwire.h"
#include "models/wire/snapshotwire.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace Doorstep {

/// Reads a snapshot line by line as its bytes arrive. It counts only when finish() says so: a stream that stops without
/// the last line is no snapshot.
class SnapshotParser
{
public:
    static constexpr qsizetype longestLine = 16LL * 1024 * 1024;

    /// The documents that became complete with \a bytes. Malformed when a line is not what it must be.
    [[nodiscard]] Result<QList<Document>> take(const QByteArray &bytes);
    /// Where the snapshot stands, once the first line was read.
    [[nodiscard]] const std::optional<Cursor> &cursor() const noexcept { return m_cursor; }
    /// Malformed unless the last line came, was the last and counts right.
    [[nodiscard]] Result<Wire::SnapshotEnd> finish() const;

private:
    [[nodiscard]] Result<> takeLine(const QByteArray &line, QList<Document> &documents);

    QByteArray m_rest; ///< An unfinished line.
    std::optional<Cursor> m_cursor;
    std::optional<Wire::SnapshotEnd> m_end;
    qint64 m_count = 0;
};

} // namespace Doorstep
