// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/driveroutes.h"

#include "backend/http/problem.h"
#include "backend/watchhost/roadpath.h"
#include "models/domain/depot.h"
#include "models/wire/closurewire.h"
#include "models/wire/drivewire.h"
#include "models/wire/kinds.h"
#include "models/wire/rawjson.h"

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep::Api {
namespace {

using drogon::HttpResponsePtr;
using drogon::Task;

constexpr std::size_t largestBody = 262'144; // 1,000 drives take half of it
constexpr auto closuresOf = 4h; ///< From now on: by then a plan is driven, as a rule.

/// What nobody drives through from \a now on, as long as it matters.
QList<Closure> closedIn(const QList<Document> &documents, const QDateTime &now)
{
    QList<Closure> closed;
    for (const auto &document : documents) {
        const auto body = Wire::objectFromBytes(document.body);
        const auto closure = body ? Wire::closureFromJson(*body) : Result<Closure>(std::unexpected(body.error()));
        if (closure && closure->effect == Closure::Effect::Closed
            && closure->isThereBetween(now, now.addDuration(closuresOf)))
            closed.append(*closure);
    }
    return closed;
}

/// Computes.
Result<Wire::DriveLines> linesOf(const RoadService &roads, const QList<Drive> &drives, const QList<Closure> &closed)
{
    Wire::DriveLines lines;
    lines.reserve(drives.size());
    for (const auto &drive : drives) {
        const auto found = findPath(
            roads, {.route = {}, .vehicle = drive.vehicle, .places = {drive.from, drive.to}, .avoid = {closed}});
        lines.append(found.legs.empty() ? QList<QGeoCoordinate>() : found.legs.front().line);
    }
    return lines;
}

Task<HttpResponsePtr> drive(Services *services, RegionServices *region, Http::Call call)
{
    const auto body = Http::objectIn(call.request->body());
    if (!body)
        co_return Http::answerError(body.error());
    const auto question = Wire::drivesQuestionFromJson(*body);
    if (!question)
        co_return Http::answerError(question.error());
    const auto feed = feedOf(question->depot);
    if (!services->access.feedsOf(callerOf(call)).contains(feed))
        co_return Http::answerError(
            {.kind = Error::Kind::NotFound, .detail = u"there is no depot of that id for you"_s});
    if (region == nullptr || !region->roads)
        co_return Http::answerProblem({.status = drogon::k503ServiceUnavailable,
                                       .code = u"no_region"_s,
                                       .detail = u"the server was started without roads"_s});
    const auto closures = co_await services->store.documentsOf(feed, Wire::Kinds::closure);
    if (!closures)
        co_return Http::answerError(closures.error());
    const auto lines = co_await runOn(
        region->questions,
        [roads = region->roads.get(), drives = question->drives, closed = closedIn(*closures, services->clock.now())] {
            return linesOf(*roads, drives, closed);
        });
    co_return lines ? Http::answerJson(Wire::driveLinesJson(*lines)) : Http::answerError(lines.error());
}

} // namespace

void registerDrives(Http::Router &router, Services &services, RegionServices *region)
{
    router.add({.method = drogon::Post,
                .path = u"/v1/drives"_s,
                .roles = {User::Role::Dispatcher, User::Role::Supervisor, User::Role::Admin},
                .maxBody = largestBody,
                .handler = [&services, region](Http::Call call) { return drive(&services, region, std::move(call)); }});
}

} // namespace Doorstep::Api
