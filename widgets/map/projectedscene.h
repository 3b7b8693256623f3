// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/map/driverglides.h"
#include "widgets/map/maplayers.h"
#include "widgets/map/mapscene.h"
#include "widgets/map/stopclusters.h"
#include "widgets/map/worldgrid.h"

#include <unordered_map>

namespace Doorstep {

/// The scene with its places projected once, indexed, and with drivers that glide: everything the meshes and the hit
/// test read. Markers without a valid place are left out here, so nothing behind it meets one. UI thread.
class ProjectedScene
{
public:
    struct Line
    {
        RouteId id;
        int colour = 0;
        std::vector<WorldPoint> done; ///< From the depot to the driver.
        std::vector<WorldPoint> open; ///< From there on.
    };
    struct Closure
    {
        ClosureArea marker;
        std::vector<WorldPoint> outline;
        std::vector<std::vector<WorldPoint>> holes;
        bool isRoad = false;
    };
    struct Depot
    {
        DepotMarker marker;
        WorldPoint where;
    };

    void setStops(const QList<StopMarker> &stops);
    /// \a now is of the glides' steady clock.
    void setDrivers(const QList<DriverMarker> &drivers, DriverGlides::Time now);
    void setRoutes(const QList<RouteLine> &routes);
    void setDepots(const QList<DepotMarker> &depots);
    void setClosures(const QList<ClosureArea> &closures);
    void setSketch(const QList<QGeoCoordinate> &corners);
    void setTrail(const QList<QGeoCoordinate> &trail);
    void setSelection(const MapSelection &selection);
    void setLayers(MapLayers layers) { m_layers = layers; }

    [[nodiscard]] const QList<StopMarker> &stops() const { return m_stops; }
    [[nodiscard]] const std::vector<WorldPoint> &stopPlaces() const { return m_stopPlaces; }
    [[nodiscard]] const WorldGrid &stopGrid() const { return m_stopGrid; }
    [[nodiscard]] const std::vector<StopCluster> &clusters(int zoom) const;
    [[nodiscard]] const QList<DriverMarker> &drivers() const { return m_drivers; }
    [[nodiscard]] WorldPoint driverPlace(const DriverMarker &driver, DriverGlides::Time now) const;
    [[nodiscard]] bool isGliding(DriverGlides::Time now) const { return m_glides.isMoving(now); }
    [[nodiscard]] const std::vector<Line> &lines() const { return m_lines; }
    [[nodiscard]] const std::vector<Depot> &depots() const { return m_depots; }
    [[nodiscard]] const std::vector<Closure> &closures() const { return m_closures; }
    [[nodiscard]] const std::vector<WorldPoint> &sketch() const { return m_sketch; } ///< What is being drawn.
    [[nodiscard]] const std::vector<WorldPoint> &trail() const { return m_trail; }
    [[nodiscard]] bool shows(MapLayer layer) const { return m_layers.testFlag(layer); }
    /// Whether the layer that \a stop belongs to is shown.
    [[nodiscard]] bool shows(const StopMarker &stop) const;
    /// Of the selected stops that have one: the entrance, and the place it leads to.
    [[nodiscard]] const std::vector<std::pair<WorldPoint, WorldPoint>> &entrances() const { return m_entrances; }
    [[nodiscard]] const MapSelection &selection() const { return m_selection; }

    /// Whether something of \a route is selected, or nothing at all is: the others are drawn faded.
    [[nodiscard]] bool isInFocus(const RouteId &route) const;

private:
    void findFocus();
    void findEntrances();

    QList<StopMarker> m_stops;
    std::vector<WorldPoint> m_stopPlaces;
    WorldGrid m_stopGrid;
    mutable std::unordered_map<int, std::vector<StopCluster>> m_clusters; // of a zoom, made when asked for
    QList<DriverMarker> m_drivers;
    DriverGlides m_glides;
    std::vector<Line> m_lines;
    std::vector<Depot> m_depots;
    std::vector<Closure> m_closures;
    std::vector<std::pair<WorldPoint, WorldPoint>> m_entrances;
    std::vector<WorldPoint> m_sketch;
    std::vector<WorldPoint> m_trail;
    MapLayers m_layers = allMapLayers;
    MapSelection m_selection;
    QSet<RouteId> m_focus;
};

} // namespace Doorstep
