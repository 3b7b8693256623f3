// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"
#include "widgets/map/mercator.h"
#include "widgets/map/tilesource.h"

#include <QObject>
#include <QPointer>
#include <QTemporaryDir>

class QQmlEngine;
class QQuickItem;

namespace Doorstep {

/// The tiles: all that is left of Qt Location behind our interface. Without a source there is no layer, and the map
/// still works on a plain ground. UI thread.
class TileLayer : public QObject
{
    Q_OBJECT
public:
    /// \a surface gets the tiles as its lowest child, as large as itself. \a cacheDirectory keeps those that were
    /// fetched.
    TileLayer(QQmlEngine &engine, QQuickItem &surface, QString cacheDirectory, QObject *parent = nullptr);
    ~TileLayer() override;
    Q_DISABLE_COPY_MOVE(TileLayer)

    /// Fails with Malformed or Storage, and shows no tiles then; an empty source shows none either.
    Result<> setSource(const TileSource &source);
    void setCacheDirectory(const QString &directory) { m_cacheDirectory = directory; }
    void setCamera(const MapCamera &camera);
    void setDark(bool dark);

    /// Qt Location's own item, for tests that hold its projection against ours; null without a source.
    [[nodiscard]] QQuickItem *item() const { return m_map; }

private:
    Result<> createMap(const TileSource &source);

    QQmlEngine &m_engine;
    QQuickItem &m_surface;
    QString m_cacheDirectory;
    QTemporaryDir m_providers; // read by the plugin while it lives
    TileSource m_source;
    QPointer<QQuickItem> m_map;
    MapCamera m_camera;
    bool m_dark = false;
    int m_sources = 0;
};

} // namespace Doorstep
