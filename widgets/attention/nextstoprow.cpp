// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/nextstoprow.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/painting.h"
#include "widgets/parts/theme.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Doorstep {

NextStopRow::NextStopRow(QWidget *parent)
    : QAbstractButton(parent)
{
    setContextMenuPolicy(Qt::CustomContextMenu);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NextStopRow::setStop(const Facts::NextStop &stop)
{
    if (m_stop == stop)
        return;
    m_stop = stop;
    setAccessibleName(u"%1, %2, %3 %4"_s.arg(m_stop.number).arg(m_stop.address, m_stop.arrival, m_stop.slack));
    update();
}

QSize NextStopRow::sizeHint() const
{
    return {160, fontMetrics().height() + 11};
}

void NextStopRow::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    if (underMouse() || hasFocus())
        painter.fillRect(rect(), theme.accentSoft);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
    const auto place = [this](const QRect &area) { return QStyle::visualRect(layoutDirection(), rect(), area); };
    const auto number = place(QRect(0, 0, 26, height()));
    painter.setFont(scaled(font(), 0.87, QFont::DemiBold));
    painter.setPen(theme.muted);
    painter.drawText(number, Qt::AlignCenter, QString::number(m_stop.number));
    const auto strong = scaled(font(), 1.0, QFont::Medium);
    QRect line = rect().adjusted(30, 0, -2, 0);
    if (!m_stop.slack.isEmpty()) {
        // One width for usual values, so that arrivals stand in a column.
        const int width =
            std::max(fontMetrics().horizontalAdvance(u"+50 min"_s), fontMetrics().horizontalAdvance(m_stop.slack)) + 12;
        paintLine(painter, place(line),
                  {.left = {},
                   .right = m_stop.slack,
                   .leftColor = theme.text,
                   .rightColor = m_stop.late ? theme.bad : theme.ok},
                  font(), font(), layoutDirection());
        line.adjust(0, 0, -width, 0);
    }
    paintLine(painter, place(line),
              {.left = m_stop.address, .right = m_stop.arrival, .leftColor = theme.text, .rightColor = theme.muted},
              strong, font(), layoutDirection());
}

} // namespace Doorstep

#include "moc_nextstoprow.cpp"
