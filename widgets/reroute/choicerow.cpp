// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/reroute/choicerow.h"

#include "widgets/parts/painting.h"
#include "widgets/parts/theme.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr int choiceSide = 12;
constexpr int paddingOfRow = 7;

} // namespace

ChoiceRow::ChoiceRow(const QString &label, QWidget *parent)
    : QAbstractButton(parent)
    , m_label(label)
    , m_menu(new QMenu(this))
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_menu->setAccessibleName(label);
    setAccessibleName(label);
    connect(this, &QAbstractButton::clicked, this, &ChoiceRow::open);
}

void ChoiceRow::setChoice(const QString &text, const QString &toolTip)
{
    m_choice = text;
    setAccessibleName(u"%1: %2"_s.arg(m_label, text));
    setToolTip(toolTip.isEmpty() ? QString() : toolTip.toHtmlEscaped());
    update();
}

void ChoiceRow::setFixed()
{
    m_isFixed = true;
    setFocusPolicy(Qt::NoFocus);
}

void ChoiceRow::open()
{
    if (m_isFixed)
        return;
    m_menu->clear();
    Q_EMIT menuRequested(*m_menu);
    if (m_menu->isEmpty())
        return;
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const auto wide = isMirrored ? 0 : width() - m_menu->sizeHint().width();
    m_menu->popup(mapToGlobal(QPoint(std::max(0, wide), height())));
}

void ChoiceRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        open();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

QSize ChoiceRow::sizeHint() const
{
    return {200, fontMetrics().height() + paddingOfRow};
}

QSize ChoiceRow::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void ChoiceRow::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_isFixed && (underMouse() || hasFocus())) {
        painter.setPen(hasFocus() ? QPen(theme.accent) : QPen(Qt::NoPen));
        painter.setBrush(theme.panelAlt);
        painter.drawRoundedRect(QRectF(rect()).adjusted(4.5, 0.5, -4.5, -0.5), 6, 6);
    }
    const auto area = QRectF(rect()).adjusted(choiceSide, 0, -choiceSide, 0);
    const auto value = m_isFixed ? m_choice : m_choice + u" ▾"_s;
    const auto labelWidth = fontMetrics().horizontalAdvance(m_label) + 16;
    const auto elided = fontMetrics().elidedText(value, Qt::ElideRight, static_cast<int>(area.width()) - labelWidth);
    paintLine(painter, area,
              {.left = m_label, .right = elided, .leftColor = theme.muted, .rightColor = theme.text, .shortLeft = {}},
              font(), font(), layoutDirection());
}

} // namespace Doorstep

#include "moc_choicerow.cpp"
