// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"
#include "models/domain/result.h"
#include "models/domain/user.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

namespace Doorstep::Wire {

/// The answer of `POST /v1/session` (and of GET, then without a token).
struct Session
{
    QString token;
    QDateTime expiresAt;
    User user;
    QList<FeedId> feeds; ///< Those the person may follow.

    bool operator==(const Session &) const = default;
};

[[nodiscard]] QJsonObject toJson(const Session &session);
[[nodiscard]] Result<Session> sessionFromJson(const QJsonObject &json);

} // namespace Doorstep::Wire
