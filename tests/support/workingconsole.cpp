// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/workingconsole.h"

#include "models/wire/depotwire.h"
#include "models/wire/driverwire.h"
#include "models/wire/rawjson.h"
#include "models/wire/routewire.h"
#include "models/wire/vehiclewire.h"
#include "tests/support/backendprocess.h"
#include "tests/support/httpconnection.h"
#include "tests/support/samples.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep::Test {
namespace {

QJsonObject call(const QUrl &server, const QByteArray &verb, const QByteArray &path, const QJsonObject &body)
{
    const auto token = tokenOf(server, BackendProcess::user, BackendProcess::password);
    const auto answer = ask(server, request(verb, path, "application/json", Wire::compact(body), token));
    return Wire::objectFromBytes(answer).value_or(QJsonObject());
}

QJsonObject orderOf(int number)
{
    return {{u"depot"_s, u"aguada"_s},
            {u"reference"_s, u"R-%1"_s.arg(number)},
            {u"shop"_s, u"Librería Sur"_s},
            {u"customer"_s, u"Customer %1"_s.arg(number)},
            {u"phone"_s, u"+59899000000"_s},
            {u"address"_s, QJsonObject{{u"text"_s, u"José Ellauri %1"_s.arg(number)}}},
            {u"where"_s, QJsonArray{-56.15 - number * 0.00001, -34.91}},
            {u"parcels"_s, QJsonArray{QJsonObject{{u"weight_kg"_s, 1.5}}}}};
}

} // namespace

WorkingConsole::WorkingConsole(const QUrl &server, const QString &directory)
    : connection(fleet, clock,
                 {.server = server,
                  .cachePath = directory + u"/cache.db"_s,
                  .token = {},
                  .timings = {.retryFirst = 50ms, .retryMost = 500ms}})
    , uplink({.server = server,
              .outboxPath = directory + u"/outbox.db"_s,
              .timings = {.retryFirst = 20ms, .retryMost = 500ms}})
{
    connection.setOverlay(&overlay);
    connection.setPresence(&presence);
    connection.setHistory(&history);
    QObject::connect(&connection, &Connection::userChanged, &uplink, [this] {
        desk.setPerson(connection.user());
        uplink.setPerson(connection.user(), connection.token());
    });
    QObject::connect(&connection, &Connection::statusChanged, &uplink,
                     [this] { uplink.setConnected(connection.status().state == ConnectionStatus::State::Live); });
    uplink.start();
}

void WorkingConsole::signIn(const QString &user, const QString &password)
{
    connection.signIn(user, password);
    connection.start();
}

bool WorkingConsole::isReady() const
{
    return connection.status().state == ConnectionStatus::State::Live && connection.isLoaded() && overlay.size() == 0
        && uplink.waiting() == 0 && !desk.refusalOf({}); // its outbox is open
}

QList<StopId> addOrders(const QUrl &server, int first, int count)
{
    QList<StopId> stops;
    for (int done = 0; done < count; done += 1'000) {
        QJsonArray orders;
        for (int i = done; i < std::min(count, done + 1'000); ++i)
            orders.append(orderOf(first + i));
        const auto token = tokenOf(server, BackendProcess::user, BackendProcess::password);
        auto text = request("POST", "/v1/orders", "application/json", Wire::compact({{u"orders"_s, orders}}), token);
        text.insert(text.indexOf("\r\n") + 2, "Idempotency-Key: \"k" + QByteArray::number(first + done) + "\"\r\n");
        const auto answer = Wire::objectFromBytes(ask(server, text)).value_or(QJsonObject());
        for (const auto &order : answer["orders"_L1].toArray())
            stops.append(StopId(order.toObject()["stop"_L1].toString()));
    }
    return stops;
}

QList<StopId> fillTown(const QUrl &server, int routes, int stops)
{
    QJsonArray vehicles;
    QJsonArray drivers;
    for (int i = 0; i < routes; ++i) {
        auto vehicle = someVehicle();
        vehicle.id = VehicleId(u"van-%1"_s.arg(i));
        vehicles.append(Wire::toJson(vehicle));
        auto driver = someDriver();
        driver.id = DriverId(u"driver-%1"_s.arg(i));
        driver.deviceId = u"phone-%1"_s.arg(i);
        drivers.append(Wire::toJson(driver));
    }
    (void)call(
        server, "PUT", "/v1/plan",
        {{u"depots"_s, QJsonArray{Wire::toJson(someDepot())}}, {u"vehicles"_s, vehicles}, {u"drivers"_s, drivers}});
    const auto ids = addOrders(server, 0, stops);
    QJsonArray plans;
    for (int i = 0; i < routes; ++i) {
        auto route = someRoute();
        route.id = RouteId(u"route-%1"_s.arg(i));
        route.driver = DriverId(u"driver-%1"_s.arg(i));
        route.vehicle = VehicleId(u"van-%1"_s.arg(i));
        route.status = Route::Status::Planned;
        route.actualStart = route.actualEnd = {};
        route.stops.clear();
        for (auto stop = i; stop < ids.size(); stop += routes)
            route.stops.append(ids.at(stop));
        plans.append(Wire::toJson(route));
    }
    const auto written = call(server, "PUT", "/v1/plan", {{u"routes"_s, plans}});
    return written.contains("written"_L1) ? ids : QList<StopId>();
}

} // namespace Doorstep::Test
