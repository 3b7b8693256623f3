// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/hovercard.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Doorstep {

namespace {
constexpr int padding = 10;
constexpr int gap = 10; // between label and value, title and status
constexpr int leading = 4;
constexpr int widest = 320;
constexpr int fromMarker = 8;
} // namespace

HoverCard::HoverCard(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

int HoverCard::labelWidth() const
{
    int width = 0;
    for (const auto &line : m_card.lines)
        width = std::max(width, fontMetrics().horizontalAdvance(line.label));
    return width;
}

QSize HoverCard::sizeHint() const
{
    const QFontMetrics bold(scaled(font(), 1.0, QFont::DemiBold));
    auto width = bold.horizontalAdvance(m_card.title) + gap + fontMetrics().horizontalAdvance(m_card.status);
    for (const auto &line : m_card.lines)
        width = std::max(width, labelWidth() + gap + fontMetrics().horizontalAdvance(line.value));
    width = std::max(width, fontMetrics().horizontalAdvance(m_card.warning));
    const auto rows = 1 + int(m_card.lines.size()) + (m_card.warning.isEmpty() ? 0 : 1);
    return {std::min(width, widest) + 2 * padding + 1,
            rows * (fontMetrics().height() + leading) - leading + 2 * padding};
}

void HoverCard::showBeside(const MapCard &card, const QRectF &marker)
{
    if (card.title.isEmpty()) {
        hide();
        return;
    }
    m_card = card;
    resize(sizeHint());
    const auto room = parentWidget()->rect();
    auto x = int(marker.right()) + fromMarker;
    if (x + width() > room.right())
        x = int(marker.left()) - fromMarker - width();
    const auto y = int(marker.center().y()) - height() / 2;
    move(std::clamp(x, 0, std::max(room.right() - width(), 0)),
         std::clamp(y, 0, std::max(room.bottom() - height(), 0)));
    raise();
    show();
    update();
}

void HoverCard::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.line);
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7.0, 7.0);

    QRect row(padding, padding, width() - 2 * padding, fontMetrics().height());
    const auto statusWidth = fontMetrics().horizontalAdvance(m_card.status);
    const auto isRightToLeft = layoutDirection() == Qt::RightToLeft;
    const auto start = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter);
    const auto end = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter);
    const auto inner = [&](int left, int right) {
        return isRightToLeft ? row.adjusted(right, 0, -left, 0) : row.adjusted(left, 0, -right, 0);
    };
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // the words' own; the alignment is absolute
    const auto draw = [&](const QRect &where, Qt::Alignment alignment, const QString &text) {
        painter.drawText(where, int(alignment | Qt::AlignAbsolute) | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, where.width()));
    };

    painter.setFont(scaled(font(), 1.0, QFont::DemiBold));
    painter.setPen(theme.text);
    draw(inner(0, m_card.status.isEmpty() ? 0 : statusWidth + gap), start, m_card.title);
    painter.setFont(font());
    painter.setPen(theme.colorOf(m_card.tone));
    draw(row, end, m_card.status);
    for (const auto &line : m_card.lines) {
        row.translate(0, fontMetrics().height() + leading);
        painter.setPen(theme.muted);
        draw(row, start, line.label);
        painter.setPen(theme.text);
        draw(inner(labelWidth() + gap, 0), start, line.value);
    }
    if (!m_card.warning.isEmpty()) {
        row.translate(0, fontMetrics().height() + leading);
        painter.setPen(theme.risk);
        draw(row, start, m_card.warning);
    }
}

} // namespace Doorstep

#include "moc_hovercard.cpp"
