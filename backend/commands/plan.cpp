// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/commands/plan.h"

#include "models/wire/depotwire.h"
#include "models/wire/driverwire.h"
#include "models/wire/routewire.h"
#include "models/wire/timewire.h"
#include "models/wire/vehiclewire.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr qsizetype mostThings = 5'000;

template <typename T, typename Parse>
Result<std::vector<Planned<T>>> thingsIn(const QJsonObject &json, QLatin1StringView key, Parse parse)
{
    std::vector<Planned<T>> things;
    if (json.contains(key) && !json[key].isArray())
        return failure(Error::Kind::Malformed, u"%1 must be an array"_s.arg(key));
    QSet<QString> ids;
    for (const auto &element : json[key].toArray()) {
        auto body = element.toObject();
        auto value = parse(body);
        if (!value)
            return std::unexpected(value.error());
        if (ids.contains(value->id.toString()))
            return failure(Error::Kind::Malformed, u"%1 names %2 twice"_s.arg(key, value->id.toString()));
        ids.insert(value->id.toString());
        things.push_back({.value = std::move(*value), .body = std::move(body)});
    }
    return things;
}

/// A route may be sent without what only the backend writes.
Result<Route> plannedRoute(QJsonObject &body)
{
    if (!body.contains("status"_L1))
        body.insert("status"_L1, u"planned"_s);
    if (!body.contains("load"_L1))
        body.insert("load"_L1, 0.0);
    return Wire::routeFromJson(body);
}

/// Takes the schedules out of the routes' bodies: they are kept with the stops.
Result<> takeSchedules(Plan &plan)
{
    for (auto &[route, body] : plan.routes) {
        const auto schedule = body.take("schedule"_L1);
        if (!schedule.isUndefined() && !schedule.isObject())
            return failure(Error::Kind::Malformed, u"schedule must be an object of times by stop"_s);
        const auto times = schedule.toObject();
        for (auto entry = times.begin(); entry != times.end(); ++entry) {
            const StopId stop(entry.key());
            const auto time = Wire::timeFromText(entry.value().toString());
            if (!route.stops.contains(stop))
                return failure(Error::Kind::Malformed,
                               u"schedule: route %1 has no such stop"_s.arg(route.id.toString()));
            if (!time.isValid())
                return failure(Error::Kind::Malformed,
                               u"schedule: stop %1 needs a time such as 2026-03-12T14:07:00Z"_s.arg(stop.toString()));
            plan.scheduledArrivals.insert(stop, time);
        }
    }
    return {};
}

Result<> checkStops(const Plan &plan)
{
    QSet<StopId> seen;
    for (const auto &route : plan.routes) {
        for (const auto &stop : route.value.stops) {
            if (seen.contains(stop))
                return failure(Error::Kind::Malformed, u"routes: stop %1 is named twice"_s.arg(stop.toString()));
            seen.insert(stop);
        }
    }
    return {};
}

} // namespace

Result<Plan> planFromJson(const QJsonObject &json)
{
    qsizetype count = 0;
    for (const auto key : {"depots"_L1, "vehicles"_L1, "drivers"_L1, "routes"_L1})
        count += json[key].toArray().size();
    if (count > mostThings)
        return failure(Error::Kind::Malformed, u"at most %1 things at once"_s.arg(mostThings));

    Plan plan;
    auto depots = thingsIn<Depot>(json, "depots"_L1, [](QJsonObject &body) { return Wire::depotFromJson(body); });
    auto vehicles =
        thingsIn<Vehicle>(json, "vehicles"_L1, [](QJsonObject &body) { return Wire::vehicleFromJson(body); });
    auto drivers = thingsIn<Driver>(json, "drivers"_L1, [](QJsonObject &body) { return Wire::driverFromJson(body); });
    auto routes = thingsIn<Route>(json, "routes"_L1, plannedRoute);
    for (const auto *error : {depots ? nullptr : &depots.error(), vehicles ? nullptr : &vehicles.error(),
                              drivers ? nullptr : &drivers.error(), routes ? nullptr : &routes.error()}) {
        if (error)
            return std::unexpected(*error);
    }
    plan = {.depots = std::move(*depots),
            .vehicles = std::move(*vehicles),
            .drivers = std::move(*drivers),
            .routes = std::move(*routes),
            .scheduledArrivals = {}};
    if (auto taken = takeSchedules(plan); !taken)
        return std::unexpected(taken.error());
    if (auto checked = checkStops(plan); !checked)
        return std::unexpected(checked.error());
    return plan;
}

} // namespace Doorstep
