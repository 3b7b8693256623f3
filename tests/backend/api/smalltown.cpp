// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/backend/api/smalltown.h"

#include "backend/commands/documents.h"
#include "backend/commands/neworders.h"
#include "backend/commands/placeorders.h"
#include "backend/commands/putplan.h"
#include "backend/store/sqlite/sqlitestore.h"

using namespace Qt::StringLiterals;
using drogon::sync_wait;

namespace Doorstep::Test {
namespace {

constexpr auto depotPlan = R"({"depots":[{"id":"d1","name":"Depot","address":{"text":"x"},"where":[-56.1,-34.9],
    "time_zone":"America/Montevideo"},{"id":"d2","name":"Depot","address":{"text":"x"},"where":[-56.2,-34.9],
    "time_zone":"America/Montevideo"}],
    "vehicles":[{"id":"v1","depot":"d1","name":"V","kind":"van","capacity_kg":800}],
    "drivers":[{"id":"a","depot":"d1","name":"Ana","device_id":"phone-a"},
               {"id":"b","depot":"d1","name":"Berta","device_id":"phone-b"}]})";

} // namespace

SmallTown::SmallTown()
{
    reopen();
    auto plan = planFromJson(QJsonDocument::fromJson(depotPlan).object());
    if (!plan || !sync_wait(putPlan(*store, std::move(*plan), {}, now)))
        qFatal("no depot");
    QJsonArray orders;
    for (int i = 0; i < 3; ++i) {
        orders.append(QJsonObject{{u"depot"_s, u"d1"_s},
                                  {u"reference"_s, u"r%1"_s.arg(i)},
                                  {u"shop"_s, u"s"_s},
                                  {u"customer"_s, u"C"_s},
                                  {u"address"_s, QJsonObject{{u"text"_s, u"18 de julio 1"_s}}},
                                  {u"where"_s, QJsonArray{-56.1, -34.9}},
                                  {u"parcels"_s, QJsonArray{QJsonObject{{u"weight_kg"_s, 1.0}}}}});
    }
    auto parsed = newOrdersFromJson({{u"orders"_s, orders}}, now);
    const auto placed = sync_wait(placeOrders(*store, nullptr, std::move(*parsed), {}, now));
    for (const auto &order : (*placed)["orders"_L1].toArray())
        m_stops.append(StopId(order.toObject()["stop"_L1].toString()));
}

void SmallTown::reopen()
{
    store.reset();
    auto opened = SqliteStore::open(path());
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    store = std::move(*opened);
}

User SmallTown::dispatcher()
{
    return {.id = UserId(u"dora"_s),
            .name = u"dora"_s,
            .fullName = u"Dora"_s,
            .roles = {User::Role::Dispatcher},
            .driver = {}};
}

void SmallTown::put(Commit commit)
{
    commit.at = now;
    if (const auto done = sync_wait(store->commit(std::move(commit))); !done)
        qFatal("%s", qPrintable(done.error().detail));
}

QJsonObject SmallTown::body(const QString &kind, const QString &id) const
{
    const auto found = sync_wait(findInDepots(*store, kind, id));
    return found ? found->body : QJsonObject();
}

FeedState SmallTown::headOf(const FeedId &feed) const
{
    for (const auto &state : store->feeds()) {
        if (state.id == feed)
            return state;
    }
    return {};
}

void SmallTown::addToStop(int index, const QString &key, const QJsonValue &value)
{
    auto json = body(u"stop"_s, stop(index).toString());
    json.insert(key, value);
    put({.writes =
             {{.feed = depotFeed(), .kind = u"stop"_s, .id = stop(index).toString(), .body = Wire::compact(json)}},
         .claims = {},
         .at = now});
}

void SmallTown::addUser(const QString &id)
{
    const QJsonObject user{
        {u"id"_s, id}, {u"name"_s, id}, {u"full_name"_s, id}, {u"roles"_s, QJsonArray{u"dispatcher"_s}}};
    put({.writes = {{.feed = organisationFeed(), .kind = u"user"_s, .id = id, .body = Wire::compact(user)}},
         .claims = {},
         .at = now});
}

void SmallTown::putRoute(const QString &id, const QList<StopId> &stops)
{
    QJsonArray ids;
    for (const auto &stop : stops)
        ids.append(stop.toString());
    const QJsonObject route{
        {u"id"_s, id},           {u"depot"_s, u"d1"_s},       {u"driver"_s, u"a"_s},
        {u"vehicle"_s, u"v1"_s}, {u"day"_s, u"2026-03-12"_s}, {u"scheduled_start"_s, u"2026-03-12T11:00:00.000Z"_s},
        {u"stops"_s, ids}};
    auto plan = planFromJson({{u"routes"_s, QJsonArray{route}}});
    if (!plan || !sync_wait(putPlan(*store, std::move(*plan), {}, now)))
        qFatal("no route");
}

Command SmallTown::command(qint64 sequence, Verb verb, const FeedId &feed, const QString &id) const
{
    return {.id = CommandId(id.isEmpty() ? u"c%1"_s.arg(sequence) : id),
            .sequence = sequence,
            .feed = feed,
            .verb = std::move(verb),
            .at = now};
}

std::expected<QList<Verdict>, CommandsHalted> SmallTown::run(const QList<Command> &commands, const User &user,
                                                             const DeviceId &device,
                                                             const QHash<FeedId, quint64> &epochs)
{
    auto json = Wire::objectFromBytes(Wire::requestBytes(device, commands)).value_or(QJsonObject());
    if (!epochs.isEmpty())
        json.insert("epochs"_L1, Wire::epochsToJson(epochs));
    auto request = Wire::commandRequestFromJson(json);
    if (!request)
        qFatal("%s", qPrintable(request.error().detail));
    CommandAuthor author{.user = user, .feeds = {organisationFeed(), depotFeed()}};
    return sync_wait(runCommands(*store, std::move(*request), std::move(author), now));
}

} // namespace Doorstep::Test
