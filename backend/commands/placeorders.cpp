// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/commands/placeorders.h"

#include "backend/commands/documents.h"
#include "backend/store/audittrail.h"
#include "models/domain/depot.h"
#include "models/domain/parcel.h"
#include "models/domain/trackingnumber.h"
#include "models/domain/uuid.h"
#include "models/wire/kinds.h"
#include "models/wire/orderwire.h"
#include "models/wire/parcelwire.h"
#include "models/wire/reader.h"
#include "models/wire/sitewire.h"
#include "models/wire/stopwire.h"

#include <QHash>
#include <QRandomGenerator>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr int triesOfOrders = 5;
constexpr double leastScore = 0.5; // below it a wrong door is likelier than the right one
constexpr quint32 serials = 100'000'000;
constexpr auto numberSpace = "tracking_number"_L1;
constexpr auto orderSpace = "order"_L1;

drogon::Task<Result<>> checkDepots(Store &store, QSet<QString> depots)
{
    std::vector<DocumentKey> keys;
    for (const auto &depot : depots)
        keys.push_back({.feed = organisationFeed(), .kind = Wire::Kinds::depot, .id = depot});
    const auto found = co_await findAll(store, std::move(keys));
    if (!found)
        co_return std::unexpected(found.error());
    for (const auto &depot : *found) {
        if (!depot.exists())
            co_return failure(Error::Kind::Refused, u"there is no depot %1"_s.arg(depot.document.id));
    }
    co_return Result<>();
}

/// What a person has said about these addresses before, so that nobody looks for them again.
drogon::Task<Result<>> recallSites(Store &store, std::vector<NewOrder> &orders)
{
    std::vector<DocumentKey> keys;
    std::vector<std::size_t> whose;
    for (std::size_t i = 0; i < orders.size(); ++i) {
        const auto &[order, stop, weights] = orders[i];
        const auto site = siteIdOf(order.depot, stop.address);
        if (stop.where.isValid() || !site.isValid())
            continue;
        keys.push_back({.feed = feedOf(order.depot), .kind = Wire::Kinds::site, .id = site.toString()});
        whose.push_back(i);
    }
    const auto found = co_await findAll(store, std::move(keys));
    if (!found)
        co_return std::unexpected(found.error());
    for (std::size_t i = 0; i < whose.size(); ++i) {
        if (!found->at(i).exists())
            continue;
        const auto site = Wire::siteFromJson(found->at(i).body);
        if (!site)
            continue; // of a newer backend: the search does what it can
        auto &stop = orders[whose[i]].stop;
        stop.where = site->facts.where;
        stop.entrance = site->facts.entrance;
        stop.whereScore = 1.0;
        if (stop.gateCode.isEmpty())
            stop.gateCode = site->facts.gateCode;
        if (stop.instructions.isEmpty())
            stop.instructions = site->facts.instructions;
    }
    co_return Result<>();
}

drogon::Task<Result<>> findPlaces(PlaceFinder &places, std::vector<NewOrder> &orders)
{
    std::vector<Address> addresses;
    std::vector<std::size_t> whose;
    for (std::size_t i = 0; i < orders.size(); ++i) {
        if (orders[i].stop.where.isValid())
            continue;
        addresses.push_back(orders[i].stop.address);
        whose.push_back(i);
    }
    if (addresses.empty())
        co_return Result<>();
    const auto found = co_await places.find(std::move(addresses));
    if (!found)
        co_return std::unexpected(found.error());
    for (std::size_t i = 0; i < whose.size(); ++i) {
        auto &stop = orders[whose[i]].stop;
        stop.whereScore = found->at(i).score;
        if (found->at(i).where.isValid() && stop.whereScore >= leastScore)
            stop.where = found->at(i).where;
    }
    co_return Result<>();
}

/// \a count numbers that nobody has.
drogon::Task<Result<QStringList>> freeNumbers(Store &store, qsizetype count)
{
    QStringList numbers;
    QSet<QString> chosen;
    while (numbers.size() < count) {
        QStringList tries;
        while (tries.size() < count - numbers.size()) {
            const auto number = trackingNumber(static_cast<int>(QRandomGenerator::system()->bounded(serials)));
            if (chosen.contains(number))
                continue;
            chosen.insert(number);
            tries += number;
        }
        const auto holders = co_await store.holders(numberSpace, tries);
        if (!holders)
            co_return std::unexpected(holders.error());
        for (qsizetype i = 0; i < tries.size(); ++i) {
            if (holders->at(i).isEmpty())
                numbers += tries[i];
        }
    }
    co_return numbers;
}

/// Gives \a wanted its ids and numbers, and adds all its documents to \a commit.
void make(Commit &commit, NewOrder &wanted, QStringList &numbers)
{
    auto &[order, stop, weights] = wanted;
    order.id = OrderId(newUuid(commit.at));
    stop.id = StopId(newUuid(commit.at));
    stop.order = order.id;
    stop.parcels.clear();
    const auto feed = feedOf(order.depot);
    const auto write = [&](QLatin1StringView kind, const QString &id, const QJsonObject &body) {
        commit.writes.push_back({.feed = feed, .kind = kind, .id = id, .body = Wire::compact(body), .ifVersion = 0});
    };
    write(Wire::Kinds::order, order.id.toString(), Wire::toJson(order));
    for (const auto weight : weights) {
        const Parcel parcel{.id = ParcelId(newUuid(commit.at)),
                            .depot = order.depot,
                            .order = order.id,
                            .stop = stop.id,
                            .trackingNumber = numbers.takeLast(),
                            .weightKilograms = weight};
        stop.parcels.append(parcel.id);
        commit.claims.push_back({.space = numberSpace, .key = parcel.trackingNumber, .holder = parcel.id.toString()});
        write(Wire::Kinds::parcel, parcel.id.toString(), Wire::toJson(parcel));
    }
    if (!stop.window.isOpen()) // the shop has told its customer
        stop.promise({.window = stop.window, .toldAt = commit.at, .channel = Promise::Channel::Order});
    write(Wire::Kinds::stop, stop.id.toString(), Wire::toJson(stop));
    commit.claims.push_back({.space = orderSpace, .key = wanted.key(), .holder = stop.id.toString()});
}

struct Placed
{
    DepotId depot;
    QString stop;
};

/// The answer, read back from what is stored: the same whether it was made now or last week.
drogon::Task<Result<QJsonObject>> describe(Store &store, std::vector<Placed> placed)
{
    std::vector<DocumentKey> keys;
    keys.reserve(placed.size());
    for (const auto &[depot, stop] : placed)
        keys.push_back({.feed = feedOf(depot), .kind = Wire::Kinds::stop, .id = stop});
    const auto stops = co_await findAll(store, std::move(keys));
    if (!stops)
        co_return std::unexpected(stops.error());
    std::vector<DocumentKey> parcelKeys;
    for (const auto &stop : *stops) {
        for (const auto &parcel : stop.body["parcels"_L1].toArray())
            parcelKeys.push_back({.feed = stop.feed, .kind = Wire::Kinds::parcel, .id = parcel.toString()});
    }
    const auto parcels = co_await findAll(store, std::move(parcelKeys));
    if (!parcels)
        co_return std::unexpected(parcels.error());

    QJsonArray answers;
    auto parcel = parcels->begin();
    for (const auto &stop : *stops) {
        QJsonArray boxes;
        for (qsizetype i = 0; i < stop.body["parcels"_L1].toArray().size(); ++i, ++parcel) {
            boxes.append(QJsonObject{{u"id"_s, parcel->document.id},
                                     {u"tracking_number"_s, parcel->body["tracking_number"_L1]}});
        }
        QJsonObject answer{{u"id"_s, stop.body["order"_L1]},
                           {u"stop"_s, stop.document.id},
                           {u"parcels"_s, boxes},
                           {u"where_score"_s, stop.body["where_score"_L1]}};
        if (stop.body.contains("where"_L1))
            answer.insert("where"_L1, stop.body["where"_L1]);
        answers.append(answer);
    }
    co_return QJsonObject{{u"orders"_s, answers}};
}

/// Makes of \a orders what \a known, the stop of each that was made before, does not have yet. The stop of each.
std::vector<Placed> makeNew(Commit &commit, std::vector<NewOrder> &orders, const QStringList &known,
                            QStringList &numbers)
{
    QHash<QString, QString> stopOf;
    std::vector<Placed> placed;
    placed.reserve(orders.size());
    for (std::size_t i = 0; i < orders.size(); ++i) {
        const auto name = orders[i].key();
        auto stop = known.at(static_cast<qsizetype>(i));
        if (stop.isEmpty())
            stop = stopOf.value(name);
        if (stop.isEmpty()) {
            make(commit, orders[i], numbers);
            stop = orders[i].stop.id.toString();
        }
        stopOf.insert(name, stop);
        placed.push_back({.depot = orders[i].order.depot, .stop = stop});
    }
    return placed;
}

/// Their depots are there, and their places are known as well as they can be.
drogon::Task<Result<>> prepare(Store &store, PlaceFinder *places, std::vector<NewOrder> &orders)
{
    QSet<QString> depots;
    for (const auto &wanted : orders)
        depots.insert(wanted.order.depot.toString());
    if (const auto checked = co_await checkDepots(store, depots); !checked)
        co_return std::unexpected(checked.error());
    if (const auto recalled = co_await recallSites(store, orders); !recalled)
        co_return std::unexpected(recalled.error());
    if (places)
        co_return co_await findPlaces(*places, orders);
    co_return Result<>();
}

} // namespace

drogon::Task<Result<QJsonObject>> placeOrders(Store &store, PlaceFinder *places, std::vector<NewOrder> orders,
                                              UserId actor, QDateTime now)
{
    qsizetype parcels = 0;
    QStringList names;
    for (const auto &wanted : orders) {
        parcels += static_cast<qsizetype>(wanted.weightsKilograms.size());
        names += wanted.key();
    }
    if (const auto ready = co_await prepare(store, places, orders); !ready)
        co_return std::unexpected(ready.error());

    Error last;
    for (int attempt = 0; attempt < triesOfOrders; ++attempt) {
        const auto known = co_await store.holders(orderSpace, names);
        if (!known)
            co_return std::unexpected(known.error());
        auto numbers = co_await freeNumbers(store, parcels);
        if (!numbers)
            co_return std::unexpected(numbers.error());
        Commit commit{.writes = {}, .claims = {}, .actor = actor, .at = now};
        auto placed = makeNew(commit, orders, *known, *numbers);
        leaveTrail(commit, u"orders"_s, {{u"orders"_s, static_cast<qint64>(orders.size())}});
        const auto done = co_await store.commit(std::move(commit));
        if (done)
            co_return co_await describe(store, std::move(placed));
        if (done.error().kind != Error::Kind::Conflict)
            co_return std::unexpected(done.error());
        last = done.error(); // somebody else took a number or made the order just now
    }
    co_return std::unexpected(last);
}

} // namespace Doorstep
