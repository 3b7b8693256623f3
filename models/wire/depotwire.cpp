// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/depotwire.h"

#include "models/wire/addresswire.h"
#include "models/wire/reader.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
QJsonObject toJson(const Depot &depot)
{
    return {
        {u"id"_s, depot.id.toString()},       {u"name"_s, depot.name},          {u"address"_s, toJson(depot.address)},
        {u"where"_s, placeJson(depot.where)}, {u"time_zone"_s, depot.timeZone},
    };
}

namespace {

template <typename Json>
Result<Depot> read(const Json &json)
{
    BasicReader<Json> reader("depot"_L1, json);
    Depot depot;
    depot.id = reader.template id<DepotId>("id"_L1);
    depot.name = reader.text("name"_L1);
    depot.address = reader.take(readAddress(reader.object("address"_L1)));
    depot.where = reader.place("where"_L1);
    depot.timeZone = reader.text("time_zone"_L1);
    return reader.finish(std::move(depot));
}

} // namespace

Result<Depot> depotFromJson(const QJsonObject &json)
{
    return read(json);
}

Result<Depot> readDepot(const JsonView &json)
{
    return read(json);
}

} // namespace Doorstep::Wire
