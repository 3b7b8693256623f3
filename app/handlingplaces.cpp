// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// Handling's places: where in a route something goes, and how that is said.
#include "app/handling.h"
#include "app/livestore.h"
#include "models/domain/depot.h"

#include <limits>

namespace Doorstep {
namespace {

/// How many metres more it is by \a way; what has no place costs nothing.
double detour(const QGeoCoordinate &from, const QGeoCoordinate &way, const QGeoCoordinate &to)
{
    const auto distance = [](const QGeoCoordinate &a, const QGeoCoordinate &b) {
        return a.isValid() && b.isValid() ? a.distanceTo(b) : 0.0;
    };
    return distance(from, way) + distance(way, to) - distance(from, to);
}

} // namespace

qsizetype Handling::firstOpenPlace(const RouteId &route) const
{
    const auto *known = m_desk ? m_desk->scene().route(route) : nullptr;
    if (known == nullptr)
        return 0;
    for (auto i = known->stops.size() - 1; i >= 0; --i) {
        const auto *stop = m_desk->scene().stop(known->stops.at(i));
        if (stop != nullptr && stop->status != Stop::Status::Planned && stop->status != Stop::Status::Cancelled)
            return i + 1;
    }
    return 0;
}

/// Where the driver of \a route is at the stop \a i; before the first, and at one without a place: at the depot.
QGeoCoordinate Handling::whereIs(const Route &route, qsizetype i) const
{
    if (i >= route.stops.size())
        return {}; // after the last there is no way on
    if (const auto *there = i < 0 ? nullptr : m_desk->scene().stop(route.stops.at(i)))
        return there->driveTo();
    const auto *depot = m_store.fleet.depots().find(route.depot);
    return depot != nullptr ? depot->where : QGeoCoordinate();
}

qsizetype Handling::bestPlace(const QList<StopId> &stops, const RouteId &route) const
{
    const auto *known = m_desk ? m_desk->scene().route(route) : nullptr;
    const auto *stop = known == nullptr || stops.isEmpty() ? nullptr : m_desk->scene().stop(stops.constFirst());
    if (stop == nullptr || !stop->where.isValid())
        return -1;
    const auto &list = known->stops;
    qsizetype best = -1;
    double least = std::numeric_limits<double>::infinity();
    qsizetype before = firstOpenPlace(route) - 1;
    for (auto i = before + 1; i <= list.size(); ++i) {
        if (stops.contains(list.value(i)))
            continue;
        const auto more = detour(whereIs(*known, before), stop->driveTo(), whereIs(*known, i));
        if (more < least) {
            least = more;
            best = i < list.size() ? i : -1;
        }
        before = i;
    }
    return best;
}

QString Handling::wordsOfMove(const QList<StopId> &stops, const RouteId &route, qsizetype position) const
{
    const auto *known = m_desk ? m_desk->scene().route(route) : nullptr;
    if (known == nullptr)
        return {};
    qsizetype number = 1;
    StopId next;
    for (qsizetype i = 0; i < known->stops.size(); ++i) {
        if (stops.contains(known->stops.at(i)))
            continue;
        if (position >= 0 && i >= position) {
            next = known->stops.at(i);
            break;
        }
        ++number;
    }
    const auto place = stops.size() == 1 ? tr("as stop %1").arg(number)
                                         : tr("as stops %1 to %2").arg(number).arg(number + stops.size() - 1);
    return next.isValid()
        ? tr("%1 to %2, %3, before %4", "what, to which driver, as stop 7, before which address")
              .arg(nameOf(stops), nameOf(route), place, nameOf(QList{next}))
        : tr("%1 to %2, %3, at the end", "what, to which driver, as stop 7").arg(nameOf(stops), nameOf(route), place);
}

} // namespace Doorstep
