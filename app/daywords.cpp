// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/daywords.h"

#include "models/store/fleet.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::DayWords)
};

} // namespace

const Depot *mainDepot(const Fleet &fleet)
{
    QHash<DepotId, int> routes;
    for (const auto &route : fleet.routes())
        if (fleet.isOfTheDay(route))
            ++routes[route.depot];
    const Depot *best = nullptr;
    for (const auto &depot : fleet.depots())
        if (!best || routes.value(depot.id) > routes.value(best->id))
            best = &depot;
    return best;
}

QString depotTitle(const Depot &depot)
{
    return depot.address.city.isEmpty() || depot.name.contains(depot.address.city)
        ? depot.name
        : u"%1 · %2"_s.arg(depot.address.city, depot.name);
}

QDate dayToShow(const Fleet &fleet, const QDate &today)
{
    QDate newest;
    for (const auto &route : fleet.routes()) {
        if (route.day == today)
            return today;
        newest = newest.isValid() ? std::max(newest, route.day) : route.day;
    }
    return newest;
}

QString daySummary(const Fleet &fleet)
{
    int events = 0;
    const auto count = [&](std::initializer_list<QDateTime> moments) {
        events += static_cast<int>(std::ranges::count_if(moments, &QDateTime::isValid));
    };
    int drivers = 0;
    for (const auto &route : fleet.routes()) {
        if (!fleet.isOfTheDay(route))
            continue;
        ++drivers;
        count({route.actualStart, route.actualEnd});
    }
    int stops = 0;
    for (const auto &stop : fleet.stops()) {
        if (!fleet.isOfTheDay(stop))
            continue;
        ++stops;
        count({stop.actualArrival, stop.actualDeparture, stop.completedAt});
    }
    return u"%1 · %2 · %3"_s.arg(Tr::tr("%n driver(s)", nullptr, drivers), Tr::tr("%n stop(s)", nullptr, stops),
                                 Tr::tr("%n event(s) today", nullptr, events));
}

} // namespace Doorstep
