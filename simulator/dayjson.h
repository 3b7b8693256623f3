// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/driverday.h"
#include "simulator/phone.h"
#include "simulator/tour.h"

#include <QHash>
#include <QJsonObject>

namespace Doorstep::Simulation {

/// The stop that the server made of an order, by the order's reference.
using StopsByReference = QHash<QString, StopId>;

/// `PUT /v1/plan`: depots, vehicles and drivers of \a plan.
[[nodiscard]] QJsonObject fleetJson(const DayPlan &plan);
/// `POST /v1/orders`: one order.
[[nodiscard]] QJsonObject orderJson(const Visit &visit, const DepotId &depot);
/// All orders of the day, in the order of tours and visits.
[[nodiscard]] QList<QJsonObject> orderJsons(const DayPlan &plan);
/// `PUT /v1/plan`: the routes, over stops that exist now.
[[nodiscard]] QJsonObject routesJson(const DayPlan &plan, const StopsByReference &stops);
/// `POST /v1/stops/S/attempts`: how the visit that \a happening ended went.
[[nodiscard]] QJsonObject attemptJson(const Visit &visit, const QDateTime &at);

/// What was put into the day beforehand, and what happens in it: lines for the truth file.
[[nodiscard]] QJsonObject truthOf(const Tour &tour);
[[nodiscard]] QJsonObject truthOf(const SlowArea &area, const QString &what);
[[nodiscard]] QJsonObject truthOf(const Tour &tour, const Visit &visit, const StopId &stop);
[[nodiscard]] QJsonObject truthOf(const Tour &tour, const Happening &happening);
/// That the phone of \a tour was asked where it is, and said \a answer.
[[nodiscard]] QJsonObject truthOf(const Tour &tour, const PhoneReading &answer);

} // namespace Doorstep::Simulation
