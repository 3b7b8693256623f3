// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/mapgestures.h"

#include "widgets/map/cameramotion.h"

#include <QGuiApplication>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QStyleHints>
#include <QTouchEvent>
#include <QWheelEvent>

#include <cmath>

namespace Doorstep {

namespace {
constexpr qint64 velocityWindow = 100; // ms
constexpr double wheelNotch = 120.0; // eighths of a degree, by Qt's convention
constexpr double levelsPerNotch = 0.5;
constexpr double levelsPerKey = 1.0;
constexpr double keyPan = 96.0; // pixels

bool spansBox(Qt::KeyboardModifiers modifiers)
{
    return modifiers & (Qt::ShiftModifier | Qt::ControlModifier);
}
} // namespace

MapGestures::MapGestures(CameraMotion &motion, QObject *parent)
    : QObject(parent)
    , m_motion(motion)
{
    m_time.start();
}

bool MapGestures::handle(QEvent &event)
{
    switch (event.type()) {
    case QEvent::MouseButtonPress:
        return press(static_cast<const QMouseEvent &>(event));
    case QEvent::MouseMove:
        return move(static_cast<const QMouseEvent &>(event));
    case QEvent::MouseButtonRelease:
        return release(static_cast<const QMouseEvent &>(event));
    case QEvent::MouseButtonDblClick:
        if (static_cast<const QMouseEvent &>(event).button() != Qt::LeftButton)
            return false;
        m_doing = Doing::Nothing;
        Q_EMIT doubleClicked(static_cast<const QMouseEvent &>(event).position());
        return true;
    case QEvent::Wheel:
        return wheel(static_cast<const QWheelEvent &>(event));
    case QEvent::NativeGesture:
        return pinch(static_cast<const QNativeGestureEvent &>(event));
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
        return touch(static_cast<const QTouchEvent &>(event));
    case QEvent::KeyPress:
        return key(static_cast<const QKeyEvent &>(event));
    case QEvent::Leave:
        Q_EMIT left();
        return false;
    default:
        return false;
    }
}

bool MapGestures::press(const QMouseEvent &event)
{
    m_motion.stop();
    if (event.button() == Qt::RightButton) {
        Q_EMIT contextRequested(event.position());
        return true;
    }
    if (event.button() != Qt::LeftButton && event.button() != Qt::MiddleButton)
        return false;
    m_doing = Doing::Pressed;
    m_spansBox = spansBox(event.modifiers()); // of the press: a key let go of halfway does not turn a box into a pan
    m_pressedAt = m_lastAt = event.position();
    m_traces = {{.milliseconds = m_time.elapsed(), .at = event.position()}};
    Q_EMIT left(); // no hover card while the hand works
    return true;
}

bool MapGestures::move(const QMouseEvent &event)
{
    const auto at = event.position();
    if (m_doing == Doing::Nothing) {
        if (event.buttons() == Qt::NoButton)
            Q_EMIT pointed(at);
        return true;
    }
    if (m_doing == Doing::Pressed) {
        if ((at - m_pressedAt).manhattanLength() < QGuiApplication::styleHints()->startDragDistance())
            return true;
        m_doing = m_spansBox ? Doing::Boxing : Doing::Panning;
        if (m_doing == Doing::Panning)
            Q_EMIT takenByHand();
    }
    if (m_doing == Doing::Boxing) {
        Q_EMIT boxChanged(QRectF(m_pressedAt, at).normalized());
        return true;
    }
    m_motion.panBy(at - m_lastAt);
    m_lastAt = at;
    m_traces.push_back({m_time.elapsed(), at});
    while (m_traces.size() > 2 && m_traces.front().milliseconds < m_time.elapsed() - velocityWindow)
        m_traces.pop_front();
    return true;
}

QPointF MapGestures::velocity() const
{
    const auto now = m_time.elapsed();
    if (m_traces.size() < 2 || m_traces.back().milliseconds < now - velocityWindow / 2)
        return {}; // the hand stood still before it let go
    const auto milliseconds = m_traces.back().milliseconds - m_traces.front().milliseconds;
    if (milliseconds < 10)
        return {};
    return (m_traces.back().at - m_traces.front().at) * (1000.0 / double(milliseconds));
}

bool MapGestures::release(const QMouseEvent &event)
{
    const auto done = m_doing;
    m_doing = Doing::Nothing;
    switch (done) {
    case Doing::Pressed:
        Q_EMIT clicked(event.position(), event.modifiers());
        return true;
    case Doing::Panning:
        m_motion.fling(velocity());
        return true;
    case Doing::Boxing:
        Q_EMIT boxChanged({});
        Q_EMIT boxed(QRectF(m_pressedAt, event.position()).normalized(), event.modifiers());
        return true;
    case Doing::Nothing:
        return false;
    }
    return false;
}

bool MapGestures::wheel(const QWheelEvent &event)
{
    Q_EMIT left();
    const auto isTouchPad = event.device()->type() == QInputDevice::DeviceType::TouchPad && event.hasPixelDelta();
    if (isTouchPad && !(event.modifiers() & Qt::ControlModifier)) {
        Q_EMIT takenByHand();
        m_motion.stop();
        m_motion.panBy(event.pixelDelta());
        return true;
    }
    const auto delta = event.angleDelta().y() != 0 ? event.angleDelta().y() : event.angleDelta().x();
    m_motion.zoomBy(delta / wheelNotch * levelsPerNotch, event.position(), !isTouchPad);
    return true;
}

bool MapGestures::pinch(const QNativeGestureEvent &event)
{
    switch (event.gestureType()) {
    case Qt::ZoomNativeGesture:
        m_motion.zoomBy(std::log2(std::max(1.0 + event.value(), 0.1)), event.position(), false);
        return true;
    case Qt::SmartZoomNativeGesture:
        m_motion.zoomBy(1.0, event.position());
        return true;
    case Qt::BeginNativeGesture:
    case Qt::EndNativeGesture:
        return true;
    default:
        return false;
    }
}

// Two fingers move and stretch; one finger comes to us as a mouse.
bool MapGestures::touch(const QTouchEvent &event)
{
    if (event.pointCount() != 2)
        return event.pointCount() > 2;
    m_doing = Doing::Nothing;
    const auto &a = event.points().at(0);
    const auto &b = event.points().at(1);
    const auto length = [](QPointF v) { return std::hypot(v.x(), v.y()); };
    const auto before = length(a.lastPosition() - b.lastPosition());
    const auto now = length(a.position() - b.position());
    const auto middle = (a.position() + b.position()) / 2.0;
    Q_EMIT takenByHand();
    m_motion.stop();
    m_motion.panBy(middle - (a.lastPosition() + b.lastPosition()) / 2.0);
    if (before > 1.0 && now > 1.0)
        m_motion.zoomBy(std::log2(now / before), middle, false);
    return true;
}

bool MapGestures::key(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const auto size = m_motion.projection().size();
    const auto middle = QPointF(size.width(), size.height()) / 2.0;
    const auto pan = [this](QPointF pixels) {
        Q_EMIT takenByHand();
        m_motion.panBy(pixels);
        return true;
    };
    switch (event.key()) {
    case Qt::Key_Left:
        return pan({keyPan, 0.0});
    case Qt::Key_Right:
        return pan({-keyPan, 0.0});
    case Qt::Key_Up:
        return pan({0.0, keyPan});
    case Qt::Key_Down:
        return pan({0.0, -keyPan});
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_motion.zoomBy(levelsPerKey, middle);
        return true;
    case Qt::Key_Minus:
        m_motion.zoomBy(-levelsPerKey, middle);
        return true;
    case Qt::Key_0:
        m_motion.turnBy(-m_motion.camera().bearing, middle);
        return true;
    case Qt::Key_Escape:
        if (m_doing != Doing::Boxing)
            return false;
        m_doing = Doing::Nothing;
        Q_EMIT boxChanged({});
        return true;
    default:
        return false;
    }
}

} // namespace Doorstep

#include "moc_mapgestures.cpp"
