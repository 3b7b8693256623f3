// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/selection.h"

#include "models/store/fleet.h"

namespace Doorstep {

Selection::Selection(const Fleet &fleet, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
{
}

RouteId Selection::route() const
{
    if (m_route.isValid())
        return m_route;
    if (m_driver.isValid()) {
        const auto *route = m_fleet.routeOf(m_driver);
        return route == nullptr ? RouteId() : route->id;
    }
    RouteId shared;
    for (const auto &stop : m_stops) {
        const auto route = m_fleet.placeOf(stop).route;
        if (shared.isValid() && route != shared)
            return {};
        shared = route;
    }
    return shared;
}

DriverId Selection::driver() const
{
    if (m_driver.isValid())
        return m_driver;
    const auto *route = m_fleet.routes().find(this->route());
    return route == nullptr ? DriverId() : route->driver;
}

void Selection::selectStops(const QList<StopId> &stops)
{
    set(stops, {}, {});
}

void Selection::selectRoute(const RouteId &route)
{
    set({}, route, {});
}

void Selection::selectDriver(const DriverId &driver)
{
    set({}, {}, driver);
}

void Selection::selectException(const ExceptionId &exception, const StopId &stop, const RouteId &route)
{
    if (stop.isValid())
        set({stop}, {}, {}, exception);
    else
        set({}, route, {}, exception);
}

void Selection::clear()
{
    set({}, {}, {});
}

void Selection::set(const QList<StopId> &stops, const RouteId &route, const DriverId &driver,
                    const ExceptionId &exception)
{
    if (stops == m_stops && route == m_route && driver == m_driver && exception == m_exception)
        return;
    m_stops = stops;
    m_route = route;
    m_driver = driver;
    m_exception = exception;
    Q_EMIT changed();
}

} // namespace Doorstep

#include "moc_selection.cpp"
