// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/pilllabel.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/painting.h"
#include "widgets/parts/theme.h"

#include <QPainter>

namespace Doorstep {

PillLabel::PillLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setFont(scaled(font(), 0.87, QFont::DemiBold));
}

void PillLabel::setPill(const QString &text, Forecast::State tone)
{
    setText(text);
    setAccessibleName(text);
    m_tone = tone;
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QSize PillLabel::sizeHint() const
{
    const int height = fontMetrics().height() + 4;
    return {fontMetrics().horizontalAdvance(text()) + height, height};
}

void PillLabel::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_tone == Forecast::State::Silent ? theme.line : theme.softColorOf(m_tone));
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.setPen(theme.colorOf(m_tone));
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace Doorstep

#include "moc_pilllabel.cpp"
