// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/store.h"
#include "models/domain/user.h"

namespace Doorstep {

/// Somebody who is to sign in.
struct NewUser
{
    QString name; ///< 1 to 64 characters of A-Z a-z 0-9 - _ . @
    QString fullName;
    QList<User::Role> roles;
    DriverId driver;
    QByteArray password;
};

/// Makes the account and its document, or gives the account of that name a new password and roles. Costs an Argon2id
/// hash: not on an event loop. Malformed when a name or password will not do.
drogon::Task<Result<User>> addUser(Store &store, NewUser user, QDateTime now);

/// Nobody signs in as \a name any more, and whoever has is out. NotFound. addUser() lets them in again.
drogon::Task<Result<>> disableUser(Store &store, QString name, QDateTime now);

/// Everybody in the organisation's feed.
drogon::Task<Result<QList<User>>> usersIn(Store &store);

} // namespace Doorstep
