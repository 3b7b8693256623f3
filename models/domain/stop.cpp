// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/stop.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Doorstep {

namespace {

/// East and north of \a from, on a plane that is good for a few kilometres.
std::pair<double, double> metersOf(const QGeoCoordinate &place, const QGeoCoordinate &from)
{
    constexpr double metersPerDegree = 111'195.0;
    const double east = std::remainder(place.longitude() - from.longitude(), 360.0)
        * std::cos(from.latitude() * std::numbers::pi / 180.0);
    return {east * metersPerDegree, (place.latitude() - from.latitude()) * metersPerDegree};
}

} // namespace

double Stop::metersFrom(const QGeoCoordinate &place) const
{
    const double fromDoor = where.distanceTo(place);
    if (!entrance.isValid())
        return fromDoor;
    const auto [walkEast, walkNorth] = metersOf(where, entrance);
    const auto [east, north] = metersOf(place, entrance);
    const double walkSquared = (walkEast * walkEast) + (walkNorth * walkNorth);
    const double along = walkSquared > 0.0 ? ((east * walkEast) + (north * walkNorth)) / walkSquared : 0.0;
    if (along <= 0.0 || along >= 1.0)
        return std::min(fromDoor, entrance.distanceTo(place));
    return std::hypot(east - (along * walkEast), north - (along * walkNorth));
}

bool isEntranceOf(const QGeoCoordinate &where, const QGeoCoordinate &entrance)
{
    return !entrance.isValid() || (where.isValid() && where.distanceTo(entrance) <= farthestEntranceMeters);
}

bool Stop::wasOnTime() const
{
    if (status != Status::Delivered)
        return false;
    const auto &began = actualArrival.isValid() ? actualArrival : completedAt;
    return !window.to.isValid() || began <= window.to;
}

void Stop::promise(const Promise &told)
{
    if (!promises.isEmpty() && promises.constLast() == told)
        return;
    promises.append(told);
    if (promises.size() > Promise::mostOfAStop)
        promises.removeAt(1);
}

std::optional<std::chrono::minutes> Stop::promiseMissedBy() const
{
    const bool hasEnded = status == Status::Delivered || status == Status::Failed;
    const auto &arrival = actualArrival.isValid() ? actualArrival : completedAt;
    if (!hasEnded || !arrival.isValid())
        return {};
    // What was said at the door is no promise any more.
    const auto wasTold = [&arrival](const Promise &told) { return told.toldAt <= arrival; };
    const auto last = std::ranges::find_if(promises.crbegin(), promises.crend(), wasTold);
    if (last == promises.crend())
        return {};
    const auto missed = last->missedBy(arrival);
    // Who is early waits: only what was done before its time was too early.
    return missed < std::chrono::minutes(0) ? last->missedBy(std::max(arrival, completedAt)) : missed;
}

} // namespace Doorstep

#include "moc_stop.cpp"
