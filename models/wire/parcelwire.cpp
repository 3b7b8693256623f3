// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/parcelwire.h"

#include "models/wire/reader.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
QJsonObject toJson(const Parcel &parcel)
{
    return {
        {u"id"_s, parcel.id.toString()},
        {u"depot"_s, parcel.depot.toString()},
        {u"order"_s, parcel.order.toString()},
        {u"stop"_s, parcel.stop.toString()},
        {u"tracking_number"_s, parcel.trackingNumber},
        {u"weight_kg"_s, parcel.weightKilograms},
    };
}

namespace {

template <typename Json>
Result<Parcel> read(const Json &json)
{
    BasicReader<Json> reader("parcel"_L1, json);
    Parcel parcel;
    parcel.id = reader.template id<ParcelId>("id"_L1);
    parcel.depot = reader.template id<DepotId>("depot"_L1);
    parcel.order = reader.template id<OrderId>("order"_L1);
    parcel.stop = reader.template id<StopId>("stop"_L1);
    parcel.trackingNumber = reader.text("tracking_number"_L1, 64);
    parcel.weightKilograms = reader.number("weight_kg"_L1, 0.0, 100'000.0);
    return reader.finish(std::move(parcel));
}

} // namespace

Result<Parcel> parcelFromJson(const QJsonObject &json)
{
    return read(json);
}

Result<Parcel> readParcel(const JsonView &json)
{
    return read(json);
}

} // namespace Doorstep::Wire
