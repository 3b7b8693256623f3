// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointF>
#include <QRectF>

#include <deque>

class QEvent;
class QKeyEvent;
class QMouseEvent;
class QNativeGestureEvent;
class QTouchEvent;
class QWheelEvent;

namespace Doorstep {

class CameraMotion;

/// Mouse, wheel, touch pad, touch screen and keys of the map: moves the camera itself and tells what was pointed at.
///
/// Drag pans; Shift+drag or Ctrl+drag spans a box; the wheel zooms around the pointer, a touch pad pans with two
/// fingers and zooms with Ctrl or a pinch; arrows, + and - and 0 (north up) do the same from the keyboard. UI thread.
class MapGestures : public QObject
{
    Q_OBJECT
public:
    explicit MapGestures(CameraMotion &motion, QObject *parent = nullptr);

    /// Whether \a event was one of ours.
    [[nodiscard]] bool handle(QEvent &event);

Q_SIGNALS:
    void pointed(QPointF pixel); ///< The pointer rests or moves here, with no button down.
    void left();
    void clicked(QPointF pixel, Qt::KeyboardModifiers modifiers);
    void doubleClicked(QPointF pixel);
    void contextRequested(QPointF pixel);
    void boxChanged(QRectF box); ///< Empty when given up.
    void boxed(QRectF box, Qt::KeyboardModifiers modifiers);
    void takenByHand(); ///< The person moved the map: whoever steers it for them should stop.

private:
    enum class Doing : quint8 { Nothing, Pressed, Panning, Boxing };
    struct Trace
    {
        qint64 milliseconds = 0;
        QPointF at;
    };

    bool press(const QMouseEvent &event);
    bool move(const QMouseEvent &event);
    bool release(const QMouseEvent &event);
    bool wheel(const QWheelEvent &event);
    bool pinch(const QNativeGestureEvent &event);
    bool touch(const QTouchEvent &event);
    bool key(const QKeyEvent &event);
    [[nodiscard]] QPointF velocity() const;

    CameraMotion &m_motion;
    Doing m_doing = Doing::Nothing;
    bool m_spansBox = false;
    QPointF m_pressedAt;
    QPointF m_lastAt;
    std::deque<Trace> m_traces; // of the last tenth of a second
    QElapsedTimer m_time;
};

} // namespace Doorstep
