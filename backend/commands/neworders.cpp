// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/commands/neworders.h"

#include "models/wire/orderwire.h"
#include "models/wire/reader.h"
#include "models/wire/stopwire.h"
#include "models/wire/timewire.h"

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr qsizetype mostOrders = 1'000;
constexpr qsizetype mostParcels = 100;
constexpr double heaviestKilograms = 10'000.0;
constexpr auto notYet = "0"_L1; // an id to satisfy the codec until there is one

Result<std::vector<double>> weightsIn(const QJsonObject &json)
{
    Wire::Reader reader("order"_L1, json);
    const auto parcels = reader.array("parcels"_L1, mostParcels);
    if (parcels.isEmpty())
        reader.fail("parcels"_L1);
    std::vector<double> weights;
    for (const auto &element : parcels) {
        const auto parcel = element.toObject();
        Wire::Reader inner("parcel"_L1, parcel);
        const auto weight = inner.number("weight_kg"_L1, 0.0, heaviestKilograms);
        weights.push_back(reader.take(inner.finish(weight)));
    }
    return reader.finish(std::move(weights));
}

Result<NewOrder> newOrderFromJson(QJsonObject json, const QDateTime &now)
{
    const auto weights = weightsIn(json);
    if (!weights)
        return std::unexpected(weights.error());
    json.insert("id"_L1, notYet);
    json.insert("created_at"_L1, Wire::timeText(now));
    const auto order = Wire::orderFromJson(json);
    if (!order)
        return std::unexpected(order.error());
    if (order->reference.isEmpty() || order->reference.size() > 200 || order->shop.size() > 200)
        return failure(Error::Kind::Malformed, u"order: reference must have 1 to 200 characters, shop at most 200"_s);

    // The rest of it is what a stop has; a stop's reader knows the limits.
    json.insert("order"_L1, notYet);
    json.insert("parcels"_L1, QJsonArray());
    json.insert("status"_L1, Wire::statusWord(Stop::Status::Planned));
    json.insert("attempts"_L1, 0);
    json.insert("where_score"_L1, json.contains("where"_L1) ? 1.0 : 0.0);
    if (!json.contains("service_s"_L1))
        json.insert("service_s"_L1, static_cast<qint64>(Stop().serviceTime.count()));
    if (!json.contains("method"_L1))
        json.insert("method"_L1, Wire::methodWord(Stop().method));
    for (const auto key : {"route"_L1, "failure"_L1, "note"_L1, "scheduled_arrival"_L1, "actual_arrival"_L1,
                           "actual_departure"_L1, "completed_at"_L1, "promises"_L1, "drop_off_risk"_L1})
        json.remove(key);
    auto stop = Wire::stopFromJson(json);
    if (!stop)
        return std::unexpected(stop.error());
    if (!isEntranceOf(stop->where, stop->entrance))
        return failure(
            Error::Kind::Malformed,
            u"order: entrance must come with where, and be at most %1 m from it"_s.arg(farthestEntranceMeters));
    return NewOrder{.order = *order, .stop = std::move(*stop), .weightsKilograms = *weights};
}

} // namespace

QString NewOrder::key() const
{
    return order.depot.toString() + u'\n' + order.shop + u'\n' + order.reference;
}

Result<std::vector<NewOrder>> newOrdersFromJson(const QJsonObject &json, const QDateTime &now)
{
    Wire::Reader reader("orders"_L1, json);
    std::vector<NewOrder> orders;
    for (const auto &element : reader.array("orders"_L1, mostOrders)) {
        auto order = newOrderFromJson(element.toObject(), now);
        if (!order)
            return std::unexpected(order.error());
        orders.push_back(std::move(*order));
    }
    return reader.finish(std::move(orders));
}

} // namespace Doorstep
