// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/document.h"
#include "models/domain/result.h"

#include <QString>

namespace Doorstep::Wire {

/// What one number says about a replica: two that hold the same documents at the same versions have the same checksum.
/// It is the XOR of the documents' digests, so a change costs two digests: the old one out, the new one in.
using Checksum = quint64;

/// The first 8 bytes (big-endian) of SHA-256 of `kind \n id \n version`; 0 for a deleted one.
[[nodiscard]] Checksum digestOf(const Document &document);
[[nodiscard]] Checksum digestOf(QStringView kind, QStringView id, qint64 version);

/// 16 lower-case hex digits.
[[nodiscard]] QString checksumText(Checksum checksum);
/// Fails with Malformed unless \a text is 16 hex digits.
[[nodiscard]] Result<Checksum> checksumFromText(QStringView text);

} // namespace Doorstep::Wire
