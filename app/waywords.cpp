// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/waywords.h"

#include "models/store/fleet.h"
#include "widgets/parts/durationtext.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Doorstep {

using std::chrono::seconds;

QString WayWords::consequence(const Insertion &insertion, const Stop &stop) const
{
    const auto at = m_time.clock(insertion.arrival);
    QStringList parts;
    if (insertion.lateBy > seconds(0))
        parts << tr("%1, %2 after its window", "time of day, a length").arg(at, DurationText::length(insertion.lateBy));
    else
        parts << (stop.window.to.isValid() ? tr("%1, in time", "time of day").arg(at) : at);
    if (const auto *next = m_fleet.stops().find(insertion.before))
        parts << tr("before %1", "an address").arg(address(*next));
    else
        parts << tr("as the last stop");
    parts << DurationText::slack(insertion.added);
    if (const auto cost = qRound64(insertion.cost); cost != 0)
        parts << added(cost);
    parts << others(insertion);
    return parts.join(u" · "_s);
}

QString WayWords::added(qint64 cost)
{
    const QString sign = cost < 0 ? QString(QChar(0x2212)) : u"+"_s;
    return tr("cost %1", "an amount in the depot's currency, with its sign").arg(sign + QLocale().toString(qAbs(cost)));
}

QString WayWords::others(const Insertion &insertion)
{
    seconds worst{0};
    seconds longest{0};
    int later = 0;
    for (const auto &move : insertion.moves) {
        if (move.misses())
            worst = std::max(worst, move.lateBy);
        later += move.later > seconds(0) ? 1 : 0;
        longest = std::max(longest, move.later);
    }
    if (const auto missed = static_cast<int>(insertion.missed()); missed > 0)
        return tr("%n other window(s) missed, by up to %1", nullptr, missed).arg(DurationText::length(worst));
    if (later > 0)
        return tr("%n other(s) up to %1 later, no window missed", nullptr, later).arg(DurationText::length(longest));
    return tr("nobody else later");
}

QString WayWords::address(const Stop &stop)
{
    const auto &its = stop.address;
    return its.street.isEmpty() ? its.line().section(u',', 0, 0) : (its.street + u' ' + its.houseNumber).trimmed();
}

QString WayWords::driver(const RouteId &route) const
{
    const auto *known = m_fleet.routes().find(route);
    const auto *driver = known == nullptr ? nullptr : m_fleet.driverOf(*known);
    return driver == nullptr ? tr("a driver") : driver->name;
}

QString WayWords::whomToTell(const Stop &stop) const
{
    QStringList parts{stop.customer, stop.phone, stop.address.line()};
    if (const auto *forecast = m_fleet.forecastOf(stop.id); forecast != nullptr && stop.isOpen())
        parts << tr("expected at %1", "time of day").arg(m_time.clock(forecast->expectedArrival));
    if (const auto promised = m_time.window(stop.window); !promised.isEmpty())
        parts << tr("was told %1", "a window of time").arg(promised);
    parts.removeIf([](const QString &part) { return part.isEmpty(); });
    return parts.join(u", "_s);
}

QString WayWords::window(const TimeWindow &window) const
{
    return tr("%1–%2", "weekday and time, time").arg(m_time.weekdayClock(window.from), m_time.clock(window.to));
}

} // namespace Doorstep
