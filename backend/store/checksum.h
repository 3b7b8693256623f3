// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Doorstep {

/// What one live document adds to its feed's checksum (docs/protocol.md): XOR it in when it appears, and again when it
/// goes.
[[nodiscard]] quint64 checksumOf(const QString &kind, const QString &id, qint64 version);

/// As it is on the wire: 16 lower-case hex digits.
[[nodiscard]] QString checksumText(quint64 checksum);

} // namespace Doorstep
