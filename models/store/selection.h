// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QList>
#include <QObject>

namespace Doorstep {

class Fleet;

/// What is selected, everywhere at once: a driver, a route, or one or more stops. The rest follows: the route of a
/// stop, the driver of a route. Of several cases about one thing, which one was chosen.
///
/// Lives in the GUI thread; every pane reads it, any pane sets it.
class Selection : public QObject
{
    Q_OBJECT
public:
    explicit Selection(const Fleet &fleet, QObject *parent = nullptr);

    /// The selected stop when there is exactly one.
    [[nodiscard]] StopId stop() const { return m_stops.size() == 1 ? m_stops.first() : StopId(); }
    [[nodiscard]] const QList<StopId> &stops() const noexcept { return m_stops; }
    /// The selected route, or that of the selected stops when they share one, or that of the driver.
    [[nodiscard]] RouteId route() const;
    /// The selected driver, or whoever drives route().
    [[nodiscard]] DriverId driver() const;
    /// The reported case that was chosen; invalid when a stop, route or driver was chosen itself.
    [[nodiscard]] const ExceptionId &exception() const noexcept { return m_exception; }
    [[nodiscard]] bool isEmpty() const
    {
        return m_stops.isEmpty() && !m_route.isValid() && !m_driver.isValid() && !m_exception.isValid();
    }
    [[nodiscard]] bool contains(const StopId &stop) const { return m_stops.contains(stop); }

    void selectStop(const StopId &stop) { selectStops({stop}); }
    void selectStops(const QList<StopId> &stops);
    void selectRoute(const RouteId &route);
    void selectDriver(const DriverId &driver);
    /// The case, and with it \a stop, or \a route when it is about no stop.
    void selectException(const ExceptionId &exception, const StopId &stop, const RouteId &route);
    void clear();

Q_SIGNALS:
    void changed(); ///< Only when it is another one now.

private:
    void set(const QList<StopId> &stops, const RouteId &route, const DriverId &driver,
             const ExceptionId &exception = {});

    const Fleet &m_fleet;
    QList<StopId> m_stops;
    RouteId m_route;
    DriverId m_driver;
    ExceptionId m_exception;
};

} // namespace Doorstep
