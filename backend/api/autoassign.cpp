// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/autoassign.h"

#include "backend/api/insertionsof.h"
#include "backend/api/routesahead.h"
#include "backend/commands/decideone.h"
#include "backend/commands/documents.h"
#include "backend/http/requestlog.h"
#include "models/domain/uuid.h"
#include "models/verbs/arrangeroutes.h"
#include "models/wire/kinds.h"
#include "models/wire/stopwire.h"
#include "models/wire/verbwire.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Api {
namespace {

using drogon::Task;

constexpr int tries = 5; ///< Each after the first means that somebody was faster.

/// Whether it is for today, and a place is known.
bool isForToday(const Stop &stop, const QDateTime &now)
{
    constexpr auto today = std::chrono::hours(12);
    return stop.isOpen() && !stop.route.isValid() && stop.where.isValid()
        && (!stop.window.from.isValid() || stop.window.from < now.addDuration(today))
        && (!stop.window.to.isValid() || stop.window.to > now);
}

bool isWithin(const Insertion &insertion, std::chrono::minutes limit)
{
    return insertion.missed() == 0 && insertion.lateBy.count() <= 0 && insertion.added + insertion.waiting <= limit;
}

ArrangeRoutes arrangementOf(const Stop &stop, const Insertion &insertion, const Route &route)
{
    auto stops = route.stops;
    const auto position = insertion.before.isValid() ? stops.indexOf(insertion.before) : -1;
    stops.insert(position < 0 ? stops.size() : position, stop.id);
    return {.routes = {{.route = route.id, .was = route.stops, .stops = stops}}};
}

/// Applied, or not.
Task<Result<Verdict::Kind>> decide(Store &store, FeedId feed, ArrangeRoutes verb, QDateTime now)
{
    const Wire::CommandEnvelope envelope{.id = CommandId(newUuid(now)),
                                         .feed = feed,
                                         .verb = ArrangeRoutes::word,
                                         .at = now,
                                         .body = Wire::toJson(Verb(std::move(verb)))};
    const CommandAuthor author{.user = {.id = assignmentActor(), .roles = {User::Role::Dispatcher}}, .feeds = {feed}};
    auto decided = co_await decideOne(store, envelope, author, now);
    if (!decided)
        co_return std::unexpected(decided.error());
    if (decided->verdict.kind != Verdict::Kind::Applied)
        co_return decided->verdict.kind;
    const auto done = co_await store.commit(std::move(decided->commit));
    if (!done && done.error().kind == Error::Kind::Conflict)
        co_return Verdict::Kind::Conflict;
    if (!done)
        co_return std::unexpected(done.error());
    co_return Verdict::Kind::Applied;
}

/// False when it is left to people.
Task<Result<bool>> assign(Services &services, RegionServices &region, std::chrono::minutes limit, Stop stop)
{
    for (int i = 0; i < tries; ++i) {
        const auto now = services.clock.now();
        const auto today = co_await routesAhead(services.store, stop.depot, now);
        if (!today)
            co_return std::unexpected(today.error());
        const auto found = co_await insertionsOf(services, region, stop, *today, now);
        if (!found)
            co_return std::unexpected(found.error());
        const auto &best = found->insertions;
        if (best.isEmpty() || !isWithin(best.constFirst(), limit))
            co_return false;
        const auto route =
            std::ranges::find(today->routes, best.constFirst().route, [](const auto &one) { return one.route.id; });
        auto verb = arrangementOf(stop, best.constFirst(), route->route);
        const auto verdict = co_await decide(services.store, feedOf(stop.depot), std::move(verb), now);
        if (!verdict)
            co_return std::unexpected(verdict.error());
        if (*verdict != Verdict::Kind::Conflict)
            co_return *verdict == Verdict::Kind::Applied;
    }
    co_return false;
}

/// The one that \a id names, when it is one to be given out.
Task<Result<std::optional<Stop>>> wanted(Services &services, const AssignmentLimits &limits, StopId id)
{
    const auto found = co_await findInDepots(services.store, Wire::Kinds::stop, id.toString());
    if (!found)
        co_return std::unexpected(found.error());
    auto stop = Wire::stopFromJson(found->body);
    if (!stop)
        co_return std::unexpected(stop.error());
    if (!limits.contains(stop->depot) || !isForToday(*stop, services.clock.now()))
        co_return std::nullopt;
    co_return *std::move(stop);
}

void logFailure(const StopId &stop, const Error &error)
{
    Http::logLine(u"error"_s, u"new order not given out"_s, {{u"stop"_s, stop.toString()}, {u"why"_s, error.detail}});
}

} // namespace

UserId assignmentActor()
{
    return UserId(u"assignment"_s);
}

drogon::AsyncTask assignByItself(Services &services, RegionServices &region, const AssignmentLimits &limits,
                                 QList<StopId> made)
{
    for (const auto &id : std::as_const(made)) {
        const auto stop = co_await wanted(services, limits, id);
        if (!stop)
            logFailure(id, stop.error());
        const auto one = stop.value_or(std::nullopt);
        if (!one || !region.drives)
            continue;
        const auto done = co_await assign(services, region, limits.value(one->depot), *one);
        if (!done)
            logFailure(id, done.error());
    }
}

} // namespace Doorstep::Api
