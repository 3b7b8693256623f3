// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/mapfeed.h"

#include "models/domain/clock.h"
#include "models/store/concerns.h"
#include "models/store/fleet.h"
#include "models/store/overlay.h"
#include "models/store/selection.h"
#include "widgets/map/mapcards.h"
#include "widgets/map/mapscenes.h"
#include "widgets/map/mapview.h"

#include <QScopedValueRollback>

#include <algorithm>

using namespace std::chrono_literals;

namespace Doorstep {

namespace {
constexpr auto stopsPause = 200ms;
constexpr auto routesPause = 500ms;
} // namespace

MapFeed::MapFeed(const Fleet &fleet, const Concerns &concerns, Selection &selection, const Clock &clock, MapView &view,
                 QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_concerns(concerns)
    , m_selection(selection)
    , m_clock(clock)
    , m_view(view)
{
    for (auto *timer : {&m_stopsSoon, &m_routesSoon})
        timer->setSingleShot(true);
    view.setDescriptions([&fleet, &clock](const DriverId &driver) { return MapCards::of(driver, fleet, clock); },
                         [&fleet, &clock](const StopId &stop) { return MapCards::of(stop, fleet, clock); });
    view.setClosureDescription(
        [&fleet, &clock](const ClosureId &closure) { return MapCards::of(closure, fleet, clock); });
    watch();
    showDepots();
    showClosures();
    showStops();
    showRoutes();
    showDrivers();
    showSelection();
}

void MapFeed::watch()
{
    connect(&m_stopsSoon, &QTimer::timeout, this, &MapFeed::showStops);
    connect(&m_routesSoon, &QTimer::timeout, this, &MapFeed::showRoutes);
    const auto soon = [this](QTimer &timer) {
        return [&timer, pause = &timer == &m_stopsSoon ? stopsPause : routesPause] {
            if (!timer.isActive())
                timer.start(pause);
        };
    };
    const auto onAnyChange = [this](const TableSignals &table, const auto &act) {
        connect(&table, &TableSignals::inserted, this, act);
        connect(&table, &TableSignals::changed, this, act);
        connect(&table, &TableSignals::removed, this, act);
        connect(&table, &TableSignals::reset, this, act);
    };
    onAnyChange(m_fleet.stops(), soon(m_stopsSoon));
    onAnyChange(m_fleet.routes(), soon(m_stopsSoon));
    onAnyChange(m_fleet.forecasts(), soon(m_stopsSoon));
    onAnyChange(m_fleet.routes(), soon(m_routesSoon));
    onAnyChange(m_fleet.paths(), soon(m_routesSoon));
    onAnyChange(m_fleet.forecasts(), soon(m_routesSoon));
    onAnyChange(m_fleet.depots(), [this] { showDepots(); });
    onAnyChange(m_fleet.closures(), [this] { showClosures(); });
    connect(&m_closuresLater, &QTimer::timeout, this, &MapFeed::showClosures);
    onAnyChange(m_fleet.drivers(), [this] { showDrivers(); });
    onAnyChange(m_fleet.forecasts(), [this] { showDrivers(); });
    connect(&m_fleet, &Fleet::dayChanged, this, [this] {
        // Another picture, and the first one of a start: as soon as everybody else has heard of it.
        m_stopsSoon.start(0ms);
        m_routesSoon.start(0ms);
        showDrivers();
    });
    connect(&m_concerns, &Concerns::changed, this, soon(m_stopsSoon));
    connect(&m_fleet.trails(), &Trails::reset, this, [this] { showDrivers(); });
    connect(&m_fleet.trails(), &Trails::moved, this, [this, soon](const QList<DriverId> &drivers) {
        showDrivers();
        soon(m_routesSoon)();
        if (drivers.contains(m_selection.driver()))
            showTrail();
    });
    connect(&m_selection, &Selection::changed, this, [this] {
        showSelection();
        revealSelection();
    });
    takeSelection();
}

void MapFeed::follow(const Overlay &overlay)
{
    m_overlay = &overlay;
    connect(&overlay, &Overlay::waitingChanged, this, [this] {
        if (!m_stopsSoon.isActive())
            m_stopsSoon.start(stopsPause);
    });
    showStops();
}

void MapFeed::setPlanned(const PlannedLists &planned, const QList<RouteId> &routes)
{
    if (planned == m_planned && routes == m_plannedRoutes)
        return;
    m_planned = planned;
    m_plannedRoutes = routes;
    showStops();
    showRoutes();
    showSelection();
}

void MapFeed::setPlannedRoads(const PlannedRoads &roads)
{
    m_plannedRoads = roads;
    if (!m_planned.isEmpty())
        showRoutes();
}

void MapFeed::showStops()
{
    m_view.setStops(stopMarkers(m_fleet, m_concerns, m_overlay, m_planned));
    if (m_fitsFirstDay && !m_fleet.stops().isEmpty()) {
        m_fitsFirstDay = false;
        m_view.fitAll();
    }
}

void MapFeed::showRoutes()
{
    m_view.setRoutes(routeLines(m_fleet, m_planned, m_plannedRoads));
}

void MapFeed::showDrivers()
{
    m_view.setDrivers(driverMarkers(m_fleet));
}

void MapFeed::showDepots()
{
    m_view.setDepots(depotMarkers(m_fleet));
}

void MapFeed::showClosures()
{
    constexpr auto aMinute = 60s;
    m_view.setClosures(closureAreas(m_fleet, m_clock.now()));
    if (m_fleet.closures().isEmpty())
        m_closuresLater.stop();
    else
        m_closuresLater.start(aMinute);
}

void MapFeed::showSelection()
{
    MapSelection selection;
    for (const auto &stop : m_selection.stops())
        selection.stops.insert(stop);
    if (const auto route = m_selection.route(); route.isValid())
        selection.routes.insert(route);
    if (const auto driver = m_selection.driver(); driver.isValid() && selection.stops.isEmpty())
        selection.drivers.insert(driver);
    for (const auto &route : std::as_const(m_plannedRoutes)) // none of them is paler than the one that is selected
        selection.routes.insert(route);
    m_view.setSelection(selection);
    showTrail();
}

void MapFeed::showTrail()
{
    m_view.setTrail(trailOf(m_fleet, m_selection.driver()));
}

// One thing only: several are somewhere in between, and F brings them all into view.
void MapFeed::revealSelection()
{
    if (m_isChosenOnMap || m_selection.stops().size() > 1)
        return;
    if (const auto *stop = m_fleet.stops().find(m_selection.stop()))
        m_view.reveal(stop->where);
    else if (const auto *fix = m_fleet.trails().last(m_selection.driver()))
        m_view.reveal(fix->where);
}

// Stops win over drivers: a box around a neighbourhood is about its stops.
void MapFeed::takeSelection()
{
    connect(&m_view, &MapView::selectionRequested, this, [this](const MapSelection &wanted) {
        const QScopedValueRollback onMap(m_isChosenOnMap, true); // it is in sight, and stays where it is
        if (!wanted.stops.isEmpty()) {
            auto stops = wanted.stops.values();
            std::ranges::sort(stops, {}, [this](const StopId &stop) { return m_fleet.stops().rowOf(stop); });
            m_selection.selectStops(stops);
        } else if (!wanted.drivers.isEmpty()) {
            m_selection.selectDriver(*wanted.drivers.cbegin());
        } else {
            m_selection.clear();
        }
    });
}

} // namespace Doorstep

#include "moc_mapfeed.cpp"
