// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/access/newuser.h"

#include "backend/access/passwords.h"
#include "backend/store/audittrail.h"
#include "models/domain/depot.h"
#include "models/domain/uuid.h"
#include "models/wire/kinds.h"
#include "models/wire/rawjson.h"
#include "models/wire/userwire.h"

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

bool isAccountName(QStringView name)
{
    const auto isSafe = [](QChar c) {
        return (c < QChar(0x80) && c.isLetterOrNumber()) || c == u'-' || c == u'_' || c == u'.' || c == u'@';
    };
    return !name.isEmpty() && name.size() <= 64 && std::ranges::all_of(name, isSafe);
}

} // namespace

drogon::Task<Result<User>> addUser(Store &store, NewUser wanted, QDateTime now)
{
    if (!isAccountName(wanted.name))
        co_return failure(Error::Kind::Malformed, u"a name has 1 to 64 letters, digits and - _ . @"_s);
    if (wanted.roles.isEmpty())
        co_return failure(Error::Kind::Malformed, u"somebody who signs in needs a role"_s);
    const auto hash = hashPassword(wanted.password);
    if (!hash)
        co_return std::unexpected(hash.error());
    const auto holders = co_await store.holders(u"user"_s, {wanted.name});
    if (!holders)
        co_return std::unexpected(holders.error());
    const auto known = holders->value(0);

    const User user{.id = UserId(known.isEmpty() ? newUuid(now) : known),
                    .name = wanted.name,
                    .fullName = wanted.fullName.isEmpty() ? wanted.name : wanted.fullName,
                    .roles = wanted.roles,
                    .driver = wanted.driver};
    Commit commit{.writes = {{.feed = organisationFeed(),
                              .kind = Wire::Kinds::user,
                              .id = user.id.toString(),
                              .body = Wire::compact(Wire::toJson(user))}},
                  .claims = {{.space = u"user"_s, .key = user.name, .holder = user.id.toString()}},
                  .actor = commandLineActor(),
                  .at = now};
    const auto json = Wire::toJson(user);
    leaveTrail(commit, u"user"_s, {{u"name"_s, user.name}, {u"roles"_s, json["roles"_L1]}});
    if (const auto done = co_await store.commit(std::move(commit)); !done)
        co_return std::unexpected(done.error());
    Account account{.name = user.name, .user = user.id, .passwordHash = *hash};
    if (const auto done = co_await store.putAccount(std::move(account)); !done)
        co_return std::unexpected(done.error());
    co_return user;
}

drogon::Task<Result<>> disableUser(Store &store, QString name, QDateTime now)
{
    const auto account = co_await store.disableAccount(name);
    if (!account)
        co_return std::unexpected(account.error());
    const auto id = account->user.toString();
    std::vector<DocumentKey> keys{{.feed = organisationFeed(), .kind = Wire::Kinds::user, .id = id}};
    const auto found = co_await store.documents(std::move(keys));
    if (!found)
        co_return std::unexpected(found.error());
    auto body = Wire::objectFromBytes(found->first().body).value_or(QJsonObject());
    if (body.isEmpty())
        co_return Result<>();
    body.insert("disabled"_L1, true); // a running server notices by this change
    Commit commit{
        .writes = {{.feed = organisationFeed(), .kind = Wire::Kinds::user, .id = id, .body = Wire::compact(body)}},
        .claims = {},
        .actor = commandLineActor(),
        .at = now};
    leaveTrail(commit, u"disable_user"_s, {{u"name"_s, name}});
    const auto done = co_await store.commit(std::move(commit));
    co_return done ? Result<>() : Result<>(std::unexpected(done.error()));
}

drogon::Task<Result<QList<User>>> usersIn(Store &store)
{
    const auto documents = co_await store.documentsOf(organisationFeed(), Wire::Kinds::user);
    if (!documents)
        co_return std::unexpected(documents.error());
    QList<User> users;
    for (const auto &document : *documents) {
        const auto body = Wire::objectFromBytes(document.body);
        auto user = body.and_then([](const QJsonObject &json) { return Wire::userFromJson(json); });
        if (!user)
            co_return std::unexpected(user.error());
        users.append(std::move(*user));
    }
    co_return users;
}

} // namespace Doorstep
