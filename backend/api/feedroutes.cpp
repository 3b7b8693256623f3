// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/feedroutes.h"

#include "backend/access/visibility.h"
#include "backend/api/snapshotstream.h"
#include "backend/http/problem.h"
#include "models/wire/changeswire.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Doorstep::Api {
namespace {

using drogon::HttpResponsePtr;
using drogon::Task;

constexpr int mostChanges = 1'000;

/// The feed of the path, if \a call may follow it. A feed of others looks like one that is not there.
Result<FeedId> feedOfPath(const Services &services, const Http::Call &call)
{
    FeedId feed(call.parameters.value(0));
    if (services.access.feedsOf(callerOf(call)).contains(feed))
        return feed;
    return failure(Error::Kind::NotFound, u"there is no feed of that name for you"_s);
}

Task<HttpResponsePtr> list(Services &services, Http::Call call)
{
    const auto allowed = services.access.feedsOf(callerOf(call));
    QJsonArray feeds;
    for (const auto &feed : services.store.feeds()) {
        if (allowed.contains(feed.id)) {
            feeds.append(QJsonObject{
                {u"id"_s, feed.id.toString()}, {u"epoch"_s, Wire::epochText(feed.epoch)}, {u"head"_s, feed.head}});
        }
    }
    co_return Http::answerJson({{u"feeds"_s, feeds}});
}

Task<HttpResponsePtr> snapshot(Services &services, Http::Call call)
{
    const auto feed = feedOfPath(services, call);
    if (!feed)
        co_return Http::answerError(feed.error());
    auto snapshot = co_await services.store.snapshot(*feed);
    if (!snapshot)
        co_return Http::answerError(snapshot.error());
    const bool gzip = call.request->getHeader("accept-encoding").find("gzip") != std::string::npos;
    co_return answerSnapshot(std::move(*snapshot), callerOf(call), gzip);
}

Task<HttpResponsePtr> changes(Services &services, Http::Call call)
{
    const auto feed = feedOfPath(services, call);
    if (!feed)
        co_return Http::answerError(feed.error());
    const auto parameter = [&call](const char *name) {
        return QString::fromStdString(call.request->getParameter(name));
    };
    const auto epoch = Wire::epochFromText(parameter("epoch"));
    if (!epoch)
        co_return Http::answerMalformed(u"epoch must be the decimal number that a snapshot began with"_s, u"epoch"_s);
    bool isNumber = false;
    const auto after = parameter("after").toLongLong(&isNumber);
    if (!isNumber || after < 0)
        co_return Http::answerMalformed(u"after must be a seq"_s, u"after"_s);
    auto limit = mostChanges;
    if (const auto text = parameter("limit"); !text.isEmpty()) {
        limit = text.toInt(&isNumber);
        if (!isNumber || limit < 1)
            co_return Http::answerMalformed(u"limit must be 1 to 1000"_s, u"limit"_s);
    }

    auto found = co_await services.store.changesAfter(*feed, *epoch, after, std::min(limit, mostChanges));
    if (!found && found.error().kind == Error::Kind::Gone)
        co_return Http::answerProblem(
            {.status = drogon::k410Gone, .code = found.error().detail, .detail = u"take a snapshot again"_s});
    if (!found)
        co_return Http::answerError(found.error());
    Wire::ChangesPage page{
        .epoch = *epoch, .head = found->state.head, .run = {.after = after, .to = after, .changes = {}}};
    for (auto &change : found->changes)
        page.run.changes.append(asSeenBy(callerOf(call), std::move(change)));
    if (!page.run.changes.isEmpty())
        page.run.to = page.run.changes.last().version;
    page.more = page.run.to < page.head;
    co_return Http::answerBytes(Wire::toBytes(page));
}

/// A socket's upgrade never comes here: Drogon hands it to LiveSocket. This is for whoever forgot to upgrade.
Task<HttpResponsePtr> liveWithoutUpgrade(Services &, Http::Call)
{
    auto response =
        Http::answerProblem({.status = drogon::k426UpgradeRequired,
                             .code = u"upgrade_required"_s,
                             .detail = u"this is a WebSocket: upgrade with the sub-protocol doorstep.v1"_s});
    response->addHeader("Upgrade", "websocket");
    co_return response;
}

} // namespace

void registerFeeds(Http::Router &router, Services &services)
{
    router.add({.method = drogon::Get, .path = u"/v1/feeds"_s, .roles = {}, .handler = with(services, list)});
    router.add({.method = drogon::Get,
                .path = u"/v1/feeds/{feed}/snapshot"_s,
                .roles = {},
                .handler = with(services, snapshot)});
    router.add({.method = drogon::Get,
                .path = u"/v1/feeds/{feed}/changes"_s,
                .roles = {},
                .handler = with(services, changes)});
    router.add({.method = drogon::Get,
                .path = u"/v1/live"_s,
                .roles = {User::Role::Dispatcher, User::Role::Supervisor, User::Role::Support, User::Role::Admin},
                .handler = with(services, liveWithoutUpgrade)});
}

} // namespace Doorstep::Api
