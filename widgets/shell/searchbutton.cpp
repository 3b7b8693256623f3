// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/searchbutton.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/icons.h"
#include "widgets/parts/theme.h"

#include <QKeySequence>
#include <QPainter>
#include <QStyle>

namespace Doorstep {

int paintKey(QPainter &painter, const QRect &area, const QString &key, const QPalette &palette)
{
    const auto &theme = Theme::of(palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(scaled(painter.font(), 0.83));
    const auto metrics = painter.fontMetrics();
    const int width = metrics.horizontalAdvance(key) + 10;
    const int height = metrics.height() + 2;
    const QRectF frame(area.right() - width, area.center().y() - (height / 2.0), width, height);
    painter.setPen(theme.line);
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(frame.translated(0.5, 0.5), 4, 4);
    painter.setPen(theme.muted);
    painter.drawText(frame, Qt::AlignCenter, key);
    painter.restore();
    return width;
}

SearchButton::SearchButton(const QKeySequence &shortcut, QWidget *parent)
    : QAbstractButton(parent)
    , m_hint(shortcut.toString(QKeySequence::NativeText).replace(u'+', u' '))
{
    setText(tr("Tracking no., address, driver…"));
    setAccessibleName(tr("Search and commands"));
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize SearchButton::sizeHint() const
{
    return {330, fontMetrics().height() + 15};
}

QSize SearchButton::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void SearchButton::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() || underMouse() ? theme.accent : theme.line);
    painter.setBrush(theme.panelAlt);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
    const QRect glyph(10, (height() - 15) / 2, 15, 15);
    painter.drawPixmap(QStyle::visualRect(layoutDirection(), rect(), glyph),
                       iconPixmap(QStringLiteral("search"), theme.muted, glyph.size(), devicePixelRatioF()));
    const bool mirrored = isRightToLeft();
    const QRect keyArea = mirrored ? QRect(0, 0, 8 + 46, height()) : rect().adjusted(0, 0, -9, 0);
    const int keyWidth = paintKey(painter, keyArea, m_hint, palette());
    const QRect text = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(33, 0, -keyWidth - 14, 0));
    painter.setPen(theme.muted);
    painter.drawText(text,
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
                     fontMetrics().elidedText(this->text(), Qt::ElideRight, text.width()));
}

} // namespace Doorstep

#include "moc_searchbutton.cpp"
