// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/samples.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Doorstep::Test {

QDateTime at(int hour, int minute, int second)
{
    return {QDate(2026, 3, 12), QTime(hour, minute, second), QTimeZone::UTC};
}

Address someAddress()
{
    return {.text = u"Jose Ellauri 1221 ap 4, Pocitos"_s,
            .street = u"José Ellauri"_s,
            .houseNumber = u"1221"_s,
            .unit = u"4"_s,
            .suburb = u"Pocitos"_s,
            .city = u"Montevideo"_s,
            .postcode = u"11300"_s};
}

Depot someDepot()
{
    return {.id = DepotId(u"aguada"_s),
            .name = u"Aguada"_s,
            .address = someAddress(),
            .where = QGeoCoordinate(-34.8889, -56.1944),
            .timeZone = u"America/Montevideo"_s};
}

Driver someDriver()
{
    return {.id = DriverId(u"carla"_s),
            .depot = DepotId(u"aguada"_s),
            .name = u"Carla Núñez"_s,
            .phone = u"+59899123456"_s,
            .deviceId = u"device-carla"_s};
}

Vehicle someVehicle()
{
    return {.id = VehicleId(u"van-1"_s),
            .depot = DepotId(u"aguada"_s),
            .name = u"SBA 1234"_s,
            .kind = Vehicle::Kind::Van,
            .capacityKilograms = 800.0};
}

User someUser()
{
    return {.id = UserId(u"maria"_s),
            .name = u"maria"_s,
            .fullName = u"María López"_s,
            .roles = {User::Role::Dispatcher, User::Role::Admin},
            .driver = DriverId(u"carla"_s)};
}

Order someOrder()
{
    return {.id = OrderId(u"order-1"_s),
            .depot = DepotId(u"aguada"_s),
            .reference = u"A-1001"_s,
            .shop = u"Librería Sur"_s,
            .customer = u"Rosa Castro"_s,
            .phone = u"+59899000001"_s,
            .email = u"rosa@example.org"_s,
            .address = someAddress(),
            .window = {.from = at(14), .to = at(15)},
            .createdAt = at(7, 30)};
}

Parcel someParcel()
{
    return {.id = ParcelId(u"parcel-1"_s),
            .depot = DepotId(u"aguada"_s),
            .order = OrderId(u"order-1"_s),
            .stop = StopId(u"stop-1"_s),
            .trackingNumber = u"DS441022076UY"_s,
            .weightKilograms = 1.25};
}

Closure someClosure()
{
    Closure closure;
    closure.id = ClosureId(u"closure-1"_s);
    closure.depot = DepotId(u"aguada"_s);
    closure.name = u"Feria de Tristán Narvaja"_s;
    closure.cause = Closure::Cause::Event;
    closure.area.polygons = {
        {{{-34.90, -56.18}, {-34.90, -56.17}, {-34.89, -56.17}, {-34.89, -56.18}},
         {{-34.897, -56.177}, {-34.897, -56.173}, {-34.893, -56.173}}},
    };
    closure.from = at(13);
    closure.to = at(16);
    closure.effect = Closure::Effect::Slow;
    closure.slowness = 3.0;
    closure.note = u"Until the stands are gone"_s;
    return closure;
}

Stop someStop()
{
    Stop stop;
    stop.id = StopId(u"stop-1"_s);
    stop.depot = DepotId(u"aguada"_s);
    stop.order = OrderId(u"order-1"_s);
    stop.route = RouteId(u"route-1"_s);
    stop.address = someAddress();
    stop.where = QGeoCoordinate(-34.9105, -56.1502);
    stop.whereScore = 0.93;
    stop.window = {.from = at(14), .to = at(15)};
    stop.serviceTime = std::chrono::seconds(240);
    stop.method = Stop::Method::FrontDesk;
    stop.customer = u"Rosa Castro"_s;
    stop.phone = u"+59899000001"_s;
    stop.instructions = u"Ring twice"_s;
    stop.gateCode = u"4711#"_s;
    stop.preferences = {.frontDesk = u"Marta, until five"_s, .isGated = true};
    stop.checkIn = {.askedAt = at(13),
                    .answeredAt = at(13, 5),
                    .answer = CheckIn::Answer::WillBeThere,
                    .how = CheckIn::How::Call,
                    .by = UserId(u"user-1"_s)};
    stop.promises = {{.window = stop.window, .toldAt = at(9), .channel = Promise::Channel::Order}};
    stop.dropOffRisk = 0.25;
    stop.parcels = {ParcelId(u"parcel-1"_s), ParcelId(u"parcel-2"_s)};
    stop.status = Stop::Status::Failed;
    stop.failure = Stop::Failure::NobodyHome;
    stop.note = u"Nobody answered"_s;
    stop.attempts = 1;
    stop.scheduledArrival = at(14, 20);
    stop.actualArrival = at(14, 31, 5);
    stop.actualDeparture = at(14, 36);
    stop.completedAt = at(14, 35, 40);
    return stop;
}

Route someRoute()
{
    Route route;
    route.id = RouteId(u"route-1"_s);
    route.depot = DepotId(u"aguada"_s);
    route.driver = DriverId(u"carla"_s);
    route.vehicle = VehicleId(u"van-1"_s);
    route.day = QDate(2026, 3, 12);
    route.status = Route::Status::Underway;
    route.scheduledStart = at(12);
    route.scheduledEnd = at(18);
    route.actualStart = at(12, 4);
    route.actualEnd = at(18, 11);
    route.stops = {StopId(u"stop-1"_s), StopId(u"stop-2"_s)};
    route.loadFraction = 0.88;
    return route;
}

RoutePath someRoutePath()
{
    return {.route = RouteId(u"route-1"_s),
            .legs = {{{-34.8889, -56.1944}, {-34.91, -56.17}, {-34.9105, -56.1502}}, {}}};
}

Forecast someForecast()
{
    Forecast forecast;
    forecast.route = RouteId(u"route-1"_s);
    forecast.computedAt = at(14, 7);
    forecast.state = Forecast::State::Late;
    forecast.nextStop = StopId(u"stop-2"_s);
    forecast.doneStops = 1;
    forecast.deliveredStops = 1;
    forecast.slack = std::chrono::seconds(-1380);
    forecast.lastSeen = at(14, 6, 58);
    forecast.stops = {{.stop = StopId(u"stop-2"_s),
                       .expectedArrival = at(14, 41),
                       .lateArrival = at(14, 49),
                       .expectedDeparture = at(14, 45)}};
    return forecast;
}

Fix someFix()
{
    Fix fix;
    fix.driver = DriverId(u"carla"_s);
    fix.fixedAt = at(14, 6, 58);
    fix.receivedAt = at(14, 7);
    fix.where = QGeoCoordinate(-34.9012, -56.1611);
    fix.accuracyMeters = 8.5;
    fix.speedMetersPerSecond = 7.25;
    fix.headingDegrees = 182.0;
    fix.batteryFraction = 0.41;
    fix.charging = false;
    fix.mocked = true;
    fix.clockSuspect = true;
    return fix;
}

} // namespace Doorstep::Test
