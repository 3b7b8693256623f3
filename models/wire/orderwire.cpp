// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/orderwire.h"

#include "models/wire/addresswire.h"
#include "models/wire/reader.h"
#include "models/wire/timewindowwire.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
QJsonObject toJson(const Order &order)
{
    QJsonObject json{
        {u"id"_s, order.id.toString()}, {u"depot"_s, order.depot.toString()}, {u"reference"_s, order.reference},
        {u"shop"_s, order.shop},        {u"customer"_s, order.customer},      {u"address"_s, toJson(order.address)},
    };
    putText(json, "phone"_L1, order.phone);
    putText(json, "email"_L1, order.email);
    if (!order.window.isOpen())
        json.insert("window"_L1, toJson(order.window));
    putTime(json, "created_at"_L1, order.createdAt);
    return json;
}

namespace {

template <typename Json>
Result<Order> read(const Json &json)
{
    BasicReader<Json> reader("order"_L1, json);
    Order order;
    order.id = reader.template id<OrderId>("id"_L1);
    order.depot = reader.template id<DepotId>("depot"_L1);
    order.reference = reader.text("reference"_L1);
    order.shop = reader.text("shop"_L1);
    order.customer = reader.text("customer"_L1);
    order.phone = reader.optionalText("phone"_L1);
    order.email = reader.optionalText("email"_L1);
    order.address = reader.take(readAddress(reader.object("address"_L1)));
    if (reader.has("window"_L1))
        order.window = reader.take(readTimeWindow(reader.object("window"_L1)));
    order.createdAt = reader.time("created_at"_L1);
    return reader.finish(std::move(order));
}

} // namespace

Result<Order> orderFromJson(const QJsonObject &json)
{
    return read(json);
}

Result<Order> readOrder(const JsonView &json)
{
    return read(json);
}

} // namespace Doorstep::Wire
