// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/documents.h"

#include "models/wire/depotwire.h"
#include "models/wire/driverwire.h"
#include "models/wire/forecastwire.h"
#include "models/wire/kinds.h"
#include "models/wire/orderwire.h"
#include "models/wire/parcelwire.h"
#include "models/wire/rawjson.h"
#include "models/wire/routepathwire.h"
#include "models/wire/routewire.h"
#include "models/wire/stopwire.h"
#include "models/wire/vehiclewire.h"
#include "tests/support/days.h"
#include "tests/support/samples.h"

namespace Doorstep::Test {
namespace {

template <typename T>
void append(QList<Document> &documents, QLatin1StringView kind, const QList<T> &things)
{
    for (const auto &thing : things)
        documents.append({.kind = kind,
                          .id = keyOf(thing).toString(),
                          .version = documents.size() + 1,
                          .deleted = false,
                          .body = Wire::compact(Wire::toJson(thing))});
}

QList<Order> ordersOf(const QList<Stop> &stops)
{
    QList<Order> orders;
    for (const auto &stop : stops) {
        auto order = someOrder();
        order.id = stop.order;
        order.reference = stop.order.toString();
        order.customer = stop.customer;
        order.address = stop.address;
        orders.append(order);
    }
    return orders;
}

/// The straight way from stop to stop, a point every so often.
QList<RoutePath> pathsOf(const Batch &day)
{
    QList<RoutePath> paths;
    for (const auto &route : day.routes.written) {
        RoutePath path{.route = route.id, .legs = {}};
        for (qsizetype i = 0; i < route.stops.size(); ++i) {
            QList<QGeoCoordinate> leg;
            for (int point = 0; point < 20; ++point)
                leg.append(QGeoCoordinate(-34.9 + 0.0004 * point + 0.001 * double(i % 7), -56.16 - 0.0003 * point));
            path.legs.append(leg);
        }
        paths.append(path);
    }
    return paths;
}

} // namespace

QList<Document> depotDocuments(int drivers, int stops)
{
    namespace Kinds = Wire::Kinds;
    const auto day = someDay(drivers, stops);
    QList<Document> documents;
    append(documents, Kinds::order, ordersOf(day.stops.written));
    append(documents, Kinds::parcel, day.parcels.written);
    append(documents, Kinds::stop, day.stops.written);
    append(documents, Kinds::route, day.routes.written);
    append(documents, Kinds::path, pathsOf(day));
    append(documents, Kinds::forecast, day.forecasts.written);
    return documents;
}

QList<Document> organisationDocuments(int drivers)
{
    namespace Kinds = Wire::Kinds;
    const auto day = someDay(drivers, 0);
    QList<Document> documents;
    append(documents, Kinds::depot, day.depots.written);
    append(documents, Kinds::vehicle, day.vehicles.written);
    append(documents, Kinds::driver, day.drivers.written);
    return documents;
}

} // namespace Doorstep::Test
