// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/insertionroutes.h"

#include "backend/api/insertionsof.h"
#include "backend/commands/documents.h"
#include "backend/http/problem.h"
#include "models/wire/kinds.h"
#include "models/wire/stopwire.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Api {
namespace {

using drogon::HttpResponsePtr;
using drogon::Task;

HttpResponsePtr conflict(const QString &code, const QString &detail)
{
    return Http::answerProblem({drogon::k409Conflict, code, detail});
}

Task<HttpResponsePtr> insertions(Services *services, RegionServices *region, Http::Call call)
{
    const auto found = co_await findInDepots(services->store, Wire::Kinds::stop, call.parameters.value(0));
    if (!found)
        co_return Http::answerError(found.error());
    if (!services->access.feedsOf(callerOf(call)).contains(found->feed))
        co_return Http::answerError(
            {.kind = Error::Kind::NotFound, .detail = u"there is no stop of that id for you"_s});
    const auto stop = Wire::stopFromJson(found->body);
    if (!stop)
        co_return Http::answerError(stop.error());
    if (stop->status == Stop::Status::Delivered || stop->status == Stop::Status::Arrived)
        co_return conflict(u"already_done"_s, u"the driver is there, or has delivered it"_s);
    if (!stop->where.isValid())
        co_return conflict(u"no_place"_s, u"the stop has no place on the map yet"_s);
    if (region == nullptr || !region->drives)
        co_return Http::answerProblem({.status = drogon::k503ServiceUnavailable,
                                       .code = u"no_region"_s,
                                       .detail = u"the server was started without roads"_s});
    const auto now = services->clock.now();
    auto today = co_await routesAhead(services->store, stop->depot, now);
    if (!today)
        co_return Http::answerError(today.error());
    const auto answer = co_await insertionsOf(*services, *region, *stop, *std::move(today), now);
    co_return answer ? Http::answerJson(Wire::toJson(*answer)) : Http::answerError(answer.error());
}

} // namespace

void registerInsertions(Http::Router &router, Services &services, RegionServices *region)
{
    router.add(
        {.method = drogon::Get,
         .path = u"/v1/stops/{stop}/insertions"_s,
         .roles = {User::Role::Dispatcher, User::Role::Supervisor, User::Role::Support, User::Role::Admin},
         .handler = [&services, region](Http::Call call) { return insertions(&services, region, std::move(call)); }});
}

} // namespace Doorstep::Api
