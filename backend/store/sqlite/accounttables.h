// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/sqlite/database.h"
#include "backend/store/store.h"

namespace Doorstep::StoreFile {

// Accounts, sessions and kept answers: small, seldom, on the writer's thread inside its transaction.

Result<> putAccount(Database &database, const Account &account);
Result<std::vector<Account>> readAccounts(Database &database);
/// NotFound.
Result<Account> disableAccount(Database &database, const QString &name);
Result<> putSession(Database &database, const Session &session);
Result<> removeSession(Database &database, const QByteArray &tokenHash);
Result<> forgetSessions(Database &database, const QDateTime &now);
Result<std::vector<Session>> readSessions(Database &database);
Result<std::optional<KeptAnswer>> readAnswer(Database &database, const QString &key);
Result<> keepAnswer(Database &database, const QString &key, const KeptAnswer &answer, const QDateTime &at);
Result<> forgetAnswers(Database &database, const QDateTime &before);

} // namespace Doorstep::StoreFile
