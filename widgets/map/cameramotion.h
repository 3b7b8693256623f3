// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/map/mercator.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace Doorstep {

/// Where the map looks, and how it gets from one place to another: smooth zoom around a pixel, a short glide after a
/// flick, a flight to a place. Keeps the camera inside the world. UI thread.
class CameraMotion : public QObject
{
    Q_OBJECT
public:
    static constexpr double maximumZoom = 19.0;

    explicit CameraMotion(QObject *parent = nullptr);

    [[nodiscard]] const MapCamera &camera() const { return m_camera; }
    [[nodiscard]] MapProjection projection() const { return {m_camera, m_size}; }
    void setSize(QSizeF size);
    /// Off: everything arrives at once, for tests and for people who want no motion.
    void setAnimated(bool animated) { m_animated = animated; }

    void jumpTo(const MapCamera &camera);
    void flyTo(const MapCamera &camera);
    /// The map follows the pointer: \a pixels to the right show what lies further west.
    void panBy(QPointF pixels);
    /// Goes on as fast as the pointer was, and slows down within half a second.
    void fling(QPointF pixelsPerSecond);
    /// What is under \a anchor stays there.
    void zoomBy(double levels, QPointF anchor, bool smoothly = true);
    void turnBy(double degrees, QPointF anchor);
    void stop();
    [[nodiscard]] bool isMoving() const { return m_timer.isActive(); }

Q_SIGNALS:
    void changed();
    void settled(); ///< Stands still after moving.

private:
    struct Zoom
    {
        double target = 0.0;
        QPointF anchor;
    };
    struct Flight
    {
        MapCamera from;
        MapCamera to;
        double seconds = 0.0;
    };

    void step();
    void apply(MapCamera camera);
    void changeAround(QPointF anchor, MapCamera camera);
    void stepZoom(double seconds);
    void stepFling(double seconds);
    void stepFlight(double seconds);
    void wake();

    MapCamera m_camera;
    QSizeF m_size{1.0, 1.0};
    bool m_animated = true;
    std::optional<Zoom> m_zoom;
    std::optional<QPointF> m_velocity; // of a fling, pixels a second
    std::optional<Flight> m_flight;
    QTimer m_timer;
    QElapsedTimer m_sinceStep;
};

} // namespace Doorstep
