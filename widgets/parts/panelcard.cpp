// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/panelcard.h"

#include "widgets/parts/panelheader.h"
#include "widgets/parts/theme.h"

#include <QPainter>

namespace Doorstep {

PanelCard::PanelCard(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_header(new PanelHeader(title, this))
    , m_rows(new QVBoxLayout(this))
{
    setAccessibleName(title);
    m_rows->setContentsMargins(1, 4, 1, 8);
    m_rows->setSpacing(0);
    m_rows->addWidget(m_header);
}

void PanelCard::addControl(QWidget *control)
{
    m_header->addControl(control);
}

void PanelCard::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.window);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.line);
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

} // namespace Doorstep

#include "moc_panelcard.cpp"
