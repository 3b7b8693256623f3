// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/apiclient.h"
#include "simulator/city.h"

namespace Doorstep::Simulation {

/// The city that the server knows: its /nominatim/reverse and /osrm.
class ServerCity : public City
{
public:
    /// \a client must outlive this and its tasks.
    explicit ServerCity(ApiClient &client);

    QCoro::Task<Result<QList<std::optional<Door>>>> doorsNear(QList<QGeoCoordinate> places) override;
    QCoro::Task<Result<Matrix>> table(Vehicle::Kind vehicle, QList<QGeoCoordinate> places) override;
    QCoro::Task<Result<QList<TimedPath>>> legs(Vehicle::Kind vehicle, QList<QGeoCoordinate> places) override;

private:
    ApiClient &m_client;
};

/// The address in an answer of Nominatim's reverse search; empty unless it has a street and a house number.
[[nodiscard]] std::optional<Door> doorFromNominatim(const QJsonObject &json);
/// The durations of an OSRM table of \a side places. Where there is no road it is a day.
[[nodiscard]] Result<Matrix> matrixFromOsrm(const QJsonObject &json, qsizetype side);
/// The legs of the first route of an OSRM answer (steps, polyline6).
[[nodiscard]] Result<QList<TimedPath>> legsFromOsrm(const QJsonObject &json);

} // namespace Doorstep::Simulation
