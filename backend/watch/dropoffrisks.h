// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/exception.h"
#include "models/domain/stop.h"

#include <QHash>
#include <QSet>

namespace Doorstep::Watch {

/// How risky it is to leave a parcel alone somewhere, from what went wrong there and nearby on all days that are known.
///
/// Each visit that ended says one thing: it went well, or it did not (it failed for a reason that lies with the place,
/// took more than one try, or was marked delivered far from the door). The risk is the share of the bad ones, where
/// visits at the same door count once and those up to 150 m away a fifth, and a city's usual share (5 %) counts as much
/// as three visits at the door. A value without a clock: the same visits in the same order give the same risk.
class DropOffRisks
{
public:
    void see(const Stop &stop);
    void see(const Exception &exception);

    /// 0 to 1, in hundredths; the stop \a itself does not count.
    [[nodiscard]] double at(const QGeoCoordinate &where, const StopId &itself) const;

private:
    struct Visit
    {
        StopId stop;
        QGeoCoordinate where;
        bool isBad = false;
    };
    using Cell = std::pair<int, int>;

    [[nodiscard]] static Cell cellOf(const QGeoCoordinate &where);

    QHash<Cell, QList<Visit>> m_visits; ///< In the order in which they were seen, so that sums are always the same.
    QHash<StopId, Cell> m_cells;
    QSet<StopId> m_farFromDoor;
};

} // namespace Doorstep::Watch
