// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/supervision/daychart.h"

#include "models/domain/clock.h"
#include "models/store/fleet.h"
#include "widgets/parts/fonts.h"
#include "widgets/parts/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPolygonF>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {

namespace {

/// The distance of the lines of a grid of about four, in numbers that people count in.
int roundStep(int most)
{
    int unit = 1;
    while (true) {
        for (const int step : {unit, 2 * unit, 5 * unit})
            if (step * 5 >= most)
                return step;
        unit *= 10;
    }
}

} // namespace

DayChart::DayChart(const Fleet &fleet, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_clock(clock)
{
    setAccessibleName(tr("Stops over the day"));
    setMinimumHeight(90);
    m_soon.setSingleShot(true);
    m_soon.setInterval(1s);
    connect(&m_soon, &QTimer::timeout, this, &DayChart::refresh);
    connect(&fleet, &Fleet::applied, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    refresh();
}

void DayChart::setDepotTime(const DepotTime &time)
{
    m_time = time;
    refresh();
}

void DayChart::refresh()
{
    m_count = dayCountOf(m_fleet, m_time);
    int planned = 0;
    int delivered = 0;
    int failed = 0;
    for (const auto &hour : m_count) {
        planned += hour.planned;
        delivered += hour.delivered;
        failed += hour.failed;
    }
    setAccessibleDescription(tr("%1 delivered and %2 failed of %3 planned").arg(delivered).arg(failed).arg(planned));
    update();
    Q_EMIT counted();
}

// The hours in which anything is planned or done; a working day while there is nothing.
std::pair<int, int> DayChart::hours() const
{
    int first = 24;
    int last = -1;
    for (int hour = 0; hour < 24; ++hour)
        if (m_count.at(static_cast<size_t>(hour)) != HourCount{}) {
            first = std::min(first, hour);
            last = hour;
        }
    return last < 0 ? std::pair{8, 19} : std::pair{std::max(0, first - 1), std::min(23, last + 1)};
}

QRectF DayChart::plot() const
{
    return QRectF(rect()).adjusted(44, 12, -16, -fontMetrics().height() - 8);
}

void DayChart::paintGrid(QPainter &painter, int most) const
{
    const auto &theme = Theme::of(palette());
    const auto area = plot();
    painter.setFont(scaled(font(), 0.87));
    const int step = roundStep(most);
    for (int value = 0; value <= most; value += step) {
        const double y = area.bottom() - (area.height() * value / most);
        painter.setPen(theme.line);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(theme.muted);
        painter.drawText(QRectF(0, y - 9, area.left() - 8, 18), Qt::AlignRight | Qt::AlignVCenter,
                         locale().toString(value));
    }
}

void DayChart::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    const auto [first, last] = hours();
    int most = 4;
    for (const auto &hour : m_count)
        most = std::max({most, hour.planned, hour.delivered + hour.failed});
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGrid(painter, most);
    const auto area = plot();
    const double slot = area.width() / (last - first + 1);
    const double barWidth = std::min(34.0, slot * 0.55);
    QPolygonF plan;
    for (int hour = first; hour <= last; ++hour) {
        const auto &count = m_count.at(static_cast<size_t>(hour));
        const double middle = area.left() + (slot * (hour - first + 0.5));
        const double unit = area.height() / most;
        const QRectF delivered(middle - (barWidth / 2), area.bottom() - (unit * count.delivered), barWidth,
                               unit * count.delivered);
        const QRectF failed(delivered.left(), delivered.top() - (unit * count.failed), barWidth, unit * count.failed);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.ok);
        painter.drawRect(delivered);
        painter.setBrush(theme.bad);
        painter.drawRect(failed);
        plan.append({middle, area.bottom() - (unit * count.planned)});
        // The name of an hour stands where it begins: the line of now is read against it.
        painter.setPen(theme.muted);
        painter.drawText(QRectF(middle - (slot / 2) - 24, area.bottom() + 4, 48, fontMetrics().height()),
                         Qt::AlignCenter, u"%1:00"_s.arg(hour, 2, 10, QChar(u'0')));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(plan);
    const auto now = m_time.local(m_clock.now()).time();
    const double x = area.left() + (slot * (now.hour() + (now.minute() / 60.0) - first));
    if (x >= area.left() && x <= area.right()) {
        painter.setPen(QPen(theme.muted, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
}

bool DayChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto [first, last] = hours();
    const auto area = plot();
    const int hour = first + static_cast<int>((help->pos().x() - area.left()) / area.width() * (last - first + 1));
    if (!area.contains(help->pos()) || hour < 0 || hour > 23) {
        QToolTip::hideText();
        return true;
    }
    const auto &count = m_count.at(static_cast<size_t>(hour));
    QToolTip::showText(help->globalPos(),
                       tr("%1:00 — %2 delivered, %3 failed, %4 planned")
                           .arg(hour)
                           .arg(count.delivered)
                           .arg(count.failed)
                           .arg(count.planned),
                       this);
    return true;
}

} // namespace Doorstep

#include "moc_daychart.cpp"
