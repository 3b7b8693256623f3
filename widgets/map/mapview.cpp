// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/mapview.h"

#include "widgets/map/cameramotion.h"
#include "widgets/map/closurelabels.h"
#include "widgets/map/hovercard.h"
#include "widgets/map/mapbuttons.h"
#include "widgets/map/mapgestures.h"
#include "widgets/map/maplegend.h"
#include "widgets/map/mapoverlay.h"
#include "widgets/map/tilelayer.h"
#include "widgets/parts/fonts.h"
#include "widgets/parts/theme.h"

#include <QAccessible>
#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickWidget>
#include <QStandardPaths>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {
constexpr int edge = 12; // between the map's edge and what lies on it
} // namespace

MapView::MapView(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
{
    m_motion = new CameraMotion(this); // here, not above: each new child is an event of ours, and event() looks at them
    m_gestures = new MapGestures(*m_motion, this);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_AcceptTouchEvents);
    setAccessibleName(tr("Map"));
    setAccessibleDescription(tr("Drivers, stops and routes. The lists beside it hold the same."));
    setAnimated(style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0);
    createSurface();
    createFurniture();
    connectGestures();
    connect(m_motion, &CameraMotion::changed, this, &MapView::moveCamera);
    dress();
    moveCamera();
}

MapView::~MapView() = default;

void MapView::createSurface()
{
    m_quick = new QQuickWidget(this);
    m_quick->setResizeMode(QQuickWidget::SizeRootObjectToView);
    m_quick->setFocusPolicy(Qt::NoFocus);
    m_quick->setAttribute(Qt::WA_TransparentForMouseEvents); // our own gestures, not Qt Quick's

    auto *component = new QQmlComponent(m_quick->engine(), m_quick);
    component->loadFromModule("Doorstep.Map"_L1, "MapSurface"_L1);
    auto *surface = qobject_cast<QQuickItem *>(component->create());
    Q_ASSERT_X(surface, "MapView", qPrintable(component->errorString())); // it is compiled in
    m_quick->setContent(component->url(), component, surface);

    m_overlay = new MapOverlay(m_clock, surface);
    const auto fill = [this, surface] { m_overlay->setSize(surface->size()); };
    connect(surface, &QQuickItem::widthChanged, m_overlay, fill);
    connect(surface, &QQuickItem::heightChanged, m_overlay, fill);
    m_tiles = new TileLayer(*m_quick->engine(), *surface,
                            QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + "/tiles"_L1, this);
}

void MapView::createFurniture()
{
    m_legend = new MapLegend(this);
    m_scale = new ScaleBar(this);
    m_attribution = new QLabel(this);
    m_attribution->setTextFormat(Qt::PlainText);
    m_attribution->setFont(scaled(font(), 0.8));
    m_attribution->setContentsMargins(6, 2, 6, 2);
    m_attribution->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_attribution->setForegroundRole(QPalette::PlaceholderText);
    m_attribution->setAutoFillBackground(true);
    m_attribution->hide();
    m_hint =
        new QLabel(tr("Click the corners. Enter ends, Backspace takes the last one back, Escape gives it up."), this);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setContentsMargins(10, 6, 10, 6);
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_hint->setAutoFillBackground(true);
    m_hint->hide();
    m_closureLabels = new ClosureLabels(this, m_legend);
    m_card = new HoverCard(this);
    m_buttons = new MapButtons(this);
    m_buttons->setLayersMenu(createLayersMenu());
    const auto zoom = [this](double levels) { m_motion->zoomBy(levels, QPointF(width(), height()) / 2.0); };
    connect(m_buttons, &MapButtons::zoomInRequested, this, [zoom] { zoom(1.0); });
    connect(m_buttons, &MapButtons::zoomOutRequested, this, [zoom] { zoom(-1.0); });
    connect(m_buttons, &MapButtons::fitRequested, this, &MapView::fitSelection);
}

QMenu *MapView::createLayersMenu()
{
    auto *menu = new QMenu(this);
    const auto add = [this, menu](MapLayer layer, const QString &text) {
        auto *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, this,
                [this, layer](bool on) { setLayers(MapLayers(m_layers).setFlag(layer, on)); });
        connect(this, &MapView::layersChanged, action,
                [action, layer](MapLayers layers) { action->setChecked(layers.testFlag(layer)); });
    };
    add(MapLayer::Drivers, tr("Drivers"));
    add(MapLayer::Routes, tr("Routes"));
    add(MapLayer::OpenStops, tr("Open stops"));
    add(MapLayer::DoneStops, tr("Done stops"));
    add(MapLayer::Closures, tr("Closures"));
    add(MapLayer::Trail, tr("Trail of the selected driver"));
    return menu;
}

bool MapView::event(QEvent *event)
{
    // Some of these keys are the window's shortcuts, too.
    if (event->type() == QEvent::ShortcutOverride && isSketchKey(static_cast<const QKeyEvent *>(event)->key())) {
        event->accept();
        return true;
    }
    if (m_gestures && event->type() != QEvent::KeyPress && m_gestures->handle(*event)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void MapView::keyPressEvent(QKeyEvent *event)
{
    if (isSketchKey(event->key())) {
        sketchKey(event->key());
        return;
    }
    if (m_gestures->handle(*event))
        return;
    if (event->key() == Qt::Key_F && event->modifiers() == Qt::NoModifier) {
        fitSelection();
        return;
    }
    if (event->key() == Qt::Key_Escape && m_isPicking) {
        setPicking(false);
        Q_EMIT pickingGivenUp();
        return;
    }
    if (event->key() == Qt::Key_Escape && !m_overlay->scene().selection().isEmpty()) {
        Q_EMIT selectionRequested({});
        return;
    }
    QWidget::keyPressEvent(event);
}

void MapView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (m_overlay && (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange))
        dress();
}

void MapView::dress()
{
    const auto look = MapPalette::of(Theme::of(palette()));
    m_quick->setClearColor(look.land);
    m_overlay->setLook(look, font());
    m_tiles->setDark(look.dark);
    arrange();
}

void MapView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_quick->setGeometry(rect());
    m_motion->setSize(size());
    arrange();
    moveCamera();
}

void MapView::arrange()
{
    const auto put = [this](QWidget *widget, Qt::Alignment where) {
        widget->setGeometry(QStyle::alignedRect(layoutDirection(), where, widget->sizeHint(),
                                                rect().adjusted(edge, edge, -edge, -edge)));
    };
    put(m_buttons, Qt::AlignTop | Qt::AlignRight);
    put(m_hint, Qt::AlignTop | Qt::AlignHCenter);
    put(m_legend, Qt::AlignBottom | Qt::AlignLeft);
    put(m_attribution, Qt::AlignBottom | Qt::AlignRight);
    put(m_scale, Qt::AlignBottom | Qt::AlignLeft);
    // Who made the map is always said. On a small map the scale goes first, then the legend.
    const int credit = m_attribution->text().isEmpty() ? 0 : m_attribution->width() + edge;
    const int room = width() - (2 * edge) - credit;
    m_legend->setVisible(m_legend->width() <= room);
    const int beside = m_legend->width() + edge;
    m_scale->move(m_scale->x() + (layoutDirection() == Qt::RightToLeft ? -beside : beside), m_scale->y());
    m_scale->setVisible(beside + m_scale->width() <= room);
}

void MapView::moveCamera()
{
    m_tiles->setCamera(m_motion->camera());
    m_overlay->setCamera(m_motion->camera());
    m_scale->setMetersPerPixel(m_motion->projection().metersPerPixel());
    m_closureLabels->place(m_motion->projection());
    m_card->hide();
    Q_EMIT cameraChanged(m_motion->camera());
}

void MapView::setTileCacheDirectory(const QString &directory)
{
    m_tiles->setCacheDirectory(directory);
}

Result<> MapView::setTileSource(const TileSource &source)
{
    m_attribution->setText(source.attribution);
    m_attribution->setVisible(!source.isEmpty() && !source.attribution.isEmpty());
    arrange();
    return m_tiles->setSource(source);
}

void MapView::setStops(const QList<StopMarker> &stops)
{
    m_overlay->setStops(stops);
}

void MapView::setDrivers(const QList<DriverMarker> &drivers)
{
    m_overlay->setDrivers(drivers);
    follow();
}

void MapView::setRoutes(const QList<RouteLine> &routes)
{
    m_overlay->setRoutes(routes);
}

void MapView::setDepots(const QList<DepotMarker> &depots)
{
    m_overlay->setDepots(depots);
}

void MapView::setTrail(const QList<QGeoCoordinate> &trail)
{
    m_overlay->setTrail(trail);
}

void MapView::setSelection(const MapSelection &selection)
{
    if (selection == m_overlay->scene().selection())
        return;
    m_overlay->setSelection(selection);
    announceSelection();
}

void MapView::setDescriptions(DescribeDriver driver, DescribeStop stop)
{
    m_describeDriver = std::move(driver);
    m_describeStop = std::move(stop);
}

void MapView::setLayers(MapLayers layers)
{
    if (layers == m_layers)
        return;
    m_layers = layers;
    m_overlay->setLayers(layers);
    m_closureLabels->setShown(layers.testFlag(MapLayer::Closures));
    m_closureLabels->place(m_motion->projection());
    Q_EMIT layersChanged(layers);
}

// The lists are what a screen reader walks through; the map only says what happened on it.
void MapView::announceSelection()
{
    if (!QAccessible::isActive())
        return;
    const auto &selection = m_overlay->scene().selection();
    const auto stops = int(selection.stops.size());
    const auto drivers = int(selection.drivers.size());
    QStringList parts;
    if (drivers > 0)
        parts.append(tr("%n driver(s) selected", "", drivers));
    if (stops > 0)
        parts.append(tr("%n stop(s) selected", "", stops));
    if (parts.isEmpty())
        return;
    QAccessibleAnnouncementEvent event(this, parts.join(u", "));
    QAccessible::updateAccessibility(&event);
}

} // namespace Doorstep

#include "moc_mapview.cpp"
