// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/drive.h"
#include "models/domain/id.h"
#include "models/domain/packedline.h"

#include <QHash>
#include <QList>

#include <array>
#include <map>

namespace Doorstep {

class Fleet;
struct Route;

/// Lists of stops that routes would have by a plan.
using PlannedLists = QHash<RouteId, QList<StopId>>;

/// How a vehicle would come to a stop of a plan, or back to the depot after the last one.
struct PlannedLeg
{
    qsizetype as = -1; ///< It drives the same as this leg of its path as it is; -1: it does not.
    Drive drive; ///< What it drives else; its places are invalid where one of them is not known.
};

/// A leg for each of \a stops, and the one back.
[[nodiscard]] QList<PlannedLeg> plannedLegs(const Route &route, const QList<StopId> &stops, const Fleet &fleet);

/// The roads of drives that are only planned, as far as somebody has asked for them. A value.
class PlannedRoads
{
public:
    /// Takes the \a lines of \a drives, in their order; what is beyond the shorter list is left out.
    void take(const QList<Drive> &drives, const QList<QList<QGeoCoordinate>> &lines);
    /// What \a planned drives and nobody has asked for, each once.
    [[nodiscard]] QList<Drive> missing(const PlannedLists &planned, const Fleet &fleet) const;
    /// Null when it is not known; empty when there is no road.
    [[nodiscard]] const PackedLine *find(const Drive &drive) const;
    void clear() { m_lines.clear(); }

private:
    using Key = std::array<qint32, 5>; ///< The vehicle's kind, and the places in millionths of a degree.

    [[nodiscard]] static Key keyOf(const Drive &drive);

    std::map<Key, PackedLine> m_lines;
};

} // namespace Doorstep
