// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// How TimelineView looks; how it behaves is in timelineview.cpp.
#include "models/domain/clock.h"
#include "models/lists/routefiltermodel.h"
#include "models/store/selection.h"
#include "widgets/parts/fonts.h"
#include "widgets/parts/marks.h"
#include "widgets/parts/painting.h"
#include "widgets/parts/theme.h"
#include "widgets/timeline/timelineview.h"

#include <QPainter>
#include <QScrollBar>
#include <QStyle>

#include <cmath>

using namespace std::chrono_literals;

namespace Doorstep {

namespace {

constexpr int sideMargin = 12;
constexpr double radius = 3.5;
constexpr double leastWidth = 5.0;

/// The colours of a bar: its body, and its edge where it has one.
struct Ink
{
    QColor body;
    QColor edge;
};

Ink inkOf(TimelineBar::State state, const QColor &route, const Theme &theme)
{
    const auto pale = [&](const QColor &color) { return mixed(color, theme.panel, theme.isDark ? 0.5F : 0.42F); };
    switch (state) {
    case TimelineBar::State::Delivered:
        return {.body = pale(theme.ok), .edge = {}};
    case TimelineBar::State::DeliveredLate:
        return {.body = pale(theme.ok), .edge = theme.risk};
    case TimelineBar::State::Failed:
        return {.body = theme.badSoft, .edge = theme.bad};
    case TimelineBar::State::Cancelled:
        return {.body = theme.panel, .edge = theme.line};
    case TimelineBar::State::Here:
        return {.body = route, .edge = theme.text};
    case TimelineBar::State::OnTime:
        return {.body = route, .edge = {}};
    case TimelineBar::State::AtRisk:
        return {.body = theme.risk, .edge = {}};
    case TimelineBar::State::Late:
        return {.body = theme.bad, .edge = {}};
    case TimelineBar::State::Silent:
        return {.body = theme.silent, .edge = {}};
    case TimelineBar::State::NoForecast:
        return {.body = theme.line, .edge = {}};
    }
    std::unreachable();
}

} // namespace

int TimelineView::rowHeight() const
{
    return fontMetrics().height() + 11;
}

int TimelineView::namesWidth() const
{
    return std::clamp(viewport()->width() / 6, 90, 150);
}

int TimelineView::axisHeight() const
{
    return fontMetrics().height() + 8;
}

// Time runs to the right everywhere: mirrored clocks and tracks are harder to read, and schedules are not mirrored in
// right-to-left places either. Only the column of names changes sides there.
QRect TimelineView::tracks() const
{
    const auto all = viewport()->rect();
    return isRightToLeft() ? all.adjusted(0, 0, -namesWidth(), 0) : all.adjusted(namesWidth(), 0, 0, 0);
}

QRectF TimelineView::rectOf(const TimelineBar &bar, int row) const
{
    const auto &span = bar.span();
    if (!span.from.isValid())
        return {};
    const double left = tracks().left() + m_scale.x(span.from);
    const double right = span.to.isValid() ? tracks().left() + m_scale.x(span.to) : left + leastWidth;
    const double top = axisHeight() + (row * rowHeight()) - verticalScrollBar()->value();
    const double height = rowHeight() * 0.48;
    return {left, top + ((rowHeight() - height) / 2), std::max(leastWidth, right - left - 1.5), height};
}

void TimelineView::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme.panel);
    const int first = std::max(0, verticalScrollBar()->value() / rowHeight());
    const int last =
        std::min(m_routes.rowCount() - 1, (verticalScrollBar()->value() + viewport()->height()) / rowHeight());
    painter.save();
    painter.setClipRect(viewport()->rect().adjusted(0, axisHeight(), 0, 0));
    for (int row = first; row <= last; ++row)
        paintRow(painter, row);
    painter.restore();
    paintAxis(painter);
    paintNow(painter);
    if (m_routes.rowCount() == 0) {
        painter.setPen(theme.muted);
        painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("No routes to show"));
    }
}

void TimelineView::paintAxis(QPainter &painter) const
{
    const auto &theme = Theme::of(palette());
    const auto tracks = this->tracks();
    painter.setFont(scaled(font(), 0.87));
    painter.setPen(theme.muted);
    const auto step = m_scale.labelStep(64);
    const auto from = m_time.local(m_scale.from);
    const int minute = (from.time().hour() * 60) + from.time().minute();
    const int count = static_cast<int>(step.count());
    auto at = QDateTime(from.date(), QTime(0, 0), from.timeZone()).addSecs(qint64{minute / count} * count * 60);
    const auto end = m_scale.at(m_scale.width);
    for (; at <= end; at = at.addSecs(qint64{count} * 60)) {
        const auto text = m_time.clock(at);
        const double half = QFontMetricsF(painter.font()).horizontalAdvance(text) / 2;
        const double x = tracks.left() + m_scale.x(at);
        // Half an hour's name is worse than none.
        if (x - half >= tracks.left() && x + half <= tracks.right())
            painter.drawText(QRectF(x - half - 2, 0, (2 * half) + 4, axisHeight()), Qt::AlignCenter, text);
    }
}

void TimelineView::paintRow(QPainter &painter, int row) const
{
    const auto &theme = Theme::of(palette());
    const auto source = timelineRow(row);
    const auto index = m_timeline.index(source);
    const int top = axisHeight() + (row * rowHeight()) - verticalScrollBar()->value();
    const QRect line(0, top, viewport()->width(), rowHeight());
    const bool selected = row == selectedRow();
    if (selected)
        painter.fillRect(line, theme.accentSoft);
    const QRect name(sideMargin, top, namesWidth() - sideMargin - 8, rowHeight());
    paintLine(painter, QStyle::visualRect(layoutDirection(), line, name),
              {.left = index.data(TimelineModel::NameRole).toString(),
               .right = {},
               .leftColor = theme.text,
               .rightColor = theme.muted},
              font(), font(), layoutDirection());
    painter.save();
    painter.setClipRect(line & tracks(), Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto &bar : m_timeline.bars(source))
        paintBar(painter, bar, row, selected);
    painter.restore();
}

/// Under the bar that must meet it: always where it is missed, else where the person looks.
void TimelineView::paintPromise(QPainter &painter, const TimelineBar &bar, int row) const
{
    const auto &theme = Theme::of(palette());
    const double left = tracks().left() + m_scale.x(bar.window.from);
    const double right = tracks().left() + m_scale.x(bar.window.to);
    const double y = axisHeight() + ((row + 1) * rowHeight()) - verticalScrollBar()->value() - 3.5;
    const bool mine = bar.stop == m_selection.stop();
    painter.setPen(QPen(mine ? theme.accent : mixed(theme.muted, theme.panel, 0.55F), mine ? 2 : 1));
    painter.drawLine(QPointF(left, y), QPointF(right, y));
    painter.drawLine(QPointF(left, y - 2), QPointF(left, y));
    painter.drawLine(QPointF(right, y - 2), QPointF(right, y));
}

void TimelineView::paintBar(QPainter &painter, const TimelineBar &bar, int row, bool rowSelected) const
{
    const auto rect = rectOf(bar, row);
    const auto &theme = Theme::of(palette());
    const bool inTrouble = bar.state == TimelineBar::State::Late || bar.state == TimelineBar::State::AtRisk;
    if ((inTrouble || rowSelected) && bar.window.from.isValid() && bar.window.to.isValid())
        paintPromise(painter, bar, row);
    if (rect.isEmpty() || !rect.intersects(tracks()))
        return;
    const int colour = m_timeline.index(timelineRow(row)).data(TimelineModel::ColourIndexRole).toInt();
    const auto ink = inkOf(bar.state, theme.routeColor(colour), theme);
    painter.setPen(ink.edge.isValid() ? QPen(ink.edge, 1.3) : QPen(Qt::NoPen));
    painter.setBrush(ink.body);
    painter.drawRoundedRect(rect, radius, radius);
    if (bar.state == TimelineBar::State::Failed) { // told by shape too
        painter.setPen(QPen(theme.bad, 1.5));
        const auto centre = rect.center();
        painter.drawLine(centre + QPointF(-2.5, -2.5), centre + QPointF(2.5, 2.5));
        painter.drawLine(centre + QPointF(-2.5, 2.5), centre + QPointF(2.5, -2.5));
    }
    if (bar.marks.isWaiting)
        Marks::paintWaiting(painter, rect.topRight() + QPointF(1, 1), theme);
    if (bar.marks.isPinned || bar.marks.isHeld)
        Marks::paint(
            painter, {.isPinned = bar.marks.isPinned, .isHeld = bar.marks.isHeld},
            QRect(QPoint(static_cast<int>(rect.center().x()) - (Marks::size / 2), static_cast<int>(rect.bottom()) - 3),
                  QSize(2 * Marks::size, Marks::size - 2)),
            Qt::LeftToRight, theme);
    if (m_selection.contains(bar.stop)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.accent, 2));
        painter.drawRoundedRect(rect.adjusted(-2.5, -2.5, 2.5, 2.5), radius + 2, radius + 2);
    }
}

void TimelineView::paintNow(QPainter &painter) const
{
    const double x = tracks().left() + m_scale.x(m_clock.now());
    if (x < tracks().left() || x > tracks().right())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::of(palette()).accent, 2));
    painter.drawLine(QPointF(x, axisHeight() - 2), QPointF(x, viewport()->height()));
}

} // namespace Doorstep
