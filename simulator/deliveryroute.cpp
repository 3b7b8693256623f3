// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/deliveryroute.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Doorstep::Simulation {
namespace {

constexpr double detourFactor = 1.35;
constexpr int mostRounds = 60; // each round shortens the trip; no real one needs half of this

struct Cut
{
    const QList<QGeoCoordinate> &places;
    const QList<int> &sizes;
    QList<QList<int>> &groups;

    /// Gives the members \a from … to the groups \a firstSize … lastSize.
    void halve(QList<int> members, qsizetype firstSize, qsizetype lastSize) const
    {
        if (lastSize - firstSize == 1) {
            groups[firstSize] = std::move(members);
            return;
        }
        sortAlongTheLongerSide(members);
        const auto middle = firstSize + (lastSize - firstSize) / 2;
        const auto count = std::accumulate(sizes.cbegin() + firstSize, sizes.cbegin() + middle, 0);
        halve(members.first(count), firstSize, middle);
        halve(members.sliced(count), middle, lastSize);
    }

    void sortAlongTheLongerSide(QList<int> &members) const
    {
        if (members.isEmpty())
            return;
        const auto latitude = [this](int i) { return places[i].latitude(); };
        const auto longitude = [this](int i) { return places[i].longitude(); };
        const auto [south, north] = std::ranges::minmax(members, {}, latitude);
        const auto [west, east] = std::ranges::minmax(members, {}, longitude);
        const double height = latitude(north) - latitude(south);
        const double width = (longitude(east) - longitude(west)) * std::cos(latitude(south) * 0.01745329252);
        if (height > width)
            std::ranges::stable_sort(members, {}, latitude);
        else
            std::ranges::stable_sort(members, {}, longitude);
    }
};

QList<int> nearestNeighbours(const Matrix &matrix)
{
    QList<int> left(matrix.side - 1);
    std::ranges::iota(left, 1);
    QList<int> order;
    int here = 0;
    while (!left.isEmpty()) {
        const auto next = std::ranges::min_element(left, {}, [&](int there) { return matrix(here, there); });
        here = *next;
        order += here;
        left.erase(next);
    }
    return order;
}

/// Keeps \a candidate when it is shorter.
bool improve(const Matrix &matrix, QList<int> &order, double &best, const QList<int> &candidate)
{
    const double seconds = tripSeconds(matrix, candidate);
    if (seconds >= best - 0.001)
        return false;
    best = seconds;
    order = candidate;
    return true;
}

bool improveOnce(const Matrix &matrix, QList<int> &order, double &best)
{
    bool improved = false;
    for (qsizetype i = 0; i < order.size(); ++i) {
        for (qsizetype j = i + 1; j < order.size(); ++j) {
            auto turned = order;
            std::reverse(turned.begin() + i, turned.begin() + j + 1);
            improved = improve(matrix, order, best, turned) || improved;
        }
        for (qsizetype j = 0; j < order.size(); ++j) {
            auto moved = order;
            moved.move(i, j);
            improved = improve(matrix, order, best, moved) || improved;
        }
    }
    return improved;
}

} // namespace

QList<QList<int>> territories(const QList<QGeoCoordinate> &places, const QList<int> &sizes)
{
    Q_ASSERT(std::accumulate(sizes.cbegin(), sizes.cend(), qsizetype(0)) == places.size());
    QList<QList<int>> groups(sizes.size());
    QList<int> all(places.size());
    std::ranges::iota(all, 0);
    if (!sizes.isEmpty())
        Cut{.places = places, .sizes = sizes, .groups = groups}.halve(all, 0, sizes.size());
    return groups;
}

double tripSeconds(const Matrix &matrix, const QList<int> &order)
{
    double seconds = 0.0;
    int here = 0;
    for (const int there : order) {
        seconds += matrix(here, there);
        here = there;
    }
    return seconds + matrix(here, 0);
}

QList<int> roundTrip(const Matrix &matrix)
{
    if (matrix.side < 2)
        return {};
    auto order = nearestNeighbours(matrix);
    constexpr qsizetype longestToImprove = 60; // each round costs the cube of it
    double best = tripSeconds(matrix, order);
    for (int round = 0; round < mostRounds && order.size() <= longestToImprove; ++round) {
        if (!improveOnce(matrix, order, best))
            break;
    }
    return order;
}

Matrix crowMatrix(const QList<QGeoCoordinate> &places, double metersPerSecond)
{
    Matrix matrix{.side = places.size()};
    for (const auto &from : places) {
        for (const auto &to : places)
            matrix.seconds += from.distanceTo(to) * detourFactor / metersPerSecond;
    }
    return matrix;
}

} // namespace Doorstep::Simulation
