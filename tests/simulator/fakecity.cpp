// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/simulator/fakecity.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep::Test {

using Simulation::Door;
using Simulation::Matrix;
using Simulation::TimedPath;

Door doorAt(const QGeoCoordinate &place)
{
    constexpr double step = 0.001;
    const auto row = std::lround(place.latitude() / step);
    const auto column = std::lround(place.longitude() / step);
    const auto street = u"Calle Ituzaingó %1"_s.arg(-row);
    const auto number = QString::number(-column);
    return {.where = {static_cast<double>(row) * step, static_cast<double>(column) * step},
            .address = {.text = u"%1 %2, Cordón"_s.arg(street, number),
                        .street = street,
                        .houseNumber = number,
                        .unit = {},
                        .suburb = u"Cordón"_s,
                        .city = {},
                        .postcode = {}}};
}

TimedPath streetFrom(const QGeoCoordinate &from, const QGeoCoordinate &to)
{
    const QGeoCoordinate corner(to.latitude(), from.longitude());
    TimedPath path;
    for (const auto &[a, b] : {std::pair(from, corner), std::pair(corner, to)}) {
        const int pieces = std::max(1, static_cast<int>(a.distanceTo(b) / 40.0));
        QList<QGeoCoordinate> line;
        for (int i = 0; i <= pieces; ++i) {
            const double part = static_cast<double>(i) / pieces;
            line += QGeoCoordinate(a.latitude() + (b.latitude() - a.latitude()) * part,
                                   a.longitude() + (b.longitude() - a.longitude()) * part);
        }
        path.append(line, a.distanceTo(b) / 8.0);
    }
    return path;
}

QCoro::Task<Result<QList<std::optional<Door>>>> FakeCity::doorsNear(QList<QGeoCoordinate> places)
{
    QList<std::optional<Door>> doors;
    for (const auto &place : places)
        doors += isEmpty ? std::nullopt : std::optional(doorAt(place));
    co_return doors;
}

QCoro::Task<Result<Matrix>> FakeCity::table(Vehicle::Kind vehicle, QList<QGeoCoordinate> places)
{
    co_return Simulation::crowMatrix(places, vehicle == Vehicle::Kind::Van ? 8.0 : 5.0);
}

QCoro::Task<Result<QList<TimedPath>>> FakeCity::legs(Vehicle::Kind, QList<QGeoCoordinate> places)
{
    QList<TimedPath> legs;
    for (qsizetype i = 1; i < places.size(); ++i)
        legs += streetFrom(places[i - 1], places[i]);
    co_return legs;
}

} // namespace Doorstep::Test
