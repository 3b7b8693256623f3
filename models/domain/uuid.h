// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

namespace Doorstep {

/// A new UUID of version 7 (RFC 9562 §5.7) as 36 lower-case characters: 48 bits of \a now in milliseconds, then 74
/// random bits from the system. The time inside is for index locality only; never order by it.
///
/// Thread-safe. (QUuid::createUuidV7() comes with Qt 6.9.)
[[nodiscard]] QString newUuid(const QDateTime &now);

} // namespace Doorstep
