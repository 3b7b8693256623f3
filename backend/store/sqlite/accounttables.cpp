// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/sqlite/accounttables.h"

namespace Doorstep::StoreFile {

Result<> putAccount(Database &database, const Account &account)
{
    return Statement(database,
                     "INSERT INTO account(name, user, password_hash) VALUES(?1, ?2, ?3)"
                     " ON CONFLICT(name) DO UPDATE SET password_hash=excluded.password_hash, disabled=0")
        .with(account.name, account.user.toString(), account.passwordHash)
        .run();
}

Result<std::vector<Account>> readAccounts(Database &database)
{
    Statement rows(database, "SELECT name, user, password_hash, disabled FROM account ORDER BY name");
    std::vector<Account> accounts;
    for (auto row = rows.next(); !row || *row; row = rows.next()) {
        if (!row)
            return std::unexpected(row.error());
        accounts.push_back({.name = rows.text(0),
                            .user = UserId(rows.text(1)),
                            .passwordHash = rows.bytes(2),
                            .isDisabled = rows.integer(3) != 0});
    }
    return accounts;
}

Result<> putSession(Database &database, const Session &session)
{
    return Statement(database,
                     "INSERT OR REPLACE INTO session(token_hash, user, expires_at, began_at) VALUES(?1, ?2, ?3, ?4)")
        .with(session.tokenHash.toHex(), session.user.toString(), session.expiresAt,
              session.beganAt.isValid() ? session.beganAt.toMSecsSinceEpoch() : 0)
        .run();
}

Result<> removeSession(Database &database, const QByteArray &tokenHash)
{
    return Statement(database, "DELETE FROM session WHERE token_hash=?1").with(tokenHash.toHex()).run();
}

Result<Account> disableAccount(Database &database, const QString &name)
{
    const auto accounts = readAccounts(database);
    if (!accounts)
        return std::unexpected(accounts.error());
    const auto found = std::ranges::find(*accounts, name, &Account::name);
    if (found == accounts->end())
        return failure(Error::Kind::NotFound, QStringLiteral("nobody signs in as %1").arg(name));
    if (auto done = Statement(database, "UPDATE account SET disabled=1 WHERE name=?1").with(name).run(); !done)
        return std::unexpected(done.error());
    if (auto done = Statement(database, "DELETE FROM session WHERE user=?1").with(found->user.toString()).run(); !done)
        return std::unexpected(done.error());
    return *found;
}

Result<> forgetSessions(Database &database, const QDateTime &now)
{
    return Statement(database, "DELETE FROM session WHERE expires_at<=?1").with(now).run();
}

Result<std::vector<Session>> readSessions(Database &database)
{
    Statement rows(database, "SELECT token_hash, user, expires_at, began_at FROM session");
    std::vector<Session> sessions;
    for (auto row = rows.next(); !row || *row; row = rows.next()) {
        if (!row)
            return std::unexpected(row.error());
        sessions.push_back({.tokenHash = QByteArray::fromHex(rows.bytes(0)),
                            .user = UserId(rows.text(1)),
                            .expiresAt = rows.time(2),
                            .beganAt = rows.time(3)});
    }
    return sessions;
}

Result<std::optional<KeptAnswer>> readAnswer(Database &database, const QString &key)
{
    Statement rows(database, "SELECT request_hash, body FROM kept_answer WHERE key=?1");
    const auto row = rows.with(key).next();
    if (!row)
        return std::unexpected(row.error());
    if (!*row)
        return std::optional<KeptAnswer>();
    return KeptAnswer{.requestHash = QByteArray::fromHex(rows.bytes(0)), .body = rows.bytes(1)};
}

Result<> keepAnswer(Database &database, const QString &key, const KeptAnswer &answer, const QDateTime &at)
{
    return Statement(database, "INSERT OR REPLACE INTO kept_answer(key, request_hash, body, at) VALUES(?1, ?2, ?3, ?4)")
        .with(key, answer.requestHash.toHex(), answer.body, at)
        .run();
}

Result<> forgetAnswers(Database &database, const QDateTime &before)
{
    return Statement(database, "DELETE FROM kept_answer WHERE at<?1").with(before).run();
}

} // namespace Doorstep::StoreFile
