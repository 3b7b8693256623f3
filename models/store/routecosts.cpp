// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/routecosts.h"

#include "models/store/fleet.h"

#include <algorithm>

namespace Doorstep {
namespace {

using std::chrono::seconds;

/// As fast as watchers take a drive along unknown roads to be (docs/eta.md), metres a second.
double homeSpeed(Vehicle::Kind kind)
{
    return kind == Vehicle::Kind::Bicycle ? 4.2 : 6.5;
}

double metersOf(const PackedLine &line)
{
    double meters = 0.0;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const auto from = line.at(i - 1);
        const auto to = line.at(i);
        if (from.isValid() && to.isValid())
            meters += from.distanceTo(to);
    }
    return meters;
}

/// What is known of a route's stops.
struct Progress
{
    qsizetype reached = 0; ///< So many legs were driven.
    int counted = 0;
    bool isDone = true; ///< No stop is open.
};

Progress progressOf(const Route &route, const Fleet &fleet)
{
    Progress progress;
    for (qsizetype i = 0; i < route.stops.size(); ++i) {
        const auto *stop = fleet.stops().find(route.stops.at(i));
        if (stop == nullptr || stop->status == Stop::Status::Cancelled)
            continue;
        ++progress.counted;
        if (stop->status != Stop::Status::Planned)
            progress.reached = i + 1;
        progress.isDone = progress.isDone && !stop->isOpen();
    }
    return progress;
}

/// When the last stop is done; invalid when nobody knows.
QDateTime lastDeparture(const Route &route, const Fleet &fleet)
{
    QDateTime last;
    if (const auto *forecast = fleet.forecastOf(route.id)) {
        for (const auto &stop : forecast->stops)
            last = last.isValid() ? std::max(last, stop.expectedDeparture) : stop.expectedDeparture;
    }
    return last;
}

/// When the last of the stops that are done was.
QDateTime lastVisit(const Route &route, const Fleet &fleet)
{
    QDateTime last;
    for (const auto &id : route.stops) {
        const auto *stop = fleet.stops().find(id);
        if (stop != nullptr && stop->completedAt.isValid())
            last = last.isValid() ? std::max(last, stop->completedAt) : stop->completedAt;
    }
    return last;
}

/// Of the legs of \a path from \a first to before \a end.
double metersOfLegs(const PackedPath &path, qsizetype first, qsizetype end)
{
    double meters = 0.0;
    for (auto i = first; i < std::min(end, path.legs.size()); ++i)
        meters += metersOf(path.legs.at(i));
    return meters;
}

} // namespace

std::optional<RouteCosts> costsOf(const Route &route, const Fleet &fleet, const QDateTime &now)
{
    const auto *path = fleet.paths().find(route.id);
    const bool hasBegun = route.actualStart.isValid();
    const auto begin = hasBegun ? route.actualStart : route.scheduledStart;
    if (path == nullptr || path->legs.isEmpty() || !begin.isValid() || !now.isValid())
        return std::nullopt;
    const auto *vehicle = fleet.vehicles().find(route.vehicle);
    const auto kind = vehicle == nullptr ? Vehicle::Kind::Van : vehicle->kind;
    const auto rates = fleet.ratesOf(route.depot);
    const auto progress = progressOf(route, fleet);

    RouteEffort soFar{.meters = metersOfLegs(*path, 0, progress.reached)};
    RouteEffort whole{.meters = metersOfLegs(*path, 0, path->legs.size())};
    const double home = metersOfLegs(*path, route.stops.size(), path->legs.size());
    RouteCosts costs{.soFar = {}, .whole = {}, .isOver = route.actualEnd.isValid(), .stops = progress.counted};
    auto end = route.actualEnd;
    if (!costs.isOver) {
        end = progress.isDone ? lastVisit(route, fleet) : lastDeparture(route, fleet);
        if (!end.isValid())
            return std::nullopt;
        end = std::max(end.addSecs(std::llround(home / homeSpeed(kind))), hasBegun ? now : begin);
    }
    whole.work = seconds(begin.secsTo(end));
    costs.whole = costOf(whole, kind, rates);
    if (hasBegun) {
        soFar.work = seconds(begin.secsTo(std::min(now, end)));
        costs.soFar = costs.isOver ? costs.whole : costOf(soFar, kind, rates);
    }
    return costs;
}

} // namespace Doorstep
