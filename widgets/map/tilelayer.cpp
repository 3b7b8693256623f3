// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/tilelayer.h"

#include <QCoreApplication>
#include <QDir>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QUrl>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {
// Qt Location stretches the tiles of the whole zoom below up to the next one, so that at 13.9 a street's name is nearly
// twice its size. Our item is a little larger than the map and drawn smaller again: tiles are then shown at 0.8 to 1.6
// of their size.
constexpr double zoomAhead = 0.3;
const double enlarged = std::exp2(zoomAhead);
} // namespace

TileLayer::TileLayer(QQmlEngine &engine, QQuickItem &surface, QString cacheDirectory, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_surface(surface)
    , m_cacheDirectory(std::move(cacheDirectory))
{
    const auto fill = [this] {
        if (m_map)
            m_map->setSize(m_surface.size() * enlarged);
    };
    connect(&surface, &QQuickItem::widthChanged, this, fill);
    connect(&surface, &QQuickItem::heightChanged, this, fill);
}

TileLayer::~TileLayer()
{
    delete m_map;
}

Result<> TileLayer::setSource(const TileSource &source)
{
    if (source == m_source && m_map)
        return {};
    m_source = source;
    delete m_map;
    if (source.isEmpty())
        return {};
    return checkTileSource(source).and_then([&] { return createMap(source); });
}

Result<> TileLayer::createMap(const TileSource &source)
{
    // A new directory each time: a plugin that is going away may still read the old one.
    const QDir providers(m_providers.filePath(QString::number(++m_sources)));
    if (const auto written = writeProviders(source, providers); !written)
        return written;

    QQmlComponent component(&m_engine);
    component.loadFromModule("Doorstep.Map"_L1, "TileMap"_L1);
    const auto userAgent = u"%1/%2 (desktop console)"_s.arg(
        u"Doorstep"_s,
        QCoreApplication::applicationVersion().isEmpty() ? u"0"_s : QCoreApplication::applicationVersion());
    auto *object = component.createWithInitialProperties({
        {u"providers"_s, QUrl::fromLocalFile(providers.path()).toString()},
        {u"cacheDirectory"_s, QDir(m_cacheDirectory).filePath(cacheNameOf(source))},
        {u"userAgent"_s, userAgent},
        {u"highResolution"_s, source.hasHighResolution()},
        {u"dark"_s, m_dark},
    });
    m_map = qobject_cast<QQuickItem *>(object);
    if (!m_map) {
        delete object;
        return failure(Error::Kind::Malformed, component.errorString());
    }
    m_map->setParent(this);
    m_map->setParentItem(&m_surface);
    m_map->setZ(-1.0);
    m_map->setTransformOrigin(QQuickItem::TopLeft);
    m_map->setScale(1.0 / enlarged);
    m_map->setSize(m_surface.size() * enlarged);
    const auto camera = m_camera;
    m_camera = {};
    setCamera(camera);
    return {};
}

void TileLayer::setCamera(const MapCamera &camera)
{
    if (m_map) {
        // Each property costs Qt Location a pass over its tiles, so only what differs is set.
        if (camera.bearing != m_map->property("bearing").toDouble())
            m_map->setProperty("bearing", camera.bearing);
        if (camera.zoom + zoomAhead != m_map->property("zoomLevel").toDouble())
            m_map->setProperty("zoomLevel", camera.zoom + zoomAhead);
        if (camera.centre != m_map->property("center").value<QGeoCoordinate>())
            m_map->setProperty("center", QVariant::fromValue(camera.centre));
    }
    m_camera = camera;
}

void TileLayer::setDark(bool dark)
{
    m_dark = dark;
    if (m_map)
        m_map->setProperty("dark", dark);
}

} // namespace Doorstep

#include "moc_tilelayer.cpp"
