// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/access/visibility.h"

#include "models/wire/kinds.h"
#include "models/wire/rawjson.h"

using namespace Qt::StringLiterals;

namespace Doorstep {

Document asSeenBy(const User &user, Document document)
{
    if (document.kind != Wire::Kinds::driver || user.has(User::Role::Admin) || !document.body.contains("\"device_id\""))
        return document;
    auto body = Wire::objectFromBytes(document.body).value_or(QJsonObject());
    body.remove("device_id"_L1);
    document.body = Wire::compact(body);
    return document;
}

} // namespace Doorstep
