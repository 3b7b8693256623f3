// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/importroutes.h"

#include "backend/commands/importvisits.h"
#include "backend/http/problem.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Api {
namespace {

constexpr std::size_t largestImport = 4UL * 1024 * 1024;

drogon::Task<drogon::HttpResponsePtr> takeVisits(Services &services, Http::Call call)
{
    const auto now = services.clock.now();
    auto visits = importedVisitsFrom(call.request->body(), now);
    if (!visits)
        co_return Http::answerError(visits.error());
    const auto counts = co_await importVisits(services.store, std::move(*visits), callerOf(call).id, now);
    if (!counts)
        co_return Http::answerError(counts.error());
    co_return Http::answerJson({{u"written"_s, counts->written}, {u"known"_s, counts->known}});
}

} // namespace

void registerImports(Http::Router &router, Services &services)
{
    router.add({.method = drogon::Post,
                .path = u"/v1/visits"_s,
                .roles = {User::Role::Admin},
                .maxBody = largestImport,
                .handler = with(services, takeVisits)});
}

} // namespace Doorstep::Api
