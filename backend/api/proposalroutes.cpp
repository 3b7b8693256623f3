// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/proposalroutes.h"

#include "backend/api/dayathand.h"
#include "backend/api/trafficahead.h"
#include "backend/http/problem.h"
#include "backend/http/requestlog.h"
#include "backend/planning/optimiser.h"
#include "models/wire/proposalwire.h"

#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep::Api {
namespace {

using drogon::HttpResponsePtr;
using drogon::Task;
using Planning::DayProblem;

constexpr auto firstPlanWithin = 200ms; ///< Of searching; the matrix comes before it.
constexpr std::size_t largestBody = 1'048'576;

/// The others serve people meanwhile.
int threadsOfASearch()
{
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()) / 2);
}

HttpResponsePtr refusal(const QString &code, const QString &detail)
{
    return Http::answerProblem({.status = drogon::k409Conflict, .code = code, .detail = detail});
}

HttpResponsePtr nobodySees()
{
    return Http::answerError(
        {.kind = Error::Kind::NotFound, .detail = u"there is no proposal of that id for you: ask again"_s});
}

/// What is asked, and the traffic that its drives meet.
struct Question
{
    std::shared_ptr<DayProblem> problem;
    TrafficByVehicle traffic;
};

/// The roads between all its places. Computes.
Result<> findRoads(Planning::DriveTimes &drives, const Question &question)
{
    std::map<Vehicle::Kind, std::shared_ptr<const Planning::Matrix>> matrices;
    for (const auto &[kind, met] : question.traffic) {
        if (!question.problem->isDriven(kind))
            continue;
        auto matrix = drives.between(profileOf(kind), question.problem->places(), met);
        if (!matrix)
            return std::unexpected(std::move(matrix.error()));
        matrices[kind] = std::make_shared<const Planning::Matrix>(*std::move(matrix));
    }
    question.problem->setMatrices(std::move(matrices));
    return {};
}

/// A search under way: what is looked for, and the best so far.
struct Search
{
    std::shared_ptr<ProposalDraft> draft;
    std::shared_ptr<const DayProblem> problem;
    Planning::Score best;

    void take(const Planning::Answer &answer)
    {
        if (!answer.score.isBetterThan(best))
            return;
        best = answer.score;
        draft->improve(problem->proposalOf(answer.plan));
    }

    void run(std::chrono::milliseconds patience)
    {
        take(optimise(problem->problem(), problem->start(), limitsFor(patience),
                      [this](const auto &answer) { take(answer); }));
    }

    /// The same by \a planner, and by ourselves when it has no plan.
    void runAt(const Planning::VroomServer &planner, std::chrono::milliseconds patience)
    {
        const auto answer = planner.optimise(problem->problem(), problem->start(), limitsFor(patience));
        if (answer)
            return take(*answer);
        if (answer.error().kind == Error::Kind::Stopped)
            return;
        Http::logLine(u"warning"_s, u"planner"_s,
                      {{u"url"_s, planner.name()}, {u"why"_s, answer.error().detail}, {u"instead"_s, u"own search"_s}});
        run(patience);
    }

private:
    [[nodiscard]] Planning::Limits limitsFor(std::chrono::milliseconds patience) const
    {
        return {
            .until = std::chrono::steady_clock::now() + patience, .threads = threadsOfASearch(), .stop = draft->stop()};
    }
};

/// The first plan; how things are where nothing better is found so soon. Computes.
Result<Search> begin(Planning::DriveTimes &drives, std::shared_ptr<ProposalDraft> draft, const Question &question)
{
    if (auto found = findRoads(drives, question); !found)
        return std::unexpected(found.error());
    const auto &problem = question.problem;
    draft->improve(problem->proposalOf(problem->start()));
    Search search{
        .draft = std::move(draft), .problem = problem, .best = Planning::scoreOf(problem->problem(), problem->start())};
    search.run(firstPlanWithin);
    return search;
}

/// Why there is nothing to search in \a day.
HttpResponsePtr whyNot(const Planning::DayAtHand &day)
{
    if (day.routes.isEmpty())
        return refusal(u"unknown_route"_s, u"none of these routes is driven today, or all have ended"_s);
    auto open = day.loose.size();
    for (const auto &one : day.routes)
        open += one.ahead.stops.size();
    if (open == 0)
        return refusal(u"nothing_open"_s, u"no stop of these routes is open"_s);
    if (open > Rerouting::mostStops)
        return refusal(u"too_many_stops"_s,
                       u"ask about fewer routes: at most %1 open stops"_s.arg(Rerouting::mostStops));
    return {};
}

struct Desk
{
    Services *services = nullptr;
    RegionServices *region = nullptr;
    ProposalBook *book = nullptr;
};

Task<HttpResponsePtr> check(Desk desk, Question question, Proposal name)
{
    const auto proposal = co_await runOn(desk.region->questions, [desk, question, name]() -> Result<Proposal> {
        if (auto found = findRoads(*desk.region->drives, question); !found)
            return std::unexpected(found.error());
        auto meant = question.problem->proposalOf(question.problem->start());
        meant.id = name.id;
        meant.number = name.number;
        meant.isFinal = true;
        return meant;
    });
    co_return proposal ? Http::answerJson(Wire::toJson(*proposal)) : Http::answerError(proposal.error());
}

Task<HttpResponsePtr> search(Desk desk, Question question, std::shared_ptr<ProposalDraft> draft,
                             std::chrono::milliseconds patience)
{
    const auto begun = co_await runOn(desk.region->questions,
                                      [desk, question, draft] { return begin(*desk.region->drives, draft, question); });
    if (!begun) {
        draft->finish();
        co_return Http::answerError(begun.error());
    }
    const auto isGoingOn = patience > firstPlanWithin
        && desk.book->worker().post([search = *begun, patience, planner = desk.region->planner.get()]() mutable {
               if (planner)
                   search.runAt(*planner, patience);
               else
                   search.run(patience);
               search.draft->finish();
           });
    if (!isGoingOn)
        draft->finish();
    co_return Http::answerJson(Wire::toJson(draft->latest()));
}

Task<HttpResponsePtr> propose(Desk desk, Http::Call call)
{
    const auto body = Http::objectIn(call.request->body());
    if (!body)
        co_return Http::answerError(body.error());
    const auto asked = Wire::reroutingFromJson(*body);
    if (!asked)
        co_return Http::answerError(asked.error());
    if (!desk.services->access.feedsOf(callerOf(call)).contains(feedOf(asked->depot)))
        co_return Http::answerError(
            {.kind = Error::Kind::NotFound, .detail = u"there is no depot of that id for you"_s});
    if (desk.region == nullptr || !desk.region->drives)
        co_return Http::answerProblem({.status = drogon::k503ServiceUnavailable,
                                       .code = u"no_region"_s,
                                       .detail = u"the server was started without roads"_s});
    const auto now = desk.services->clock.now();
    auto day = co_await dayAtHand(desk.services->store, *asked, now);
    if (!day)
        co_return Http::answerError(day.error());
    if (auto refused = whyNot(*day))
        co_return refused;
    auto traffic = trafficAhead(*desk.services, day->depot, day->routes, day->closures, now);
    Question question{.problem = std::make_shared<DayProblem>(*asked, *std::move(day)), .traffic = std::move(traffic)};
    if (asked->isCheck)
        co_return co_await check(desk, std::move(question), desk.book->name(*asked, now));
    auto draft = desk.book->begin(*asked, callerOf(call).id, now);
    if (!draft)
        co_return Http::answerProblem({.status = drogon::k503ServiceUnavailable,
                                       .code = u"busy"_s,
                                       .detail = u"too many searches are under way: try again in a moment"_s,
                                       .retryAfterSeconds = 5});
    co_return co_await search(desk, std::move(question), std::move(draft), asked->patience);
}

/// The draft that \a call names, if its caller may know of it.
std::shared_ptr<ProposalDraft> draftOf(const Desk &desk, const Http::Call &call)
{
    auto draft = desk.book->find(ProposalId(call.parameters.value(0)));
    const bool isSeen = draft && desk.services->access.feedsOf(callerOf(call)).contains(feedOf(draft->depot()));
    return isSeen ? draft : nullptr;
}

Task<HttpResponsePtr> tell(Desk desk, Http::Call call)
{
    const auto draft = draftOf(desk, call);
    if (!draft)
        co_return nobodySees();
    const auto round = QString::fromStdString(call.request->getParameter("round")).toInt(); // absent: 0, all is newer
    if (!draft->isNewerThan(round))
        co_return Http::answerNothing();
    co_return Http::answerJson(Wire::toJson(draft->latest()));
}

Task<HttpResponsePtr> stop(Desk desk, Http::Call call)
{
    const auto draft = draftOf(desk, call);
    if (!draft)
        co_return nobodySees();
    draft->finish();
    co_return Http::answerJson(Wire::toJson(draft->latest()));
}

} // namespace

void registerProposals(Http::Router &router, Services &services, RegionServices *region, ProposalBook &book)
{
    const Desk desk{.services = &services, .region = region, .book = &book};
    const QList<User::Role> planners{User::Role::Dispatcher, User::Role::Supervisor, User::Role::Admin};
    router.add({.method = drogon::Post,
                .path = u"/v1/proposals"_s,
                .roles = planners,
                .maxBody = largestBody,
                .handler = [desk](Http::Call call) { return propose(desk, std::move(call)); }});
    router.add({.method = drogon::Get,
                .path = u"/v1/proposals/{proposal}"_s,
                .roles = planners,
                .handler = [desk](Http::Call call) { return tell(desk, std::move(call)); }});
    router.add({.method = drogon::Delete,
                .path = u"/v1/proposals/{proposal}"_s,
                .roles = planners,
                .handler = [desk](Http::Call call) { return stop(desk, std::move(call)); }});
}

} // namespace Doorstep::Api
