// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/attemptroutes.h"

#include "backend/commands/attempt.h"
#include "backend/http/problem.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Api {
namespace {

constexpr std::size_t largestAttempt = 16UL * 1024;

drogon::Task<drogon::HttpResponsePtr> record(Services &services, Http::Call call)
{
    const StopId stop(call.parameters.value(0));
    if (!stop.isValid())
        co_return Http::answerError({.kind = Error::Kind::NotFound, .detail = u"there is no stop of that id"_s});
    const auto body = Http::objectIn(call.request->body());
    if (!body)
        co_return Http::answerError(body.error());
    const auto now = services.clock.now();
    auto attempt = attemptFromJson(stop, *body, now);
    if (!attempt)
        co_return Http::answerError(attempt.error());
    const auto done = co_await recordAttempt(services.store, std::move(*attempt), callerOf(call), now);
    if (!done && done.error().kind == Error::Kind::Conflict)
        co_return Http::answerProblem(
            {.status = drogon::k409Conflict, .code = u"already_done"_s, .detail = done.error().detail});
    co_return done ? Http::answerBytes(*done) : Http::answerError(done.error());
}

} // namespace

void registerAttempts(Http::Router &router, Services &services)
{
    router.add({.method = drogon::Post,
                .path = u"/v1/stops/{stop}/attempts"_s,
                .roles = {User::Role::Driver, User::Role::Dispatcher, User::Role::Admin},
                .maxBody = largestAttempt,
                .handler = with(services, record)});
}

} // namespace Doorstep::Api
