// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"
#include "widgets/map/mapscenes.h"

#include <QObject>
#include <QTimer>

namespace Doorstep {

class Clock;
class Concerns;
class Fleet;
class MapView;
class Overlay;
class Selection;

/// Keeps a MapView up to date from the console's store, and takes what is selected on the map to the one Selection;
/// what is selected elsewhere comes into sight.
///
/// Fixes and another day show at once; stops and routes at most a few times a second, because each makes a whole layer
/// anew. UI thread.
class MapFeed : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this, or be told to stop by deleting it.
    MapFeed(const Fleet &fleet, const Concerns &concerns, Selection &selection, const Clock &clock, MapView &view,
            QObject *parent = nullptr);

    /// Marks what waits, too; \a overlay must outlive this.
    void follow(const Overlay &overlay);
    /// Shows routes as \a planned would have them, and what they are about before everything else, until empty lists
    /// come.
    void setPlanned(const PlannedLists &planned, const QList<RouteId> &routes = {});
    /// Along which roads they go then.
    void setPlannedRoads(const PlannedRoads &roads);
    /// Whether the first stops that come bring the whole day into view; off when a camera was restored.
    void setFitsFirstDay(bool fits) { m_fitsFirstDay = fits; }

private:
    void watch();
    void showStops();
    void showRoutes();
    void showDrivers();
    void showDepots();
    void showClosures();
    void showSelection();
    void showTrail();
    void takeSelection();
    void revealSelection();

    const Fleet &m_fleet;
    const Concerns &m_concerns;
    const Overlay *m_overlay = nullptr;
    Selection &m_selection;
    const Clock &m_clock;
    MapView &m_view;
    PlannedLists m_planned;
    PlannedRoads m_plannedRoads;
    QList<RouteId> m_plannedRoutes;
    QTimer m_stopsSoon;
    QTimer m_routesSoon;
    QTimer m_closuresLater; ///< They begin and end by the clock.
    bool m_fitsFirstDay = true;
    bool m_isChosenOnMap = false; ///< What is being selected just now.
};

} // namespace Doorstep
