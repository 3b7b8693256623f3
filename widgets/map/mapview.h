// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"
#include "widgets/map/mapcard.h"
#include "widgets/map/maplayers.h"
#include "widgets/map/mapscene.h"
#include "widgets/map/mercator.h"
#include "widgets/map/tilesource.h"

#include <QWidget>

#include <functional>

class QLabel;
class QMenu;
class QQuickWidget;

namespace Doorstep {

class CameraMotion;
class ClosureLabels;
class Clock;
class HoverCard;
class MapButtons;
class MapGestures;
class MapLegend;
class MapOverlay;
class ScaleBar;
class TileLayer;

/// The live map, as a widget: values in, wishes out. Qt Quick and Qt Location end here. UI thread.
///
/// It shows no tiles until setTileSource(); everything else works without them. The selection is not its own: a click
/// asks by `selectionRequested`, and setSelection() shows what the console made of it.
class MapView : public QWidget
{
    Q_OBJECT
public:
    using DescribeDriver = std::function<MapCard(const DriverId &)>;
    using DescribeStop = std::function<MapCard(const StopId &)>;
    using DescribeClosure = std::function<MapCard(const ClosureId &)>;

    /// \a clock tells how old fixes are and must outlive the view.
    explicit MapView(const Clock &clock, QWidget *parent = nullptr);
    ~MapView() override;

    /// Where fetched tiles are kept; the user's cache directory unless told otherwise. Counts from the next source on.
    void setTileCacheDirectory(const QString &directory);
    /// Fails with Malformed or Storage and then shows a plain ground; an empty source is one too.
    Result<> setTileSource(const TileSource &source);

    void setStops(const QList<StopMarker> &stops);
    void setDrivers(const QList<DriverMarker> &drivers);
    void setRoutes(const QList<RouteLine> &routes);
    void setDepots(const QList<DepotMarker> &depots);
    void setClosures(const QList<ClosureArea> &closures);
    void setTrail(const QList<QGeoCoordinate> &trail); ///< Where the selected driver was, oldest first.
    void setSelection(const MapSelection &selection);
    void setDescriptions(DescribeDriver driver, DescribeStop stop);
    void setClosureDescription(DescribeClosure closure) { m_describeClosure = std::move(closure); }
    void setLayers(MapLayers layers);
    [[nodiscard]] MapLayers layers() const { return m_layers; }

    [[nodiscard]] MapCamera camera() const;
    void setCamera(const MapCamera &camera); ///< At once.
    void flyTo(const MapCamera &camera);
    void fit(const QList<QGeoCoordinate> &places);
    void fit(const MapSelection &selection);
    void fitSelection(); ///< Everything when nothing is selected.
    /// Moves the map to \a place unless it is in sight already, or the person follows a driver or draws.
    void reveal(const QGeoCoordinate &place);
    void fitAll();
    /// Keeps \a driver in the middle until the person moves the map or an invalid id comes.
    void followDriver(const DriverId &driver);
    [[nodiscard]] DriverId followedDriver() const { return m_followed; }
    /// The next click says where something is (picked()) instead of selecting; Escape gives it up.
    void setPicking(bool picking);
    [[nodiscard]] bool isPicking() const noexcept { return m_isPicking; }
    /// Clicks are the corners of an area (sketched()) instead of selecting: Enter, a double click or a click on the
    /// first corner ends it, Backspace takes the last corner back, Escape gives it up.
    void setSketching(bool sketching);
    [[nodiscard]] bool isSketching() const noexcept { return m_isSketching; }
    /// The closure that lies under \a pixel; invalid for none.
    [[nodiscard]] ClosureId closureAt(QPointF pixel) const;
    /// What is under \a pixel, for menus and for what is dropped there; invalid when it is something else.
    [[nodiscard]] StopId stopAt(QPointF pixel) const;
    [[nodiscard]] DriverId driverAt(QPointF pixel) const;
    [[nodiscard]] RouteId routeAt(QPointF pixel) const; ///< Whose line.
    /// Where \a stop is drawn; nothing when it has no place.
    [[nodiscard]] std::optional<QPointF> pixelOf(const StopId &stop) const;
    /// Off for tests and for people who want no motion.
    void setAnimated(bool animated);

    [[nodiscard]] QSize sizeHint() const override { return {900, 640}; }

Q_SIGNALS:
    void driverClicked(const Doorstep::DriverId &driver);
    void stopClicked(const Doorstep::StopId &stop);
    void driverActivated(const Doorstep::DriverId &driver); ///< Double-clicked.
    void stopActivated(const Doorstep::StopId &stop);
    /// What should be selected now, all of it: a click replaces, with Ctrl it adds or takes away, a box takes what it
    /// spans.
    void selectionRequested(const Doorstep::MapSelection &selection);
    void contextMenuRequested(const Doorstep::MapSelection &under, QPoint globalPosition);
    void picked(const QGeoCoordinate &place);
    void pickingGivenUp();
    void sketched(const QList<QGeoCoordinate> &corners); ///< Three or more.
    void sketchGivenUp();
    void closureActivated(const Doorstep::ClosureId &closure); ///< Double-clicked.
    void cameraChanged(const Doorstep::MapCamera &camera);
    void followedDriverChanged(const Doorstep::DriverId &driver);
    void layersChanged(Doorstep::MapLayers layers);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void createSurface();
    void createFurniture();
    void connectGestures();
    void arrange();
    void dress();
    void moveCamera();
    void follow();
    void hover(QPointF pixel);
    void click(QPointF pixel, Qt::KeyboardModifiers modifiers);
    void doubleClick(QPointF pixel);
    void announceSelection();
    void showSketch(std::optional<QPointF> pointer = {});
    void sketchCorner(QPointF pixel);
    void finishSketch();
    [[nodiscard]] bool isSketchKey(int key) const;
    void sketchKey(int key);
    [[nodiscard]] QMenu *createLayersMenu();

    const Clock &m_clock;
    QQuickWidget *m_quick = nullptr;
    MapOverlay *m_overlay = nullptr; // owned by the scene
    TileLayer *m_tiles = nullptr;
    CameraMotion *m_motion = nullptr;
    MapGestures *m_gestures = nullptr;
    MapButtons *m_buttons = nullptr;
    MapLegend *m_legend = nullptr;
    ScaleBar *m_scale = nullptr;
    HoverCard *m_card = nullptr;
    QLabel *m_attribution = nullptr;
    QLabel *m_hint = nullptr; ///< How to draw, while somebody does.
    ClosureLabels *m_closureLabels = nullptr;
    MapLayers m_layers = allMapLayers;
    DriverId m_followed;
    bool m_isPicking = false;
    bool m_isSketching = false;
    QList<QGeoCoordinate> m_sketch;
    QList<QGeoCoordinate> m_fitWhenShown;
    DescribeDriver m_describeDriver;
    DescribeStop m_describeStop;
    DescribeClosure m_describeClosure;
};

} // namespace Doorstep
