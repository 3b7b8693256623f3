// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/sessionwire.h"

#include "models/wire/reader.h"
#include "models/wire/userwire.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr qsizetype mostFeeds = 1'000;

} // namespace

QJsonObject toJson(const Session &session)
{
    QJsonObject json{{u"user"_s, toJson(session.user)}, {u"feeds"_s, idsJson(session.feeds)}};
    putText(json, "token"_L1, session.token);
    putTime(json, "expires_at"_L1, session.expiresAt);
    return json;
}

Result<Session> sessionFromJson(const QJsonObject &json)
{
    Reader reader("session"_L1, json);
    Session session;
    session.token = reader.optionalText("token"_L1);
    session.expiresAt = reader.time("expires_at"_L1);
    session.user = reader.take(userFromJson(reader.object("user"_L1)));
    session.feeds = reader.ids<FeedId>("feeds"_L1, mostFeeds);
    return reader.finish(std::move(session));
}

} // namespace Doorstep::Wire
