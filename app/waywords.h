// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/insertion.h"
#include "models/domain/stop.h"
#include "widgets/parts/depottime.h"

#include <QCoreApplication>

namespace Doorstep {

class Fleet;

/// What would come of a way out, in one line, before it is chosen.
class WayWords
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::WayWords)
public:
    /// Both must outlive this.
    WayWords(const Fleet &fleet, const DepotTime &time)
        : m_fleet(fleet)
        , m_time(time)
    {
    }

    /// "15:40, in time · before Rivera 2100 · +6 min · nobody else later".
    [[nodiscard]] QString consequence(const Insertion &insertion, const Stop &stop) const;
    /// "Rivera 2100": as short as tells them apart.
    [[nodiscard]] static QString address(const Stop &stop);
    [[nodiscard]] QString driver(const RouteId &route) const;
    /// "Ana Prieto, +598 99 1, Rivera 2100, expected at 15:40": a line for whoever calls them.
    [[nodiscard]] QString whomToTell(const Stop &stop) const;
    /// "Fri 10:00–12:00".
    [[nodiscard]] QString window(const TimeWindow &window) const;

private:
    [[nodiscard]] static QString added(qint64 cost);
    [[nodiscard]] static QString others(const Insertion &insertion);

    const Fleet &m_fleet;
    const DepotTime &m_time;
};

} // namespace Doorstep
