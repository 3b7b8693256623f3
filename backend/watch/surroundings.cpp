// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/surroundings.h"

#include <QTimeZone>

namespace Doorstep::Watch {

QDateTime atUtc(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::UTC);
}

const StopSeen *find(const Stops &stops, const StopId &id)
{
    const auto found = stops.constFind(id);
    return found == stops.cend() ? nullptr : &*found;
}

bool isPassedBy(const Stop &stop)
{
    return stop.status == Stop::Status::Cancelled || (stop.held && stop.status == Stop::Status::Planned);
}

QGeoCoordinate placeOf(const Stop &stop, const Surroundings &around)
{
    const bool isMistaken = stop.where.isValid() && around.depot && around.depot->where.isValid()
        && around.depot->where.distanceTo(stop.where) > around.settings.farthestMeters;
    return isMistaken ? QGeoCoordinate() : stop.driveTo();
}

qint64 utcOffset(const Surroundings &around, qint64 atMs)
{
    return around.zone ? around.zone->offsetFromUtc(atUtc(atMs)) : 0;
}

} // namespace Doorstep::Watch
