// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/visitroutes.h"

#include "backend/commands/documents.h"
#include "backend/http/problem.h"
#include "models/domain/depot.h"
#include "models/domain/site.h"
#include "models/wire/addresswire.h"
#include "models/wire/kinds.h"
#include "models/wire/stopwire.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Doorstep::Api {
namespace {

using drogon::HttpResponsePtr;
using drogon::Task;

constexpr std::size_t mostVisits = 20;

SiteId siteOf(const QJsonObject &stop)
{
    const auto address = Wire::addressFromJson(stop["address"_L1].toObject());
    return address ? siteIdOf(DepotId(stop["depot"_L1].toString()), *address) : SiteId();
}

HttpResponsePtr unknownStop()
{
    return Http::answerError({Error::Kind::NotFound, u"there is no stop of that id for you"_s});
}

/// The bodies of \a ids, each once, by id.
Task<Result<QHash<QString, QJsonObject>>> bodiesOf(Store &store, FeedId feed, QString kind, QStringList ids)
{
    ids.removeDuplicates();
    ids.removeAll(QString());
    std::vector<DocumentKey> keys;
    for (const auto &id : std::as_const(ids))
        keys.push_back({.feed = feed, .kind = kind, .id = id});
    const auto found = co_await findAll(store, std::move(keys));
    if (!found)
        co_return std::unexpected(found.error());
    QHash<QString, QJsonObject> bodies;
    for (const auto &one : *found) {
        if (one.exists())
            bodies.insert(one.document.id, one.body);
    }
    co_return bodies;
}

/// Newest first: those of \a stops that are done and still at \a site.
std::vector<QJsonObject> visitsAmong(const QHash<QString, QJsonObject> &stops, const SiteId &site)
{
    std::vector<QJsonObject> visits;
    for (const auto &stop : stops) {
        const auto status = stop["status"_L1].toString();
        const bool isDone =
            status == Wire::statusWord(Stop::Status::Delivered) || status == Wire::statusWord(Stop::Status::Failed);
        if (isDone && stop.contains("completed_at"_L1) && siteOf(stop) == site)
            visits.push_back(stop);
    }
    // RFC 3339 in UTC and of one form, as we write it: in the order of its letters.
    std::ranges::sort(visits, std::greater(),
                      [](const QJsonObject &stop) { return stop["completed_at"_L1].toString(); });
    visits.resize(std::min(visits.size(), mostVisits));
    return visits;
}

QJsonObject visitOf(const QJsonObject &stop, const QString &driver, const QString &driverName)
{
    QJsonObject visit{
        {u"stop"_s, stop["id"_L1]}, {u"at"_s, stop["completed_at"_L1]}, {u"outcome"_s, stop["status"_L1]}};
    for (const auto key : {"failure"_L1, "note"_L1}) {
        if (stop.contains(key))
            visit.insert(key, stop[key]);
    }
    if (stop.contains("completed_where"_L1))
        visit.insert("where"_L1, stop["completed_where"_L1]);
    if (!driver.isEmpty())
        visit.insert("driver"_L1, driver);
    if (!driverName.isEmpty())
        visit.insert("driver_name"_L1, driverName);
    return visit;
}

Task<HttpResponsePtr> history(Services &services, Http::Call call)
{
    const StopId id(call.parameters.value(0));
    if (!id.isValid())
        co_return unknownStop();
    const auto stop = co_await findInDepots(services.store, Wire::Kinds::stop, id.toString());
    if (!stop)
        co_return stop.error().kind == Error::Kind::NotFound ? unknownStop() : Http::answerError(stop.error());
    if (!services.access.feedsOf(*call.caller).contains(stop->feed))
        co_return unknownStop();
    const auto site = siteOf(stop->body);
    const auto stops = co_await bodiesOf(services.store, stop->feed, Wire::Kinds::stop,
                                         site.isValid() ? services.visits.stopsAt(stop->feed, site) : QStringList());
    if (!stops)
        co_return Http::answerError(stops.error());
    const auto visits = visitsAmong(*stops, site);
    QStringList routeIds;
    for (const auto &visit : visits)
        routeIds += visit["route"_L1].toString();
    const auto routes = co_await bodiesOf(services.store, stop->feed, Wire::Kinds::route, routeIds);
    if (!routes)
        co_return Http::answerError(routes.error());
    QStringList driverIds;
    for (const auto &route : *routes)
        driverIds += route["driver"_L1].toString();
    const auto drivers = co_await bodiesOf(services.store, organisationFeed(), Wire::Kinds::driver, driverIds);
    if (!drivers)
        co_return Http::answerError(drivers.error());
    QJsonArray told;
    for (const auto &visit : visits) {
        const auto driver = (*routes)[visit["route"_L1].toString()]["driver"_L1].toString();
        told.append(visitOf(visit, driver, (*drivers)[driver]["name"_L1].toString()));
    }
    co_return Http::answerJson({{u"visits"_s, told}});
}

} // namespace

void registerVisits(Http::Router &router, Services &services)
{
    router.add({.method = drogon::Get,
                .path = u"/v1/stops/{stop}/history"_s,
                .roles = {User::Role::Dispatcher, User::Role::Supervisor, User::Role::Support, User::Role::Admin},
                .handler = with(services, history)});
}

} // namespace Doorstep::Api
