// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/history.h"

#include "models/wire/reader.h"
#include "models/wire/stopwire.h"
#include "models/wire/timewire.h"
#include "simulator/chance.h"
#include "simulator/people.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep::Simulation {
namespace {

constexpr double returning = 0.3; // of the customers
constexpr double somebodyElse = 0.12; // of the doors
constexpr double withoutPhone = 0.15; // of the visits nobody noted where the phone was
constexpr double failed = 0.05;
constexpr double savedAsToday = 0.5; // of a slip in today's address: it stands in the shop's address book
constexpr int longestAgo = 56; // days
constexpr double gpsMeters = 8.0;
constexpr qsizetype visitsAtOnce = 4'000;

/// A number for \a visit, the same on all machines.
int dieOf(const Visit &visit)
{
    const auto hash =
        QCryptographicHash::hash((visit.reference + visit.door.address.text).toUtf8(), QCryptographicHash::Sha1);
    return static_cast<quint8>(hash[0]) << 16 | static_cast<quint8>(hash[1]) << 8 | static_cast<quint8>(hash[2]);
}

QGeoCoordinate seenNear(const QGeoCoordinate &door, Chance &chance)
{
    const double away = std::abs(chance.normal(0.0, gpsMeters));
    const auto seen = door.atDistanceAndAzimuth(away, chance.between(0.0, 360.0));
    return {std::round(seen.latitude() * 1e6) / 1e6, std::round(seen.longitude() * 1e6) / 1e6};
}

/// A delivery at the door of \a visit some days before it; to its customer, unless somebody else is put in.
PastDelivery deliveryTo(const Tour &tour, const Visit &visit, const DaySettings &settings, int daysAgo, Chance &chance)
{
    PastDelivery past{.reference = u"%1-before-%2"_s.arg(visit.reference).arg(daysAgo),
                      .at = settings.time(QTime(9, 0)).addDays(-daysAgo).addSecs(60LL * chance.between(0, 600)),
                      .customer = visit.customer,
                      .phone = visit.phone,
                      .address = visit.door.address.text,
                      .door = visit.door.where,
                      .where = {},
                      .failure = Stop::Failure::None,
                      .driverName = tour.driver.name};
    const bool isSlipSaved = chance.happens(savedAsToday);
    if (isSlipSaved && visit.writtenAddress != visit.door.address.text) {
        past.address = visit.writtenAddress;
        past.door = {}; // the old system did not find it either; the driver asked
    }
    if (!chance.happens(withoutPhone))
        past.where = seenNear(visit.door.where, chance);
    if (chance.happens(failed))
        past.failure = Stop::Failure::NobodyHome;
    return past;
}

QJsonObject toJson(const PastDelivery &past, const DepotId &depot)
{
    const bool isDelivered = past.failure == Stop::Failure::None;
    QJsonObject json{{u"depot"_s, depot.toString()},
                     {u"reference"_s, past.reference},
                     {u"at"_s, Wire::timeText(past.at)},
                     {u"outcome"_s, isDelivered ? u"delivered"_s : u"failed"_s},
                     {u"address"_s, QJsonObject{{u"text"_s, past.address}}},
                     {u"customer"_s, past.customer},
                     {u"phone"_s, past.phone},
                     {u"driver_name"_s, past.driverName}};
    Wire::putText(json, "failure"_L1, Wire::failureWord(past.failure));
    if (past.door.isValid())
        json[u"door"_s] = Wire::placeJson(past.door);
    if (past.where.isValid())
        json[u"where"_s] = Wire::placeJson(past.where);
    return json;
}

} // namespace

QList<PastDelivery> earlierTo(const Tour &tour, const Visit &visit, const DaySettings &settings)
{
    Chance chance(settings.seed, "returning"_L1, dieOf(visit));
    if (!chance.happens(returning))
        return {};
    QList<int> days;
    for (int i = chance.between(1, 4); i > 0; --i)
        days += chance.between(3, longestAgo);
    std::ranges::sort(days, std::greater());
    days.erase(std::ranges::unique(days).begin(), days.end());
    QList<PastDelivery> past;
    for (const int ago : std::as_const(days))
        past += deliveryTo(tour, visit, settings, ago, chance);
    return past;
}

QList<PastDelivery> earlierAtDoor(const Tour &tour, const Visit &visit, const DaySettings &settings)
{
    Chance chance(settings.seed, "neighbours"_L1, dieOf(visit));
    if (!chance.happens(somebodyElse))
        return {};
    auto past = deliveryTo(tour, visit, settings, chance.between(3, longestAgo), chance);
    past.reference += u"-other"_s;
    past.customer = personName(chance);
    past.phone = phoneNumber(chance);
    past.address = visit.door.address.text;
    past.door = visit.door.where;
    return {past};
}

QList<QJsonObject> historyJsons(const DayPlan &plan)
{
    QList<QJsonObject> history;
    for (const auto &tour : plan.tours) {
        const auto &depot = plan.depots[tour.depot].id;
        for (const auto &visit : tour.visits) {
            const auto all = earlierTo(tour, visit, plan.settings) + earlierAtDoor(tour, visit, plan.settings);
            for (const auto &past : all)
                history += toJson(past, depot);
        }
    }
    return history;
}

QCoro::Task<Result<void>> importHistory(ApiClient *client, QList<QJsonObject> history)
{
    for (qsizetype from = 0; from < history.size(); from += visitsAtOnce) {
        QByteArray lines;
        for (const auto &visit : history.sliced(from, std::min(visitsAtOnce, history.size() - from)))
            lines += QJsonDocument(visit).toJson(QJsonDocument::Compact) + '\n';
        const auto answer = co_await client->send(Letter{
            .path = u"/v1/visits"_s, .contentType = "application/x-ndjson", .body = lines, .idempotencyKey = {}});
        if (!answer.isGood())
            co_return std::unexpected(errorOf(answer));
    }
    co_return Result<void>();
}

} // namespace Doorstep::Simulation
