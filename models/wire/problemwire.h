// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QJsonObject>

namespace Doorstep::Wire {

/// `application/problem+json` (RFC 9457) as we use it.
struct Problem
{
    int status = 500;
    QString code; ///< A word of docs/protocol.md: "bad_credentials", "cursor_expired".
    QString title;
    QString detail; ///< What to do about it, in English.
    QString field; ///< The key that was wrong, where there is one.

    bool operator==(const Problem &) const = default;
};

[[nodiscard]] QJsonObject toJson(const Problem &problem);

/// Fails with Malformed unless there are a status and a code.
[[nodiscard]] Result<Problem> problemFromJson(const QJsonObject &json);

/// What went wrong, given the answer's HTTP \a status and its \a body (a problem or anything else).
[[nodiscard]] Error errorOf(int status, const QByteArray &body);

/// The status that says \a kind, and the other way round; 0 (no answer at all) is Offline.
[[nodiscard]] int statusOf(Error::Kind kind);
[[nodiscard]] Error::Kind kindOf(int status);

} // namespace Doorstep::Wire
