// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/dayjson.h"

#include "models/wire/addresswire.h"
#include "models/wire/customerwire.h"
#include "models/wire/depotwire.h"
#include "models/wire/driverwire.h"
#include "models/wire/routewire.h"
#include "models/wire/stopwire.h"
#include "models/wire/timewindowwire.h"
#include "models/wire/timewire.h"
#include "models/wire/vehiclewire.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Doorstep::Simulation {
namespace {

QJsonArray pairOf(const QGeoCoordinate &place)
{
    return {place.longitude(), place.latitude()};
}

void putText(QJsonObject &json, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        json[key] = text;
}

} // namespace

QJsonObject fleetJson(const DayPlan &plan)
{
    QJsonArray depots;
    QJsonArray vehicles;
    QJsonArray drivers;
    for (const auto &depot : plan.depots)
        depots += Wire::toJson(depot);
    for (const auto &tour : plan.tours) {
        vehicles += Wire::toJson(tour.vehicle);
        drivers += Wire::toJson(tour.driver);
    }
    return {{u"depots"_s, depots}, {u"vehicles"_s, vehicles}, {u"drivers"_s, drivers}};
}

QJsonObject orderJson(const Visit &visit, const DepotId &depot)
{
    auto address = visit.isPlaced ? Wire::toJson(visit.door.address) : QJsonObject{{u"text"_s, visit.writtenAddress}};
    QJsonArray parcels;
    for (const double kilograms : visit.parcelKilograms)
        parcels += QJsonObject{{u"weight_kg"_s, kilograms}};
    QJsonObject json{{u"depot"_s, depot.toString()},
                     {u"reference"_s, visit.reference},
                     {u"shop"_s, visit.shop},
                     {u"customer"_s, visit.customer},
                     {u"phone"_s, visit.phone},
                     {u"email"_s, visit.email},
                     {u"address"_s, address},
                     {u"service_s"_s, static_cast<qint64>(visit.plannedService.count())},
                     {u"method"_s, Wire::methodWord(visit.method)},
                     {u"parcels"_s, parcels}};
    if (!visit.window.isOpen())
        json[u"window"_s] = Wire::toJson(visit.window);
    if (visit.isPlaced)
        json[u"where"_s] = pairOf(visit.wrongPlace.isValid() ? visit.wrongPlace : visit.door.where);
    putText(json, u"instructions"_s, visit.instructions);
    putText(json, u"gate_code"_s, visit.gateCode);
    if (!visit.preferences.isEmpty())
        json[u"preferences"_s] = Wire::toJson(visit.preferences);
    return json;
}

QList<QJsonObject> orderJsons(const DayPlan &plan)
{
    QList<QJsonObject> orders;
    for (const auto &tour : plan.tours) {
        for (const auto &visit : tour.visits)
            orders += orderJson(visit, plan.depots[tour.depot].id);
    }
    return orders;
}

QJsonObject routesJson(const DayPlan &plan, const StopsByReference &stops)
{
    QJsonArray routes;
    for (const auto &tour : plan.tours) {
        Route route{.id = tour.id,
                    .depot = plan.depots[tour.depot].id,
                    .driver = tour.driver.id,
                    .vehicle = tour.vehicle.id,
                    .day = plan.settings.day,
                    .status = Route::Status::Planned,
                    .scheduledStart = tour.scheduledStart,
                    .scheduledEnd = tour.scheduledEnd,
                    .actualStart = {},
                    .actualEnd = {},
                    .stops = {},
                    .loadFraction = std::round(tour.loadFraction * 1000.0) / 1000.0};
        QJsonObject schedule;
        for (const auto &visit : tour.visits) {
            const auto stop = stops.value(visit.reference);
            route.stops += stop;
            schedule[stop.toString()] = Wire::timeText(visit.scheduledArrival);
        }
        auto json = Wire::toJson(route);
        json[u"schedule"_s] = schedule;
        routes += json;
    }
    return {{u"routes"_s, routes}};
}

QJsonObject attemptJson(const Visit &visit, const QDateTime &at)
{
    const bool delivered = visit.failure == Stop::Failure::None;
    QJsonObject json{{u"outcome"_s, delivered ? u"delivered"_s : u"failed"_s},
                     {u"at"_s, Wire::timeText(at)},
                     {u"where"_s, pairOf(visit.door.where)}};
    putText(json, u"failure"_s, Wire::failureWord(visit.failure));
    putText(json, u"note"_s, visit.note);
    return json;
}

} // namespace Doorstep::Simulation
