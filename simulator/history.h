// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/apiclient.h"
#include "simulator/tour.h"

namespace Doorstep::Simulation {

/// A delivery of an earlier day, as the depot's older system tells it.
struct PastDelivery
{
    QString reference;
    QDateTime at;
    QString customer;
    QString phone;
    QString address; ///< As it was written then.
    QGeoCoordinate door; ///< Where the driver was sent to; invalid where nobody noted it.
    QGeoCoordinate where; ///< Where the phone was; invalid where nobody noted it.
    Stop::Failure failure = Stop::Failure::None;
    QString driverName;

    bool operator==(const PastDelivery &) const = default;
};

/// What the last eight weeks brought to the customer of \a visit, the oldest first; nothing for seven of ten. Dice of
/// its own: nothing of the day changes.
[[nodiscard]] QList<PastDelivery> earlierTo(const Tour &tour, const Visit &visit, const DaySettings &settings);
/// The same to somebody else at that door, where there was anybody.
[[nodiscard]] QList<PastDelivery> earlierAtDoor(const Tour &tour, const Visit &visit, const DaySettings &settings);

/// `POST /v1/visits`: all of that for the whole day, each a line.
[[nodiscard]] QList<QJsonObject> historyJsons(const DayPlan &plan);

/// Imports \a history, as an admin of a depot that moves in does. Fails as the server does.
[[nodiscard]] QCoro::Task<Result<void>> importHistory(ApiClient *client, QList<QJsonObject> history);

} // namespace Doorstep::Simulation
