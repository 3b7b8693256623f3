// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/panelheader.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/painting.h"
#include "widgets/parts/theme.h"

#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QPainter>

namespace Doorstep {

namespace {

constexpr int sideMargin = 12;

} // namespace

PanelHeader::PanelHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_controls(new QHBoxLayout(this))
{
    m_controls->setContentsMargins(0, 4, 6, 2);
    m_controls->setSpacing(2);
    m_controls->addStretch(1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(title);
}

void PanelHeader::setTitle(const QString &title)
{
    m_title = title;
    setAccessibleName(title);
    updateGeometry();
    update();
}

void PanelHeader::setBadge(const QString &text, bool alarming)
{
    if (text == m_badge && alarming == m_alarming)
        return;
    m_badge = text;
    m_alarming = alarming;
    setAccessibleDescription(text);
    update();
}

void PanelHeader::addControl(QWidget *control)
{
    m_controls->addWidget(control);
}

QSize PanelHeader::sizeHint() const
{
    return {160 + m_controls->sizeHint().width(),
            std::max(fontMetrics().height() + 20, m_controls->sizeHint().height())};
}

QSize PanelHeader::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

void PanelHeader::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    const auto titleFont = scaled(font(), 1.0, QFont::DemiBold);
    const QFontMetricsF metrics(titleFont);
    const double width = metrics.horizontalAdvance(m_title);
    const bool mirrored = isRightToLeft();
    const double y = height() / 2.0 + 1;
    const QRectF title(mirrored ? QWidget::width() - sideMargin - width : sideMargin, y - (metrics.height() / 2),
                       width + 1, metrics.height());
    painter.setFont(titleFont);
    painter.setPen(theme.text);
    painter.drawText(title, Qt::AlignCenter, m_title);
    if (m_badge.isEmpty())
        return;
    painter.setFont(scaled(font(), 0.85, QFont::DemiBold));
    const double badgeWidth = QFontMetricsF(painter.font()).horizontalAdvance(m_badge) + 16;
    const double x = mirrored ? title.left() - 8 - badgeWidth : title.right() + 8;
    const auto ground = theme.isDark ? theme.panelAlt : theme.window;
    paintPill(painter, {x, y}, m_badge, m_alarming ? theme.bad : theme.text, m_alarming ? theme.badSoft : ground);
}

} // namespace Doorstep

#include "moc_panelheader.cpp"
