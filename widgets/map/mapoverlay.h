// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/map/scenemeshes.h"

#include <QElapsedTimer>
#include <QFont>
#include <QQuickItem>
#include <QTimer>

#include <functional>
#include <memory>

class QSGTexture;

namespace Doorstep {

class Clock;

/// The one scene-graph item of ours: routes, stops, drivers and all else that moves or is many, above the tiles.
///
/// Panning only moves what is there; zooming, turning or leaving the margin makes new meshes. UI thread, and Qt Quick's
/// sync step (which is the same thread in a QQuickWidget).
class MapOverlay : public QQuickItem
{
    Q_OBJECT
public:
    explicit MapOverlay(const Clock &clock, QQuickItem *parent = nullptr);
    ~MapOverlay() override;

    [[nodiscard]] const ProjectedScene &scene() const { return m_scene; }
    void setStops(const QList<StopMarker> &stops);
    void setDrivers(const QList<DriverMarker> &drivers);
    void setRoutes(const QList<RouteLine> &routes);
    void setDepots(const QList<DepotMarker> &depots);
    void setClosures(const QList<ClosureArea> &closures);
    void setSketch(const QList<QGeoCoordinate> &corners);
    void setTrail(const QList<QGeoCoordinate> &trail);
    void setSelection(const MapSelection &selection);
    void setLayers(MapLayers layers);

    void setCamera(const MapCamera &camera);
    void setLook(const MapPalette &palette, const QFont &font);
    /// What is being selected by dragging, in pixels of the item; empty for nothing.
    void setRubberBand(const QRectF &band);

    /// The steady time that glides run on; tests give their own.
    void setSteadyTime(std::function<DriverGlides::Time()> now) { m_steadyNow = std::move(now); }
    [[nodiscard]] DriverGlides::Time steadyNow() const { return m_steadyNow(); }

    [[nodiscard]] quint64 meshesBuilt() const { return m_meshesBuilt; } ///< For tests: panning must not add to it.

protected:
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;
    void itemChange(ItemChange change, const ItemChangeData &data) override;
    void geometryChange(const QRectF &now, const QRectF &before) override;

private:
    enum Part : quint8 { Nothing = 0, Lines = 1, Stops = 2, Drivers = 4, Everything = 7 };

    void touch(int parts);
    void tick();
    [[nodiscard]] bool frameStillFits(const MapProjection &projection) const;
    void buildMeshes();

    const Clock &m_clock;
    ProjectedScene m_scene;
    QList<StopMarker> m_givenStops; // what came last: the same again costs no frame
    QList<DriverMarker> m_givenDrivers;
    QList<RouteLine> m_givenRoutes;
    MapCamera m_camera;
    MapPalette m_palette;
    QFont m_font;
    QRectF m_band;
    MarkerAtlas m_atlas;
    bool m_lookChanged = true;

    MeshFrame m_frame; // what the meshes were built for
    MapCamera m_frameCamera;
    int m_dirty = Everything;
    LineMesh m_lines;
    FocusMeshes m_stops;
    FocusMeshes m_drivers;
    std::vector<QPoint> m_drawnDrivers; // in device pixels, to see whether a glide is visible yet
    quint64 m_meshesBuilt = 0;

    QTimer m_gliding;
    QTimer m_ageing;
    QElapsedTimer m_steady;
    std::function<DriverGlides::Time()> m_steadyNow;
};

} // namespace Doorstep
