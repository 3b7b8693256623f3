// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/clockroutes.h"

#include "backend/http/problem.h"
#include "models/wire/timewire.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Api {
namespace {

drogon::HttpResponsePtr answerClock(const ScaledClock &clock)
{
    return Http::answerJson({{u"now"_s, Wire::timeText(clock.now())}, {u"rate"_s, clock.rate()}});
}

drogon::Task<drogon::HttpResponsePtr> show(Services &services, Http::Call)
{
    co_return answerClock(services.clock);
}

drogon::Task<drogon::HttpResponsePtr> set(Services &services, Http::Call call)
{
    if (!services.isClockAdjustable) {
        co_return Http::answerProblem(
            {.status = drogon::k403Forbidden,
             .code = u"clock_is_fixed"_s,
             .detail = u"the clock can be set only when the server was started with --adjustable-clock"_s});
    }
    const auto body = Http::objectIn(call.request->body());
    if (!body)
        co_return Http::answerError(body.error());
    const auto done =
        services.clock.set(Wire::timeFromText((*body)["now"_L1].toString()), (*body)["rate"_L1].toDouble());
    co_return done ? answerClock(services.clock) : Http::answerError(done.error());
}

} // namespace

void registerClock(Http::Router &router, Services &services)
{
    router.add({.method = drogon::Get, .path = u"/v1/clock"_s, .roles = {}, .handler = with(services, show)});
    router.add(
        {.method = drogon::Put, .path = u"/v1/clock"_s, .roles = {User::Role::Admin}, .handler = with(services, set)});
}

} // namespace Doorstep::Api
