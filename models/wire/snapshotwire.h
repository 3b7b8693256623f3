// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/document.h"
#include "models/domain/result.h"
#include "models/wire/checksum.h"

#include <QByteArray>

namespace Doorstep::Wire {

/// The last line of a snapshot; without it the snapshot is not one.
struct SnapshotEnd
{
    qint64 count = 0;
    Checksum checksum = 0;

    bool operator==(const SnapshotEnd &) const = default;
};

/// `{"epoch":"E","seq":N}`, the first line, without the line feed.
[[nodiscard]] QByteArray toBytes(const Cursor &cursor);
[[nodiscard]] Result<Cursor> cursorFromBytes(const QByteArray &bytes);

/// `{"end":true,"count":C,"checksum":"HEX"}`.
[[nodiscard]] QByteArray toBytes(const SnapshotEnd &end);
/// Whether \a bytes may be the last line rather than a document.
[[nodiscard]] bool looksLikeSnapshotEnd(QByteArrayView bytes);
[[nodiscard]] Result<SnapshotEnd> snapshotEndFromBytes(const QByteArray &bytes);

} // namespace Doorstep::Wire
