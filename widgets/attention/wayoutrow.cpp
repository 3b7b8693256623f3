// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/wayoutrow.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/icons.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/theme.h"

#include <QKeyEvent>
#include <QKeySequence>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr int sign = 14;
constexpr int keyPadding = 10;

QLabel *line(QWidget *parent)
{
    auto *label = plainLabel({}, parent);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    return label;
}

} // namespace

WayOutRow::WayOutRow(QWidget *parent)
    : QAbstractButton(parent)
    , m_title(line(this))
    , m_consequence(line(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(10, 6, sign + 12, 6);
    lines->setSpacing(1);
    lines->addWidget(m_title);
    lines->addWidget(m_consequence);
    auto policy = QSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WayOutRow::setWay(const WayOut &way, bool isBest)
{
    if (m_way == way && m_isBest == isBest)
        return;
    m_way = way;
    m_isBest = isBest;
    m_title->setText(way.title);
    m_title->setFont(scaled(font(), 1.0, isBest ? QFont::DemiBold : QFont::Medium));
    m_consequence->setText(way.consequence);
    m_consequence->setFont(scaled(font(), 0.92));
    m_title->setForegroundRole(way.isPossible ? QPalette::WindowText : QPalette::PlaceholderText);
    m_consequence->setForegroundRole(way.isPossible && way.costs ? QPalette::BrightText : QPalette::PlaceholderText);
    layout()->setContentsMargins(10, 6, signWidth() + 12, 6);
    setEnabled(way.isPossible);
    setAccessibleName(way.consequence.isEmpty() ? way.title : u"%1 — %2"_s.arg(way.title, way.consequence));
    updateGeometry();
    update();
}

int WayOutRow::signWidth() const
{
    return m_isBest ? QFontMetrics(keyFont()).horizontalAdvance(keyText()) + keyPadding : sign;
}

QFont WayOutRow::keyFont() const
{
    return scaled(font(), 0.83);
}

QString WayOutRow::keyText()
{
    return QKeySequence(Qt::Key_Enter).toString(QKeySequence::NativeText);
}

// Up and down go among the ways, Enter takes one.
void WayOutRow::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        focusNextChild();
        return;
    case Qt::Key_Up:
        focusPreviousChild();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void WayOutRow::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool isHot = isEnabled() && (underMouse() || isDown());
    painter.setBrush(isHot || m_isBest ? theme.accentSoft : theme.panel);
    painter.setPen(QPen(hasFocus() ? theme.accent : theme.line, hasFocus() ? 2.0 : 1.0));
    painter.drawRoundedRect(box, 6, 6);
    if (m_isBest)
        paintKey(painter);
    else
        paintSign(painter);
}

void WayOutRow::paintSign(QPainter &painter) const
{
    const auto &theme = Theme::of(palette());
    auto name = u"blocked"_s;
    if (m_way.isPossible)
        name = m_way.costs ? u"warning"_s : u"chevron-right"_s;
    const auto ink = m_way.isPossible && m_way.costs ? theme.bad : theme.muted;
    const QRect place(rect().right() - sign - 6, rect().center().y() - (sign / 2), sign, sign);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const auto shown = isMirrored && name == "chevron-right"_L1 ? u"chevron-left"_s : name;
    painter.drawPixmap(QStyle::visualRect(layoutDirection(), rect(), place),
                       iconPixmap(shown, ink, {sign, sign}, devicePixelRatioF()));
}

// Enter on the card does it.
void WayOutRow::paintKey(QPainter &painter) const
{
    const auto &theme = Theme::of(palette());
    const auto font = keyFont();
    const int height = QFontMetrics(font).height() + 3;
    const auto place = QStyle::visualRect(
        layoutDirection(), rect(),
        QRect(rect().right() - signWidth() - 6, rect().center().y() - (height / 2), signWidth(), height));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme.muted);
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(font);
    painter.drawText(place, Qt::AlignCenter, keyText());
}

} // namespace Doorstep

#include "moc_wayoutrow.cpp"
