// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/commandroutes.h"

#include "backend/commands/runcommands.h"
#include "backend/http/problem.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Api {
namespace {

drogon::HttpResponsePtr halted(const CommandsHalted &halt)
{
    switch (halt.why) {
    case CommandsHalted::Why::OutOfOrder:
        return Http::answerProblem({.status = drogon::k409Conflict,
                                    .code = u"out_of_order"_s,
                                    .detail = u"the next command of this device has the number %1"_s.arg(halt.expected),
                                    .more = {{u"expected"_s, halt.expected}}});
    case CommandsHalted::Why::Reused:
        return Http::answerProblem({.status = drogon::k422UnprocessableEntity,
                                    .code = u"command_reused"_s,
                                    .detail = u"a command of this id was another: make a new id"_s});
    case CommandsHalted::Why::DeviceOfAnother:
        return Http::answerProblem({.status = drogon::k403Forbidden,
                                    .code = u"device_of_another"_s,
                                    .detail = u"somebody else has used this device's id: make a new one"_s});
    case CommandsHalted::Why::AnotherHistory:
        return Http::answerProblem({.status = drogon::k409Conflict,
                                    .code = u"another_history"_s,
                                    .detail = u"a feed goes on in another epoch: follow it there first"_s});
    case CommandsHalted::Why::Failed:
        break;
    }
    return Http::answerError(halt.error);
}

drogon::Task<drogon::HttpResponsePtr> run(Services &services, Http::Call call)
{
    const auto body = Http::objectIn(call.request->body());
    if (!body)
        co_return Http::answerError(body.error());
    auto request = Wire::commandRequestFromJson(*body);
    if (!request)
        co_return Http::answerError(request.error());
    CommandAuthor author{.user = callerOf(call), .feeds = services.access.feedsOf(callerOf(call))};
    const auto verdicts =
        co_await runCommands(services.store, std::move(*request), std::move(author), services.clock.now());
    if (!verdicts)
        co_return halted(verdicts.error());
    co_return Http::answerBytes(Wire::verdictsBytes(*verdicts));
}

} // namespace

void registerCommands(Http::Router &router, Services &services)
{
    router.add({.method = drogon::Post,
                .path = u"/v1/commands"_s,
                .roles = {User::Role::Dispatcher, User::Role::Supervisor, User::Role::Support, User::Role::Admin},
                .maxBody = Wire::largestCommands,
                .handler = with(services, run)});
}

} // namespace Doorstep::Api
