// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/sessionroutes.h"

#include "backend/http/problem.h"
#include "models/wire/sessionwire.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Api {
namespace {

using drogon::HttpResponsePtr;
using drogon::Task;

QJsonObject withoutToken(QJsonObject session)
{
    session.remove("token"_L1);
    return session;
}

HttpResponsePtr whyNot(const Error &error)
{
    if (error.kind == Error::Kind::Unauthorised)
        return Http::answerProblem({.status = drogon::k401Unauthorized,
                                    .code = u"bad_credentials"_s,
                                    .detail = u"no such name and password"_s});
    if (error.kind == Error::Kind::Refused) {
        return Http::answerProblem({.status = drogon::k429TooManyRequests,
                                    .code = u"too_many_attempts"_s,
                                    .detail = u"too many wrong passwords: wait %1 s"_s.arg(error.detail),
                                    .retryAfterSeconds = error.detail.toInt()});
    }
    return Http::answerError(error);
}

Task<HttpResponsePtr> signIn(Services &services, Http::Call call)
{
    const auto body = Http::objectIn(call.request->body());
    if (!body)
        co_return Http::answerError(body.error());
    for (const auto key : {"user"_L1, "password"_L1}) {
        if (!(*body)[key].isString())
            co_return Http::answerProblem({.status = drogon::k400BadRequest,
                                           .code = u"malformed"_s,
                                           .detail = u"%1 must be a string"_s.arg(key),
                                           .field = key});
    }
    const auto session =
        co_await services.access.signIn((*body)["user"_L1].toString(), (*body)["password"_L1].toString().toUtf8(),
                                        QString::fromStdString(call.request->peerAddr().toIp()));
    if (!session)
        co_return whyNot(session.error());
    auto response = Http::answerJson(Wire::toJson(*session));
    response->addHeader("Cache-Control", "no-store");
    co_return response;
}

Task<HttpResponsePtr> show(Services &services, Http::Call call)
{
    const auto session = services.access.session(call.token);
    if (!session)
        co_return Http::answerError(session.error());
    co_return Http::answerJson(withoutToken(Wire::toJson(*session)));
}

Task<HttpResponsePtr> refresh(Services &services, Http::Call call)
{
    const auto session = co_await services.access.refresh(call.token);
    if (!session && session.error().kind == Error::Kind::Refused)
        co_return Http::answerProblem(
            {.status = drogon::k403Forbidden, .code = u"session_too_old"_s, .detail = session.error().detail});
    if (!session)
        co_return Http::answerError(session.error());
    auto response = Http::answerJson(Wire::toJson(*session));
    response->addHeader("Cache-Control", "no-store");
    co_return response;
}

Task<HttpResponsePtr> signOut(Services &services, Http::Call call)
{
    const auto done = co_await services.access.signOut(call.token);
    co_return done ? Http::answerNothing() : Http::answerError(done.error());
}

} // namespace

void registerSession(Http::Router &router, Services &services)
{
    router.add({.method = drogon::Post,
                .path = u"/v1/session"_s,
                .door = Http::Door::Open,
                .roles = {},
                .handler = with(services, signIn)});
    router.add(
        {.method = drogon::Post, .path = u"/v1/session/refresh"_s, .roles = {}, .handler = with(services, refresh)});
    router.add({.method = drogon::Get, .path = u"/v1/session"_s, .roles = {}, .handler = with(services, show)});
    router.add({.method = drogon::Delete, .path = u"/v1/session"_s, .roles = {}, .handler = with(services, signOut)});
}

} // namespace Doorstep::Api
