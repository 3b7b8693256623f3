// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"
#include "simulator/deliveryroute.h"
#include "simulator/tour.h"

#include <QCoroTask>

#include <optional>

namespace Doorstep::Simulation {

/// What a day needs to know of the real city. Every answer must be the same for the same question.
class City
{
public:
    City() = default;
    virtual ~City() = default;
    Q_DISABLE_COPY_MOVE(City)

    /// The address nearest to each of \a places; empty where there is none with a house number.
    [[nodiscard]] virtual QCoro::Task<Result<QList<std::optional<Door>>>> doorsNear(QList<QGeoCoordinate> places) = 0;
    /// Driving seconds between all of \a places.
    [[nodiscard]] virtual QCoro::Task<Result<Matrix>> table(Vehicle::Kind vehicle, QList<QGeoCoordinate> places) = 0;
    /// The roads from each of \a places to the next, without traffic.
    [[nodiscard]] virtual QCoro::Task<Result<QList<TimedPath>>> legs(Vehicle::Kind vehicle,
                                                                     QList<QGeoCoordinate> places) = 0;
};

} // namespace Doorstep::Simulation
