// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/days.h"

#include "models/domain/trackingnumber.h"
#include "tests/support/samples.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Doorstep::Test {
namespace {

constexpr std::array firstNames{u"Carla", u"Elena", u"Gimena", u"Diego", u"Ana", u"Hugo", u"Bruno", u"Federico"};
constexpr std::array lastNames{u"Núñez",   u"Suárez", u"Rodríguez", u"Olivera",
                               u"Pereira", u"Méndez", u"Silva",     u"Acosta"};
constexpr std::array streets{u"José Ellauri",       u"Juan Ramón Gómez", u"Avenida Brasil",  u"Río Negro",
                             u"Rambla Wilson",      u"Paysandú",         u"Bulevar Artigas", u"Doctor Emilio Frugoni",
                             u"Gobernador Viana",   u"Colonia",          u"18 de Julio",     u"Marcos de Avellaneda",
                             u"Magariños Cervantes"};

template <std::size_t N>
QString pick(const std::array<const char16_t *, N> &words, int number)
{
    return QString::fromUtf16(words[static_cast<std::size_t>(number) % N]);
}

Stop stopOf(int number, int route)
{
    auto stop = someStop();
    stop.id = stopId(number);
    stop.order = OrderId(u"order-%1"_s.arg(number));
    stop.route = routeId(route);
    stop.address.street = pick(streets, number);
    stop.address.houseNumber = QString::number(1'000 + number % 3'000);
    stop.address.unit.clear();
    stop.address.text = stop.address.street + u' ' + stop.address.houseNumber;
    stop.where = QGeoCoordinate(-34.85 - (number % 97) * 0.0008, -56.10 - (number % 89) * 0.0012);
    stop.customer = pick(firstNames, number / 3) + u' ' + pick(lastNames, number / 7);
    stop.parcels = {ParcelId(u"parcel-%1"_s.arg(number))};
    stop.window = {.from = at(13), .to = at(15)};
    stop.status = Stop::Status::Planned;
    stop.failure = Stop::Failure::None;
    stop.note.clear();
    stop.attempts = 0;
    stop.actualArrival = stop.actualDeparture = stop.completedAt = {};
    stop.scheduledArrival = at(12).addSecs((number % 50) * 300LL);
    return stop;
}

void finish(Stop &stop, int number)
{
    stop.status = number % 11 == 0 ? Stop::Status::Failed : Stop::Status::Delivered;
    stop.failure = number % 11 == 0 ? Stop::Failure::NobodyHome : Stop::Failure::None;
    stop.attempts = 1;
    stop.actualArrival = stop.scheduledArrival.addSecs(60);
    stop.completedAt = stop.scheduledArrival.addSecs(200);
    stop.actualDeparture = stop.scheduledArrival.addSecs(240);
}

void addDriver(Batch &batch, int number)
{
    auto driver = someDriver();
    driver.id = driverId(number);
    driver.name = pick(firstNames, number) + u' ' + pick(lastNames, number / 8 + number);
    auto vehicle = someVehicle();
    vehicle.id = VehicleId(u"vehicle-%1"_s.arg(number));
    vehicle.name = u"SB %1"_s.arg(1'000 + number);
    vehicle.kind = number % 3 == 0 ? Vehicle::Kind::Bicycle : Vehicle::Kind::Van;
    auto route = someRoute();
    route.id = routeId(number);
    route.driver = driver.id;
    route.vehicle = vehicle.id;
    route.actualEnd = {};
    route.stops.clear();
    auto forecast = someForecast();
    forecast.route = route.id;
    forecast.nextStop = {};
    forecast.state = static_cast<Forecast::State>(number % 4);
    forecast.slack = std::chrono::seconds(1'200 - (number * 137) % 2'400);
    forecast.stops.clear();
    auto fix = someFix();
    fix.driver = driver.id;
    fix.where = QGeoCoordinate(-34.9 + number * 0.0001, -56.16);
    batch.drivers.written.append(driver);
    batch.vehicles.written.append(vehicle);
    batch.routes.written.append(route);
    batch.forecasts.written.append(forecast);
    batch.fixes.append(fix);
}

void addStop(Batch &batch, int number, int route)
{
    auto stop = stopOf(number, route);
    auto &forecast = batch.forecasts.written[route];
    auto &members = batch.routes.written[route].stops;
    if (members.size() % 3 == 0) {
        finish(stop, number);
        ++forecast.doneStops;
    } else {
        const auto arrival = at(14, 10).addSecs(static_cast<qint64>(forecast.stops.size()) * 240);
        forecast.stops.append({.stop = stop.id,
                               .expectedArrival = arrival,
                               .lateArrival = arrival.addSecs(600),
                               .expectedDeparture = arrival.addSecs(240)});
        if (!forecast.nextStop.isValid())
            forecast.nextStop = stop.id;
        if (number % 101 == 0)
            stop.where = {};
    }
    members.append(stop.id);
    auto parcel = someParcel();
    parcel.id = stop.parcels.constFirst();
    parcel.order = stop.order;
    parcel.stop = stop.id;
    parcel.trackingNumber = trackingNumber(44'000'000 + number);
    batch.stops.written.append(stop);
    batch.parcels.written.append(parcel);
}

} // namespace

StopId stopId(int number)
{
    return StopId(u"stop-%1"_s.arg(number));
}

RouteId routeId(int number)
{
    return RouteId(u"route-%1"_s.arg(number));
}

DriverId driverId(int number)
{
    return DriverId(u"driver-%1"_s.arg(number));
}

Batch someDay(int drivers, int stops)
{
    Batch batch;
    batch.depots.written.append(someDepot());
    for (int number = 0; number < drivers; ++number)
        addDriver(batch, number);
    for (int number = 0; number < stops && drivers > 0; ++number)
        addStop(batch, number, static_cast<int>(static_cast<qint64>(number) * drivers / stops));
    return batch;
}

} // namespace Doorstep::Test
