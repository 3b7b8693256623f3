// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/user.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <cstddef>
#include <drogon/HttpRequest.h>
#include <drogon/HttpResponse.h>
#include <drogon/utils/coroutine.h>
#include <functional>
#include <optional>

namespace Doorstep::Http {

/// One call that has come in, past the door: known path and method, body within its limit, caller allowed.
struct Call
{
    drogon::HttpRequestPtr request;
    QStringList parameters; ///< What stood for each `{…}` of the path, decoded, in order.
    std::optional<User> caller; ///< Always there behind Door::SignedIn.
    QByteArray token; ///< What the caller signed in with; empty when nobody did.
};

/// Answers one call. A plain function that returns a coroutine owning its arguments. Runs on the connection's event
/// loop: it must not block, and must resume there.
using Handler = std::function<drogon::Task<drogon::HttpResponsePtr>(Call)>;

/// Who may come in.
enum class Door : quint8 {
    Open, ///< Anybody: health, signing in, phones.
    Region, ///< Anybody from loopback; elsewhere an access token, in the header or as ?key=.
    SignedIn, ///< A good access token, and one of Route::roles if there are any.
};

/// One row of the server's table of calls: the only place where it is said who may do what.
struct Route
{
    drogon::HttpMethod method = drogon::Get;
    QString path; ///< "/v1/feeds/{feed}/changes"; a parameter is one path segment, and a last "{rest...}" takes all
                  ///< that follows.
    Door door = Door::SignedIn;
    QList<User::Role> roles; ///< Any of these; empty is everybody who is signed in.
    std::size_t maxBody = 4096; ///< Bytes; more is answered 413.
    Handler handler;
};

} // namespace Doorstep::Http
