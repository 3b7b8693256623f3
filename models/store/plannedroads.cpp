// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/plannedroads.h"

#include "models/store/fleet.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace Doorstep {
namespace {

QGeoCoordinate doorOf(const StopId &id, const Fleet &fleet)
{
    const auto *stop = fleet.stops().find(id);
    return stop == nullptr ? QGeoCoordinate() : stop->driveTo();
}

qint32 millionths(double degrees)
{
    constexpr double scale = 1e6;
    return static_cast<qint32>(std::lround(degrees * scale));
}

/// None before the first.
StopId stopBefore(const QList<StopId> &list, qsizetype place)
{
    return place <= 0 ? StopId() : list[place - 1];
}

} // namespace

QList<PlannedLeg> plannedLegs(const Route &route, const QList<StopId> &stops, const Fleet &fleet)
{
    const auto *vehicle = fleet.vehicles().find(route.vehicle);
    const auto *depot = fleet.depots().find(route.depot);
    const auto *path = fleet.paths().find(route.id);
    const auto known = path == nullptr ? qsizetype{0} : path->legs.size();
    const auto yard = depot == nullptr ? QGeoCoordinate() : depot->where;
    const auto kind = vehicle == nullptr ? Vehicle::Kind::Van : vehicle->kind;
    QList<PlannedLeg> legs;
    legs.reserve(stops.size() + 1);
    auto from = yard;
    for (qsizetype i = 0; i <= stops.size(); ++i) {
        const bool isBack = i == stops.size();
        const auto to = isBack ? yard : doorOf(stops[i], fleet);
        const auto as = isBack ? route.stops.size() : route.stops.indexOf(stops[i]);
        PlannedLeg leg;
        if (as >= 0 && as < known && stopBefore(route.stops, as) == stopBefore(stops, i))
            leg.as = as;
        else if (from.isValid() && to.isValid())
            leg.drive = {.vehicle = kind, .from = from, .to = to};
        legs.append(leg);
        if (to.isValid())
            from = to;
    }
    return legs;
}

PlannedRoads::Key PlannedRoads::keyOf(const Drive &drive)
{
    return {static_cast<qint32>(drive.vehicle), millionths(drive.from.latitude()), millionths(drive.from.longitude()),
            millionths(drive.to.latitude()), millionths(drive.to.longitude())};
}

void PlannedRoads::take(const QList<Drive> &drives, const QList<QList<QGeoCoordinate>> &lines)
{
    for (qsizetype i = 0; i < std::min(drives.size(), lines.size()); ++i)
        m_lines.insert_or_assign(keyOf(drives[i]), PackedLine(lines[i]));
}

QList<Drive> PlannedRoads::missing(const PlannedLists &planned, const Fleet &fleet) const
{
    QList<Drive> drives;
    std::set<Key> seen;
    for (const auto &[id, stops] : planned.asKeyValueRange()) {
        const auto *route = fleet.routes().find(id);
        if (route == nullptr)
            continue;
        for (const auto &leg : plannedLegs(*route, stops, fleet)) {
            if (leg.as < 0 && leg.drive.to.isValid() && find(leg.drive) == nullptr
                && seen.insert(keyOf(leg.drive)).second)
                drives.append(leg.drive);
        }
    }
    return drives;
}

const PackedLine *PlannedRoads::find(const Drive &drive) const
{
    if (!drive.from.isValid() || !drive.to.isValid())
        return nullptr;
    const auto known = m_lines.find(keyOf(drive));
    return known == m_lines.end() ? nullptr : &known->second;
}

} // namespace Doorstep
