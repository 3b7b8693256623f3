// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/vehiclewire.h"

#include "models/wire/reader.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
QJsonObject toJson(const Vehicle &vehicle)
{
    return {
        {u"id"_s, vehicle.id.toString()},
        {u"depot"_s, vehicle.depot.toString()},
        {u"name"_s, vehicle.name},
        {u"kind"_s, wordOf(vehicleKinds, vehicle.kind)},
        {u"capacity_kg"_s, vehicle.capacityKilograms},
    };
}

namespace {

template <typename Json>
Result<Vehicle> read(const Json &json)
{
    BasicReader<Json> reader("vehicle"_L1, json);
    Vehicle vehicle;
    vehicle.id = reader.template id<VehicleId>("id"_L1);
    vehicle.depot = reader.template id<DepotId>("depot"_L1);
    vehicle.name = reader.text("name"_L1);
    vehicle.kind = reader.word("kind"_L1, vehicleKinds);
    vehicle.capacityKilograms = reader.number("capacity_kg"_L1, 0.0, 100'000.0);
    return reader.finish(std::move(vehicle));
}

} // namespace

Result<Vehicle> vehicleFromJson(const QJsonObject &json)
{
    return read(json);
}

Result<Vehicle> readVehicle(const JsonView &json)
{
    return read(json);
}

} // namespace Doorstep::Wire
