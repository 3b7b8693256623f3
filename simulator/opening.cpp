// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/opening.h"

#include "models/wire/timewire.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Doorstep::Simulation {
namespace {

constexpr qsizetype ordersAtOnce = 500;

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QCoro::Task<Result<void>> putPlan(ApiClient *client, QJsonObject plan)
{
    const auto answer = co_await client->send(
        Letter{.verb = "PUT", .path = u"/v1/plan"_s, .body = bytesOf(plan), .idempotencyKey = {}});
    if (!answer.isGood())
        co_return std::unexpected(errorOf(answer));
    co_return Result<void>();
}

} // namespace

Result<StopsByReference> stopsFromAnswer(const QJsonObject &answer, const QStringList &references)
{
    const auto made = answer["orders"_L1].toArray();
    if (made.size() != references.size())
        return failure(Error::Kind::Malformed,
                       u"the server answered %1 orders with %2"_s.arg(references.size()).arg(made.size()));
    StopsByReference stops;
    for (qsizetype i = 0; i < made.size(); ++i) {
        const StopId stop(made[i].toObject()["stop"_L1].toString());
        if (!stop.isValid())
            return failure(Error::Kind::Malformed, u"the server made no stop for order %1"_s.arg(references[i]));
        stops.insert(references[i], stop);
    }
    return stops;
}

QCoro::Task<Result<bool>> setServerClock(ApiClient *client, QDateTime now, double rate)
{
    const QJsonObject clock{{u"now"_s, Wire::timeText(now)}, {u"rate"_s, rate}};
    const auto answer = co_await client->send(
        Letter{.verb = "PUT", .path = u"/v1/clock"_s, .body = bytesOf(clock), .idempotencyKey = {}});
    if (answer.isGood())
        co_return true;
    const auto problem = QJsonDocument::fromJson(answer.body).object();
    if (answer.status == 403 && problem["code"_L1] == "clock_is_fixed"_L1)
        co_return false;
    co_return std::unexpected(errorOf(answer));
}

QCoro::Task<Result<StopsByReference>> announce(ApiClient *client, DayPlan plan)
{
    if (const auto fleet = co_await putPlan(client, fleetJson(plan)); !fleet)
        co_return std::unexpected(fleet.error());

    StopsByReference stops;
    const auto orders = orderJsons(plan);
    for (qsizetype from = 0; from < orders.size(); from += ordersAtOnce) {
        QJsonArray some;
        QStringList references;
        for (const auto &order : orders.sliced(from, std::min(ordersAtOnce, orders.size() - from))) {
            some += order;
            references += order["reference"_L1].toString();
        }
        const auto key = u"simulator-%1-%2"_s.arg(references.first(), references.last()).toLatin1();
        const auto answer = co_await client->send(
            Letter{.path = u"/v1/orders"_s, .body = bytesOf({{u"orders"_s, some}}), .idempotencyKey = key});
        const auto body = objectOf(answer);
        if (!body)
            co_return std::unexpected(body.error());
        const auto made = stopsFromAnswer(*body, references);
        if (!made)
            co_return std::unexpected(made.error());
        stops.insert(*made);
    }
    if (const auto routes = co_await putPlan(client, routesJson(plan, stops)); !routes)
        co_return std::unexpected(routes.error());
    co_return stops;
}

} // namespace Doorstep::Simulation
