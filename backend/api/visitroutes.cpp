// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/visitroutes.h"

#include "backend/commands/documents.h"
#include "backend/http/problem.h"
#include "models/domain/depot.h"
#include "models/domain/recipient.h"
#include "models/domain/site.h"
#include "models/wire/addresswire.h"
#include "models/wire/kinds.h"
#include "models/wire/reader.h"
#include "models/wire/stopwire.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Doorstep::Api {
namespace {

using drogon::HttpResponsePtr;
using drogon::Task;

constexpr std::size_t mostVisits = 20;
constexpr std::size_t mostElsewhere = 60;
constexpr qsizetype mostDoors = 9; // as many as a search is asked for
constexpr qsizetype longestLine = 200;
constexpr double sameDoorMeters = 15.0; // two drawings of one door

SiteId siteOf(const QJsonObject &stop)
{
    const auto address = Wire::addressFromJson(stop["address"_L1].toObject());
    return address ? siteIdOf(DepotId(stop["depot"_L1].toString()), *address) : SiteId();
}

HttpResponsePtr unknownStop()
{
    return Http::answerError({.kind = Error::Kind::NotFound, .detail = u"there is no stop of that id for you"_s});
}

/// The bodies of \a all, each once, by id.
Task<Result<QHash<QString, QJsonObject>>> bodiesOf(Store &store, std::vector<DocumentKey> all)
{
    std::vector<DocumentKey> keys;
    QSet<QString> ids{QString()};
    for (auto &key : all) {
        if (ids.contains(key.id))
            continue;
        ids.insert(key.id);
        keys.push_back(std::move(key));
    }
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

bool isVisit(const QJsonObject &stop)
{
    const auto status = stop["status"_L1].toString();
    return stop.contains("completed_at"_L1)
        && (status == Wire::statusWord(Stop::Status::Delivered) || status == Wire::statusWord(Stop::Status::Failed));
}

QGeoCoordinate placeOf(const QJsonValue &value)
{
    const auto place = value.toArray();
    return {place.at(1).toDouble(qQNaN()), place.at(0).toDouble(qQNaN())};
}

SameRecipient recipientOf(const QJsonObject &asked, const QJsonObject &stop)
{
    return sameRecipient(asked["customer"_L1].toString(), asked["phone"_L1].toString(), stop["customer"_L1].toString(),
                         stop["phone"_L1].toString());
}

/// The \a most newest of \a stops, newest first.
void keepNewest(std::vector<QJsonObject> &stops, std::size_t most)
{
    // RFC 3339 in UTC and of one form, as we write it: in the order of its letters.
    std::ranges::sort(stops, std::greater(),
                      [](const QJsonObject &stop) { return stop["completed_at"_L1].toString(); });
    stops.resize(std::min(stops.size(), most));
}

struct Visits
{
    std::vector<QJsonObject> here; ///< At the address that is asked about.
    std::vector<QJsonObject> elsewhere; ///< For the same person, or at one of the doors that are asked about.
};

Visits visitsAmong(const QHash<QString, QJsonObject> &stops, const QJsonObject &asked,
                   const QList<QGeoCoordinate> &doors)
{
    const auto site = siteOf(asked);
    Visits visits;
    for (const auto &stop : stops) {
        if (!isVisit(stop) || stop["depot"_L1] != asked["depot"_L1])
            continue;
        const auto where = placeOf(stop["where"_L1]);
        const auto isThere = [&](const QGeoCoordinate &door) {
            return where.isValid() && door.distanceTo(where) <= sameDoorMeters;
        };
        if (site.isValid() && siteOf(stop) == site)
            visits.here.push_back(stop);
        else if (stop["id"_L1] != asked["id"_L1]
                 && (recipientOf(asked, stop) != SameRecipient::No || std::ranges::any_of(doors, isThere)))
            visits.elsewhere.push_back(stop);
    }
    keepNewest(visits.here, mostVisits);
    // Those for the person first: a house of many flats crowds nobody out.
    const auto theirs = std::ranges::partition(
        visits.elsewhere, [&](const auto &stop) { return recipientOf(asked, stop) != SameRecipient::No; });
    std::vector<QJsonObject> others(theirs.begin(), theirs.end());
    visits.elsewhere.erase(theirs.begin(), visits.elsewhere.end());
    keepNewest(visits.elsewhere, mostElsewhere);
    keepNewest(others, mostElsewhere - visits.elsewhere.size());
    visits.elsewhere.insert(visits.elsewhere.end(), others.begin(), others.end());
    return visits;
}

/// What is told of \a stop: nothing of whose it was, but that it was the same person's.
QJsonObject visitOf(const QJsonObject &stop, const QJsonObject &asked)
{
    QJsonObject visit{
        {u"stop"_s, stop["id"_L1]}, {u"at"_s, stop["completed_at"_L1]}, {u"outcome"_s, stop["status"_L1]}};
    for (const auto key : {"failure"_L1, "note"_L1}) {
        if (stop.contains(key))
            visit.insert(key, stop[key]);
    }
    if (stop.contains("completed_where"_L1))
        visit.insert("where"_L1, stop["completed_where"_L1]);
    if (stop.contains("where"_L1))
        visit.insert("door"_L1, stop["where"_L1]);
    if (const auto address = Wire::addressFromJson(stop["address"_L1].toObject()))
        visit.insert("address"_L1, (address->text.isEmpty() ? address->line() : address->text).left(longestLine));
    if (const auto recipient = recipientOf(asked, stop); recipient != SameRecipient::No)
        visit.insert("recipient"_L1, recipient == SameRecipient::Phone ? u"phone"_s : u"name"_s);
    return visit;
}

/// "lon,lat;lon,lat"; Malformed.
Result<QList<QGeoCoordinate>> doorsFrom(const std::string &text)
{
    QList<QGeoCoordinate> doors;
    if (text.empty())
        return doors;
    const auto bad = [] { return failure(Error::Kind::Malformed, u"doors is lon,lat;lon,lat… of nine at most"_s); };
    constexpr std::size_t longest = 500;
    if (text.size() > longest)
        return bad();
    const auto all = QString::fromStdString(text).split(u';');
    for (const auto &one : all) {
        const auto degrees = one.split(u',');
        bool isLongitude = false;
        bool isLatitude = false;
        const QGeoCoordinate door(degrees.value(1).toDouble(&isLatitude), degrees.value(0).toDouble(&isLongitude));
        if (degrees.size() != 2 || !isLongitude || !isLatitude || !door.isValid())
            return bad();
        doors.append(door);
    }
    return doors.size() > mostDoors ? bad() : Result<QList<QGeoCoordinate>>(doors);
}

using Drivers = QHash<QString, std::pair<QString, QString>>; // by route: the driver's id, and their name

/// Who drove each of \a routes.
Task<Result<Drivers>> driversOf(Store &store, FeedId feed, QStringList routeIds)
{
    std::vector<DocumentKey> routeKeys;
    for (const auto &id : std::as_const(routeIds))
        routeKeys.push_back({.feed = feed, .kind = Wire::Kinds::route, .id = id});
    const auto routes = co_await bodiesOf(store, std::move(routeKeys));
    if (!routes)
        co_return std::unexpected(routes.error());
    std::vector<DocumentKey> driverKeys;
    for (const auto &route : *routes)
        driverKeys.push_back(
            {.feed = organisationFeed(), .kind = Wire::Kinds::driver, .id = route["driver"_L1].toString()});
    const auto drivers = co_await bodiesOf(store, std::move(driverKeys));
    if (!drivers)
        co_return std::unexpected(drivers.error());
    Drivers found;
    for (const auto &[id, route] : routes->asKeyValueRange()) {
        const auto driver = route["driver"_L1].toString();
        found.insert(id, {driver, (*drivers)[driver]["name"_L1].toString()});
    }
    co_return found;
}

VisitBook::Keys stopsAbout(const VisitBook &book, const QJsonObject &asked, const QList<QGeoCoordinate> &doors)
{
    const DepotId depot(asked["depot"_L1].toString());
    const auto site = siteOf(asked);
    auto stops = site.isValid() ? book.stopsAt(depot, site) : VisitBook::Keys();
    const auto add = [&stops](VisitBook::Keys more) { std::ranges::move(more, std::back_inserter(stops)); };
    add(book.stopsFor(depot, asked["customer"_L1].toString(), asked["phone"_L1].toString()));
    for (const auto &door : doors)
        add(book.stopsAtDoor(depot, door));
    return stops;
}

/// visitOf() those at the address itself, with who was there.
QJsonArray visitsHere(const std::vector<QJsonObject> &visits, const QJsonObject &asked, const Drivers &drivers)
{
    QJsonArray here;
    for (const auto &visit : visits) {
        auto told = visitOf(visit, asked);
        const auto &[driver, name] = drivers[visit["route"_L1].toString()];
        Wire::putText(told, "driver"_L1, driver);
        Wire::putText(told, "driver_name"_L1, name.isEmpty() ? visit["driver_name"_L1].toString() : name); // imported
        here.append(told);
    }
    return here;
}

Task<HttpResponsePtr> history(Services &services, Http::Call call)
{
    const StopId id(call.parameters.value(0));
    if (!id.isValid())
        co_return unknownStop();
    const auto doors = doorsFrom(call.request->getParameter("doors"));
    if (!doors)
        co_return Http::answerError(doors.error());
    const auto stop = co_await findInDepots(services.store, Wire::Kinds::stop, id.toString());
    if (!stop)
        co_return stop.error().kind == Error::Kind::NotFound ? unknownStop() : Http::answerError(stop.error());
    if (!services.access.feedsOf(callerOf(call)).contains(stop->feed))
        co_return unknownStop();
    const auto stops = co_await bodiesOf(services.store, stopsAbout(services.visits, stop->body, *doors));
    if (!stops)
        co_return Http::answerError(stops.error());
    const auto visits = visitsAmong(*stops, stop->body, *doors);
    QStringList routeIds;
    for (const auto &visit : visits.here)
        routeIds += visit["route"_L1].toString();
    const auto drivers = co_await driversOf(services.store, stop->feed, routeIds);
    if (!drivers)
        co_return Http::answerError(drivers.error());
    QJsonArray elsewhere;
    for (const auto &visit : visits.elsewhere)
        elsewhere.append(visitOf(visit, stop->body));
    co_return Http::answerJson(
        {{u"visits"_s, visitsHere(visits.here, stop->body, *drivers)}, {u"elsewhere"_s, elsewhere}});
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
