// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPoint>
#include <QPointer>
#include <QRect>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QMouseEvent;

namespace Doorstep {

/// What letting go at a place would do.
struct DropAnswer
{
    QString text; ///< "To Carla Núñez, as stop 7"; or why not.
    bool isAllowed = true;
    QRect mark; ///< What is outlined, in the surface's pixels; as high as a line or less: where it goes in between.
    std::function<void()> drop;
};

/// Stops in the hand, from one pane to another: says all the way what letting go would do, scrolls at the edges, and
/// Escape puts everything back. Knows surfaces, not panes; who makes it says what can be taken and put where.
///
/// Within the program only, so that the pointer may cross windows but no stop leaves it. UI thread.
class StopDrag : public QObject
{
    Q_OBJECT
public:
    /// What would be taken at a place; none where nothing is.
    using Pick = std::function<QList<StopId>(QPoint)>;
    /// What letting go of stops at a place would do; nothing where it is not for stops.
    using Ask = std::function<std::optional<DropAnswer>(QPoint, const QList<StopId> &)>;
    /// What a surface makes of a press before it is a drag.
    enum class Press : quint8 {
        Pass, ///< Sees it at once, and no moves until the button is up.
        Hold, ///< Sees it only when it turns out to be a click.
    };

    explicit StopDrag(QObject *parent = nullptr);
    ~StopDrag() override;
    Q_DISABLE_COPY_MOVE(StopDrag)

    void addSource(QWidget *surface, Press press, Pick pick);
    void addTarget(QWidget *surface, const Ask &ask);
    [[nodiscard]] bool isDragging() const noexcept { return m_isDragging; }
    /// What the hint says now; empty when nothing is in the hand.
    [[nodiscard]] QString hint() const;
    void cancel();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Source
    {
        Press press = Press::Pass;
        Pick pick;
    };

    bool takePress(QWidget *surface, const QMouseEvent &event);
    bool takeMove(const QMouseEvent &event);
    bool takeRelease(const QMouseEvent &event);
    void begin();
    void look();
    void scroll();
    void replay();
    void end();
    void showHint(const QString &text, bool isAllowed);
    void showMark(QWidget *surface, const QRect &mark, bool isAllowed);

    QHash<QWidget *, Source> m_sources;
    QHash<QWidget *, Ask> m_targets;
    QPointer<QWidget> m_from;
    QList<StopId> m_stops;
    QPoint m_pressedAt; ///< Of the screen.
    QPoint m_at;
    std::optional<DropAnswer> m_answer;
    QPointer<QWidget> m_over;
    QLabel *m_hint;
    QPointer<QWidget> m_mark;
    QTimer m_scroll;
    bool m_isHeld = false; ///< The press was kept from the surface.
    bool m_isDragging = false;
    bool m_isReplaying = false;
};

} // namespace Doorstep
