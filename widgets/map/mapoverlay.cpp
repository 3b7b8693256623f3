// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/mapoverlay.h"

#include "models/domain/clock.h"
#include "widgets/map/meshnodes.h"
#include "widgets/parts/theme.h"

#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QQuickWindow>
#include <QSGRendererInterface>
#include <QSGTexture>

#include <cmath>

using namespace std::chrono_literals;

namespace Doorstep {

namespace {
constexpr auto glideTick = 33ms;
constexpr auto softwareGlideTick = 125ms; // where every frame is drawn by the processor, most of it stays free
constexpr auto ageTick = 5s; // rings fade in steps of 36 s

/// Keeps the nodes of one overlay together. Owns its texture.
class OverlayNode : public QSGTransformNode
{
public:
    OverlayNode()
    {
        for (auto *opacity : {&fadedStopsOpacity, &fadedDriversOpacity})
            (*opacity).setOpacity(fadedOpacity);
        for (QSGNode *node : std::initializer_list<QSGNode *>{&lines, &fadedStopsOpacity, &stops, &fadedDriversOpacity,
                                                              &drivers, &fadedStops, &fadedDrivers, &band, &moved})
            node->setFlag(OwnedByParent, false);
        appendChildNode(&moved);
        appendChildNode(&band);
        moved.appendChildNode(&lines);
        moved.appendChildNode(&fadedStopsOpacity);
        moved.appendChildNode(&stops);
        moved.appendChildNode(&fadedDriversOpacity);
        moved.appendChildNode(&drivers);
        fadedStopsOpacity.appendChildNode(&fadedStops);
        fadedDriversOpacity.appendChildNode(&fadedDrivers);
    }

    std::unique_ptr<QSGTexture> texture; // first, so that it outlives the nodes that draw with it
    quint64 textureGeneration = 0;
    QSGTransformNode moved;
    LineNode lines;
    QSGOpacityNode fadedStopsOpacity;
    SpriteNode fadedStops;
    SpriteNode stops;
    QSGOpacityNode fadedDriversOpacity;
    SpriteNode fadedDrivers;
    SpriteNode drivers;
    LineNode band;
};

bool rendersInSoftware(QQuickWindow &window)
{
    auto *context = static_cast<QOpenGLContext *>(
        window.rendererInterface()->getResource(&window, QSGRendererInterface::OpenGLContextResource));
    if (!context)
        return false; // Vulkan, Metal or Direct3D: a processor behind those is rare
    const auto *name = reinterpret_cast<const char *>(context->functions()->glGetString(GL_RENDERER));
    const auto renderer = QByteArrayView(name ? name : "").toByteArray().toLower();
    return renderer.contains("llvmpipe") || renderer.contains("softpipe") || renderer.contains("swrast");
}

LineMesh bandMesh(const QRectF &band, const MapPalette &palette)
{
    LineMesh mesh;
    if (band.isEmpty())
        return mesh;
    auto inside = palette.accent;
    inside.setAlphaF(0.14F);
    mesh.addRectangle(band, inside);
    const QPointF outline[]{band.topLeft(), band.topRight(), band.bottomRight(), band.bottomLeft(), band.topLeft()};
    mesh.addPolyline(outline, 1.5, palette.accent, band.adjusted(-2, -2, 2, 2));
    return mesh;
}
} // namespace

MapOverlay::MapOverlay(const Clock &clock, QQuickItem *parent)
    : QQuickItem(parent)
    , m_clock(clock)
    , m_palette(MapPalette::of(Theme::light()))
{
    setFlag(ItemHasContents);
    m_steady.start();
    m_steadyNow = [this] { return DriverGlides::Time(m_steady.elapsed()); };
    m_gliding.setInterval(glideTick);
    connect(&m_gliding, &QTimer::timeout, this, &MapOverlay::tick);
    m_ageing.setInterval(ageTick);
    connect(&m_ageing, &QTimer::timeout, this, [this] { touch(Drivers); });
    m_ageing.start();
}

MapOverlay::~MapOverlay() = default;

void MapOverlay::touch(int parts)
{
    m_dirty |= parts;
    update();
}

void MapOverlay::setStops(const QList<StopMarker> &stops)
{
    if (stops == m_givenStops)
        return;
    m_givenStops = stops;
    const auto entrances = m_scene.entrances();
    m_scene.setStops(stops);
    touch(entrances == m_scene.entrances() ? Stops : Stops | Lines);
}

void MapOverlay::setDrivers(const QList<DriverMarker> &drivers)
{
    if (drivers == m_givenDrivers)
        return;
    m_givenDrivers = drivers;
    m_scene.setDrivers(drivers, m_steadyNow());
    touch(Drivers);
    if (m_scene.isGliding(m_steadyNow()))
        m_gliding.start();
}

void MapOverlay::setRoutes(const QList<RouteLine> &routes)
{
    if (routes == m_givenRoutes)
        return;
    m_givenRoutes = routes;
    m_scene.setRoutes(routes);
    touch(Lines);
}

void MapOverlay::setDepots(const QList<DepotMarker> &depots)
{
    m_scene.setDepots(depots);
    touch(Stops);
}

void MapOverlay::setClosures(const QList<ClosureArea> &closures)
{
    m_scene.setClosures(closures);
    touch(Lines);
}

void MapOverlay::setSketch(const QList<QGeoCoordinate> &corners)
{
    m_scene.setSketch(corners);
    touch(Lines);
}

void MapOverlay::setTrail(const QList<QGeoCoordinate> &trail)
{
    m_scene.setTrail(trail);
    touch(Lines);
}

void MapOverlay::setSelection(const MapSelection &selection)
{
    if (selection == m_scene.selection())
        return;
    m_scene.setSelection(selection);
    touch(Everything);
}

void MapOverlay::setLayers(MapLayers layers)
{
    m_scene.setLayers(layers);
    touch(Everything);
}

void MapOverlay::setCamera(const MapCamera &camera)
{
    m_camera = camera;
    update();
}

void MapOverlay::setLook(const MapPalette &palette, const QFont &font)
{
    m_palette = palette;
    m_font = font;
    m_lookChanged = true;
    touch(Everything);
}

void MapOverlay::setRubberBand(const QRectF &band)
{
    m_band = band;
    update();
}

void MapOverlay::itemChange(ItemChange change, const ItemChangeData &data)
{
    if (change == ItemDevicePixelRatioHasChanged)
        touch(Everything);
    QQuickItem::itemChange(change, data);
}

void MapOverlay::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickItem::geometryChange(now, before);
    update();
}

// A frame costs a software renderer a lot, so one is asked for only when some marker has come to another pixel.
void MapOverlay::tick()
{
    const auto now = m_steadyNow();
    const auto ratio = m_atlas.devicePixelRatio();
    std::vector<QPoint> places;
    places.reserve(size_t(m_scene.drivers().size()));
    for (const auto &driver : m_scene.drivers())
        places.push_back((m_frame.projection.toScreen(m_scene.driverPlace(driver, now)) * ratio).toPoint());
    if (places != m_drawnDrivers) {
        m_drawnDrivers = std::move(places);
        touch(Drivers);
    }
    if (!m_scene.isGliding(now))
        m_gliding.stop();
}

bool MapOverlay::frameStillFits(const MapProjection &projection) const
{
    if (m_camera.zoom != m_frameCamera.zoom || m_camera.bearing != m_frameCamera.bearing
        || projection.size() != m_frame.projection.size())
        return false;
    const auto moved =
        m_frame.projection.toScreen(projection.centre()) - m_frame.projection.toScreen(m_frame.projection.centre());
    return std::max(std::abs(moved.x()), std::abs(moved.y())) < m_frame.margin;
}

void MapOverlay::buildMeshes()
{
    if (m_dirty & Lines) {
        m_lines.clear();
        meshLines(m_lines, m_scene, m_frame);
    }
    if (m_dirty & Stops) {
        m_stops.clear();
        meshStops(m_stops, m_scene, m_frame, m_atlas);
        ++m_meshesBuilt;
    }
    if (m_dirty & Drivers) {
        m_drivers.clear();
        meshDrivers(m_drivers, m_scene, m_frame, m_atlas, m_steadyNow(), m_clock.now());
    }
}

QSGNode *MapOverlay::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    auto *node = static_cast<OverlayNode *>(old);
    if (!node) {
        node = new OverlayNode;
        m_dirty = Everything;
        m_gliding.setInterval(rendersInSoftware(*window()) ? softwareGlideTick : glideTick);
    }
    const auto ratio = window()->effectiveDevicePixelRatio();
    if (m_lookChanged || ratio != m_atlas.devicePixelRatio()) {
        m_atlas.reset(m_palette, m_font, ratio);
        m_lookChanged = false;
        m_dirty = Everything;
    }
    const MapProjection projection(m_camera, size());
    if (!frameStillFits(projection)) {
        m_frame.projection = projection;
        m_frameCamera = m_camera;
        m_dirty = Everything;
    }
    m_frame.zoom = m_camera.zoom;
    m_frame.margin = std::max(width(), height()) / 3.0;
    m_frame.palette = m_palette;
    buildMeshes();

    // The old texture must live until every material has the new one.
    std::unique_ptr<QSGTexture> oldTexture;
    if (!node->texture || node->textureGeneration != m_atlas.generation()) {
        oldTexture = std::move(node->texture);
        node->texture.reset(window()->createTextureFromImage(m_atlas.image(), QQuickWindow::TextureHasAlphaChannel));
        node->textureGeneration = m_atlas.generation();
        m_dirty |= Stops | Drivers; // their texture coordinates depend on its size
    }
    if (m_dirty & Lines)
        node->lines.setMesh(m_lines);
    if (m_dirty & Stops) {
        node->fadedStops.setMesh(m_stops.faded, node->texture.get());
        node->stops.setMesh(m_stops.strong, node->texture.get());
    }
    if (m_dirty & Drivers) {
        node->fadedDrivers.setMesh(m_drivers.faded, node->texture.get());
        node->drivers.setMesh(m_drivers.strong, node->texture.get());
    }
    m_dirty = Nothing;

    const auto moved =
        projection.toScreen(m_frame.projection.centre()) - m_frame.projection.toScreen(m_frame.projection.centre());
    QMatrix4x4 matrix;
    matrix.translate(float(std::round(moved.x() * ratio) / ratio), float(std::round(moved.y() * ratio) / ratio));
    node->moved.setMatrix(matrix);
    node->band.setMesh(bandMesh(m_band, m_palette));
    return node;
}

} // namespace Doorstep

#include "moc_mapoverlay.cpp"
