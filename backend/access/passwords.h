// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QByteArray>

namespace Doorstep {

/// The encoded Argon2id hash of \a password with a salt of its own: 19 MiB, two passes, one lane (the least that OWASP
/// advises). Takes some 20 ms and the memory: never on an event loop. Malformed unless it has 8 to 200 bytes.
[[nodiscard]] Result<QByteArray> hashPassword(const QByteArray &password);

/// Whether \a password is the one that \a hash was made of. As costly as making it.
[[nodiscard]] bool isPassword(const QByteArray &password, const QByteArray &hash);

/// A hash of no password, to be checked when nobody has the name: so that the time does not tell whether an account
/// exists.
[[nodiscard]] const QByteArray &hashOfNobody();

} // namespace Doorstep
