// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QGeoCoordinate>
#include <QList>

namespace Doorstep::Simulation {

/// Driving seconds between places; square, row-major: entry (i, j) is from i to j.
struct Matrix
{
    qsizetype side = 0;
    QList<double> seconds;

    [[nodiscard]] double operator()(qsizetype from, qsizetype to) const { return seconds.at(from * side + to); }
};

/// Cuts \a places into compact groups of exactly \a sizes (which add up to the number of places), by halving along the
/// longer side again and again. Returns indexes into \a places, group by group in the order of \a sizes.
[[nodiscard]] QList<QList<int>> territories(const QList<QGeoCoordinate> &places, const QList<int> &sizes);

/// A short round trip from place 0 through all others and back: nearest neighbour, then 2-opt and moving single
/// stops. Returns the order of 1 … side-1. Not the shortest; a planner at a desk does not find that either.
[[nodiscard]] QList<int> roundTrip(const Matrix &matrix);

/// How long \a order takes, from 0 and back to 0.
[[nodiscard]] double tripSeconds(const Matrix &matrix, const QList<int> &order);

/// As the crow flies at \a metersPerSecond, times 1.35 for the streets: where no table can be had.
[[nodiscard]] Matrix crowMatrix(const QList<QGeoCoordinate> &places, double metersPerSecond);

} // namespace Doorstep::Simulation
