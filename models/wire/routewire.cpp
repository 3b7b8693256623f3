// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/routewire.h"

#include "models/wire/reader.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr Words<Route::Status, 3> statuses{{
    {Route::Status::Planned, "planned"_L1},
    {Route::Status::Underway, "underway"_L1},
    {Route::Status::Finished, "finished"_L1},
}};

constexpr qsizetype mostStops = 5'000;

} // namespace

QJsonObject toJson(const Route &route)
{
    QJsonObject json{
        {u"id"_s, route.id.toString()},
        {u"depot"_s, route.depot.toString()},
        {u"driver"_s, route.driver.toString()},
        {u"vehicle"_s, route.vehicle.toString()},
        {u"day"_s, route.day.toString(Qt::ISODate)},
        {u"status"_s, wordOf(statuses, route.status)},
        {u"stops"_s, idsJson(route.stops)},
        {u"load"_s, route.loadFraction},
    };
    putTime(json, "scheduled_start"_L1, route.scheduledStart);
    putTime(json, "scheduled_end"_L1, route.scheduledEnd);
    putTime(json, "actual_start"_L1, route.actualStart);
    putTime(json, "actual_end"_L1, route.actualEnd);
    return json;
}

namespace {

template <typename Json>
Result<Route> read(const Json &json)
{
    BasicReader<Json> reader("route"_L1, json);
    Route route;
    route.id = reader.template id<RouteId>("id"_L1);
    route.depot = reader.template id<DepotId>("depot"_L1);
    route.driver = reader.template id<DriverId>("driver"_L1);
    route.vehicle = reader.template id<VehicleId>("vehicle"_L1);
    route.day = QDate::fromString(reader.text("day"_L1, 10), Qt::ISODate);
    if (!route.day.isValid())
        reader.fail("day"_L1);
    route.status = reader.word("status"_L1, statuses);
    route.scheduledStart = reader.time("scheduled_start"_L1);
    route.scheduledEnd = reader.optionalTime("scheduled_end"_L1);
    route.actualStart = reader.optionalTime("actual_start"_L1);
    route.actualEnd = reader.optionalTime("actual_end"_L1);
    route.stops = reader.template ids<StopId>("stops"_L1, mostStops);
    route.loadFraction = reader.number("load"_L1, 0.0, 10.0); // more than full happens
    return reader.finish(std::move(route));
}

} // namespace

Result<Route> routeFromJson(const QJsonObject &json)
{
    return read(json);
}

Result<Route> readRoute(const JsonView &json)
{
    return read(json);
}

} // namespace Doorstep::Wire
