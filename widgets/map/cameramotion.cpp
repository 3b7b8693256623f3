// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/cameramotion.h"

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;

namespace Doorstep {

namespace {
constexpr auto tick = 16ms;
constexpr double flightSeconds = 0.3;
constexpr double zoomPace = 14.0; // share of the way a second, as an exponent
constexpr double flingDecay = 6.0;
constexpr double slowestFling = 30.0; // pixels a second
constexpr double fastestFling = 4000.0;
} // namespace

CameraMotion::CameraMotion(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(tick);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &CameraMotion::step);
}

void CameraMotion::setSize(QSizeF size)
{
    m_size = size.expandedTo(QSizeF(1.0, 1.0));
    apply(m_camera);
}

// The world fills the picture in both directions, as the tiles' own engine wants it too.
void CameraMotion::apply(MapCamera camera)
{
    const auto finite = [](double value, double otherwise) { return std::isfinite(value) ? value : otherwise; };
    const auto least = std::max(std::log2(std::max(m_size.width(), m_size.height()) / 256.0), 1.0);
    camera.zoom = std::clamp(finite(camera.zoom, m_camera.zoom), std::min(least, maximumZoom), maximumZoom);
    camera.bearing = std::fmod(std::fmod(finite(camera.bearing, 0.0), 360.0) + 360.0, 360.0);
    auto centre = toWorld(camera.centre).value_or(toWorld(m_camera.centre).value_or(WorldPoint{}));
    const auto halfHeight = MapProjection(camera, m_size).worldBounds().height() / 2.0;
    centre.y = halfHeight < 0.5 ? std::clamp(centre.y, halfHeight, 1.0 - halfHeight) : 0.5;
    camera.centre = toCoordinate(centre);
    if (camera == m_camera)
        return;
    m_camera = camera;
    Q_EMIT changed();
}

void CameraMotion::jumpTo(const MapCamera &camera)
{
    stop();
    apply(camera);
}

void CameraMotion::flyTo(const MapCamera &camera)
{
    const auto target = toWorld(camera.centre);
    const auto far = !target
        || !QRectF(QPointF(), m_size * 5.0)
                .translated(-2.0 * m_size.width(), -2.0 * m_size.height())
                .contains(projection().toScreen(*target));
    if (!m_animated || far) {
        jumpTo(camera); // a flight over half a country is a blur of grey tiles
        return;
    }
    stop();
    m_flight = Flight{.from = m_camera, .to = camera, .seconds = 0.0};
    wake();
}

void CameraMotion::panBy(QPointF pixels)
{
    m_flight.reset();
    auto camera = m_camera;
    const auto middle = QPointF(m_size.width(), m_size.height()) / 2.0;
    camera.centre = toCoordinate(projection().fromScreen(middle - pixels));
    apply(camera);
}

void CameraMotion::fling(QPointF pixelsPerSecond)
{
    const auto speed = std::hypot(pixelsPerSecond.x(), pixelsPerSecond.y());
    if (!m_animated || !(speed > slowestFling))
        return;
    m_velocity = pixelsPerSecond * std::min(1.0, fastestFling / speed);
    wake();
}

void CameraMotion::zoomBy(double levels, QPointF anchor, bool smoothly)
{
    m_flight.reset();
    m_velocity.reset();
    const auto target = (m_zoom ? m_zoom->target : m_camera.zoom) + levels;
    if (smoothly && m_animated) {
        m_zoom = Zoom{.target = std::clamp(target, 0.0, maximumZoom), .anchor = anchor};
        wake();
        return;
    }
    m_zoom.reset();
    auto camera = m_camera;
    camera.zoom = target;
    changeAround(anchor, camera);
}

void CameraMotion::turnBy(double degrees, QPointF anchor)
{
    auto camera = m_camera;
    camera.bearing += degrees;
    changeAround(anchor, camera);
}

// Changes zoom or bearing, then moves the centre so that the place under the anchor is under it again.
void CameraMotion::changeAround(QPointF anchor, MapCamera camera)
{
    const auto place = projection().fromScreen(anchor);
    const auto least = std::log2(std::max(m_size.width(), m_size.height()) / 256.0);
    camera.zoom = std::clamp(camera.zoom, std::min(std::max(least, 1.0), maximumZoom), maximumZoom);
    const MapProjection next(camera, m_size);
    const auto now = next.fromScreen(anchor);
    camera.centre = toCoordinate({.x = next.centre().x + place.x - now.x, .y = next.centre().y + place.y - now.y});
    apply(camera);
}

void CameraMotion::stop()
{
    m_zoom.reset();
    m_velocity.reset();
    m_flight.reset();
    m_timer.stop();
}

void CameraMotion::wake()
{
    if (m_timer.isActive())
        return;
    m_sinceStep.start();
    m_timer.start();
}

void CameraMotion::step()
{
    const auto seconds = std::min(double(m_sinceStep.nsecsElapsed()) / 1e9, 0.1);
    m_sinceStep.start();
    stepZoom(seconds);
    stepFling(seconds);
    stepFlight(seconds);
    if (!m_zoom && !m_velocity && !m_flight) {
        m_timer.stop();
        Q_EMIT settled();
    }
}

void CameraMotion::stepZoom(double seconds)
{
    if (!m_zoom)
        return;
    const auto rest = m_zoom->target - m_camera.zoom;
    auto camera = m_camera;
    const auto arrives = std::abs(rest) < 0.01;
    camera.zoom += arrives ? rest : rest * (1.0 - std::exp(-zoomPace * seconds));
    const auto before = m_camera.zoom;
    changeAround(m_zoom->anchor, camera);
    if (arrives || m_camera.zoom == before) // arrived, or at the end of the scale
        m_zoom.reset();
}

void CameraMotion::stepFling(double seconds)
{
    if (!m_velocity)
        return;
    const auto velocity = *m_velocity;
    panBy(velocity * seconds);
    m_velocity = velocity * std::exp(-flingDecay * seconds);
    if (std::hypot(m_velocity->x(), m_velocity->y()) < slowestFling)
        m_velocity.reset();
}

void CameraMotion::stepFlight(double seconds)
{
    if (!m_flight)
        return;
    m_flight->seconds += seconds;
    const auto share = std::min(m_flight->seconds / flightSeconds, 1.0);
    if (share >= 1.0) {
        const auto to = m_flight->to;
        m_flight.reset();
        apply(to);
        return;
    }
    const auto eased = 1.0 - std::pow(1.0 - share, 3.0);
    const auto &[from, to, elapsed] = *m_flight;
    const auto a = toWorld(from.centre).value_or(WorldPoint{});
    const auto b = toWorld(to.centre).value_or(a);
    const auto bx = nearestCopy(b.x, a.x);
    auto camera = to;
    camera.centre = toCoordinate({.x = a.x + (bx - a.x) * eased, .y = a.y + (b.y - a.y) * eased});
    camera.zoom = from.zoom + (to.zoom - from.zoom) * eased;
    camera.bearing = from.bearing + std::remainder(to.bearing - from.bearing, 360.0) * eased;
    apply(camera);
}

} // namespace Doorstep

#include "moc_cameramotion.cpp"
