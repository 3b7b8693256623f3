// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/userwire.h"

#include "models/wire/reader.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr Words<User::Role, 5> roleWords{{
    {User::Role::Driver, "driver"_L1},
    {User::Role::Dispatcher, "dispatcher"_L1},
    {User::Role::Supervisor, "supervisor"_L1},
    {User::Role::Support, "support"_L1},
    {User::Role::Admin, "admin"_L1},
}};

} // namespace

QLatin1StringView roleWord(User::Role role)
{
    return wordOf(roleWords, role);
}

std::optional<User::Role> roleFromWord(QStringView word)
{
    return valueOf(roleWords, word);
}

QJsonObject toJson(const User &user)
{
    QJsonArray roles;
    for (const auto role : user.roles)
        roles.append(wordOf(roleWords, role));
    QJsonObject json{
        {u"id"_s, user.id.toString()}, {u"name"_s, user.name}, {u"full_name"_s, user.fullName}, {u"roles"_s, roles}};
    putText(json, "driver"_L1, user.driver.toString());
    return json;
}

namespace {

template <typename Json>
Result<User> read(const Json &json)
{
    BasicReader<Json> reader("user"_L1, json);
    User user;
    user.id = reader.template id<UserId>("id"_L1);
    user.name = reader.text("name"_L1);
    user.fullName = reader.text("full_name"_L1);
    for (const auto &value : reader.array("roles"_L1, 16)) {
        const auto role = valueOf(roleWords, value.toString());
        if (!role)
            reader.fail("roles"_L1);
        user.roles.append(role.value_or(User::Role::Driver));
    }
    user.driver = reader.template optionalId<DriverId>("driver"_L1);
    return reader.finish(std::move(user));
}

} // namespace

Result<User> userFromJson(const QJsonObject &json)
{
    return read(json);
}

Result<User> readUser(const JsonView &json)
{
    return read(json);
}

} // namespace Doorstep::Wire
