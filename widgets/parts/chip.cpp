// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/chip.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/theme.h"

#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Doorstep {

Chip::Chip(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setFont(scaled(font(), 0.9));
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setCount(int count)
{
    if (count == m_count)
        return;
    m_count = count;
    setAccessibleName(shownText());
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(shownText()) + 16, fontMetrics().height() + 5};
}

void Chip::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF pill = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    auto ground = theme.isDark ? theme.panelAlt : theme.window;
    if (isChecked())
        ground = theme.accentSoft;
    else if (underMouse())
        ground = theme.line;
    painter.setPen(hasFocus() ? QPen(theme.accent, 1) : QPen(Qt::NoPen));
    painter.setBrush(ground);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(isChecked() ? theme.accent : theme.muted);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.drawText(rect(), Qt::AlignCenter, shownText());
}

QString Chip::shownText() const
{
    return m_count < 0 ? text() : u"%1 %2"_s.arg(text(), locale().toString(m_count));
}

} // namespace Doorstep

#include "moc_chip.cpp"
