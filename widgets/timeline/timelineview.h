// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/lists/timelinemodel.h"
#include "widgets/parts/depottime.h"
#include "widgets/timeline/timelinetable.h"
#include "widgets/timeline/timescale.h"

#include <QAbstractScrollArea>

#include <optional>

namespace Doorstep {

class Clock;
class RouteFilterModel;
class Selection;

/// The day as rows of bars, a row a route, in the order of the routes list. Follows now until the person moves it.
///
/// Click or arrow keys select a stop everywhere; Ctrl with the wheel or + and − zooms; Shift with the wheel or dragging
/// moves through the day; Home goes back to now.
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    /// All must outlive the view. \a routes sorts and filters the rows of \a timeline.
    TimelineView(TimelineModel &timeline, RouteFilterModel &routes, Selection &selection, const Clock &clock,
                 QWidget *parent = nullptr);

    void setDepotTime(const DepotTime &time);
    [[nodiscard]] const DepotTime &depotTime() const noexcept { return m_time; }
    [[nodiscard]] const TimeScale &scale() const noexcept { return m_scale; }
    /// The same in words, for who does not see it.
    [[nodiscard]] const TimelineTable &table() const noexcept { return m_table; }
    [[nodiscard]] const Selection &selection() const noexcept { return m_selection; }
    /// Selects \a stop everywhere and brings it into sight; an invalid one clears the selection.
    void select(const StopId &stop);
    /// Shows now again, and follows it.
    void goToNow();
    void zoom(double factor);
    /// Moves the now line.
    void tick();

    /// What is under \a position of the viewport, for tests and tooltips; nullptr between bars.
    [[nodiscard]] const TimelineBar *barAt(QPoint position) const;
    /// Between which stops of a route \a position lies.
    struct Gap
    {
        RouteId route;
        StopId before; ///< The one that comes next; invalid at the end.
        bool isWholeRow = false; ///< On the name: no place in particular.
        QRect mark; ///< What to outline.
    };
    [[nodiscard]] std::optional<Gap> gapAt(QPoint position) const;
    /// Where the bar of \a stop is drawn; empty when it has no time or its route is not shown.
    [[nodiscard]] QRect barRect(const StopId &stop) const;

Q_SIGNALS:
    void scaleChanged();
    void stopActivated(const Doorstep::StopId &stop);
    void contextMenuRequested(QPoint globalPosition);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int namesWidth() const;
    [[nodiscard]] QRect tracks() const; ///< Where time runs; beside the names.
    [[nodiscard]] int axisHeight() const;
    [[nodiscard]] int rowAt(int y) const;
    [[nodiscard]] int timelineRow(int row) const;
    [[nodiscard]] int selectedRow() const;
    [[nodiscard]] QRectF rectOf(const TimelineBar &bar, int row) const;
    [[nodiscard]] QString tooltip(const TimelineBar &bar, int row) const;
    void setScale(const TimeScale &scale, bool following);
    void updateRange();
    [[nodiscard]] bool isInSight(int row) const;
    void showSelection();
    void reveal(const TimelineBar &bar, int row);
    void selectBeside(int step);
    void selectRow(int row);
    void paintAxis(QPainter &painter) const;
    void paintRow(QPainter &painter, int row) const;
    void paintPromise(QPainter &painter, const TimelineBar &bar, int row) const;
    void paintBar(QPainter &painter, const TimelineBar &bar, int row, bool rowSelected) const;
    void paintNow(QPainter &painter) const;

    TimelineModel &m_timeline;
    RouteFilterModel &m_routes;
    Selection &m_selection;
    const Clock &m_clock;
    TimelineTable m_table;
    DepotTime m_time;
    TimeScale m_scale;
    bool m_followsNow = true;
    QPoint m_dragFrom;
    TimeScale m_dragScale;
    bool m_isDragging = false;
    bool m_wasInSight = false; ///< The selected row, before the rows moved.
};

} // namespace Doorstep
