// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/watch/roadmix.h"
#include "models/domain/closure.h"

#include <QTimeZone>

namespace Doorstep::Planning {

/// How driving differs from empty, open roads for a while.
struct RoadTraffic
{
    Watch::ByRoadKind factors{1.0, 1.0, 1.0, 1.0}; ///< It takes so many times as long; positive.
    QList<Closure> closures; ///< All of them count, whatever their hours.
};

/// What drives from \a begin to \a end (UTC) will meet: the hours' usual traffic of a place in \a zone, with what is
/// seen at \a begin of today's \a paces (1 is as usual), of which half is left after four hours, and those of \a
/// closures that are there at any time in between. One figure for all of that time: its mean.
[[nodiscard]] RoadTraffic trafficBetween(const QDateTime &begin, const QDateTime &end, const QTimeZone &zone,
                                         const Watch::ByRoadKind &paces, const QList<Closure> &closures);

} // namespace Doorstep::Planning
