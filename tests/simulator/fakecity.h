// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/city.h"

namespace Doorstep::Test {

/// A city of straight streets, 100 m apart, that goes on for ever; every corner has a house with a number.
class FakeCity : public Simulation::City
{
public:
    bool isEmpty = false; ///< Nobody lives here.

    QCoro::Task<Result<QList<std::optional<Simulation::Door>>>> doorsNear(QList<QGeoCoordinate> places) override;
    QCoro::Task<Result<Simulation::Matrix>> table(Vehicle::Kind vehicle, QList<QGeoCoordinate> places) override;
    QCoro::Task<Result<QList<Simulation::TimedPath>>> legs(Vehicle::Kind vehicle,
                                                           QList<QGeoCoordinate> places) override;
};

/// The house at the corner nearest to \a place.
[[nodiscard]] Simulation::Door doorAt(const QGeoCoordinate &place);
/// First north or south, then east or west, at 8 m/s.
[[nodiscard]] Simulation::TimedPath streetFrom(const QGeoCoordinate &from, const QGeoCoordinate &to);

} // namespace Doorstep::Test
