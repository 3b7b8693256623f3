// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/mapbuttons.h"

#include "widgets/parts/icons.h"
#include "widgets/parts/theme.h"

#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {
constexpr int side = 30;
} // namespace

MapButtons::MapButtons(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(1);
    connect(addButton(u"zoom-in"_s, tr("Zoom in")), &QToolButton::clicked, this, &MapButtons::zoomInRequested);
    connect(addButton(u"zoom-out"_s, tr("Zoom out")), &QToolButton::clicked, this, &MapButtons::zoomOutRequested);
    connect(addButton(u"fit"_s, tr("Fit selection")), &QToolButton::clicked, this, &MapButtons::fitRequested);
    m_layers = addButton(u"layers"_s, tr("Layers"));
    m_layers->setPopupMode(QToolButton::InstantPopup);
}

QToolButton *MapButtons::addButton(const QString &iconName, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setIconSize({16, 16});
    button->setFixedSize(side, side);
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    return button;
}

void MapButtons::setLayersMenu(QMenu *menu)
{
    m_layers->setMenu(menu);
}

void MapButtons::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.line);
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7.0, 7.0);
    for (int y = side + 1; y < height() - 2; y += side + 1)
        painter.drawLine(QPointF(1.0, y + 0.5), QPointF(width() - 1.0, y + 0.5));
}

} // namespace Doorstep

#include "moc_mapbuttons.cpp"
