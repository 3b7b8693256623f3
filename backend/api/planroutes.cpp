// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/planroutes.h"

#include "backend/commands/putplan.h"
#include "backend/http/problem.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Api {
namespace {

constexpr std::size_t largestPlan = 8UL * 1024 * 1024;

drogon::Task<drogon::HttpResponsePtr> put(Services &services, Http::Call call)
{
    const auto body = Http::objectIn(call.request->body());
    if (!body)
        co_return Http::answerError(body.error());
    auto plan = planFromJson(*body);
    if (!plan)
        co_return Http::answerError(plan.error());
    const auto written = co_await putPlan(services.store, std::move(*plan), callerOf(call).id, services.clock.now());
    if (!written)
        co_return Http::answerError(written.error());
    co_return Http::answerJson({{u"written"_s, *written}});
}

} // namespace

void registerPlan(Http::Router &router, Services &services)
{
    router.add({.method = drogon::Put,
                .path = u"/v1/plan"_s,
                .roles = {User::Role::Dispatcher, User::Role::Admin},
                .maxBody = largestPlan,
                .handler = with(services, put)});
}

} // namespace Doorstep::Api
