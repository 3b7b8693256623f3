// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/rowdelegate.h"

#include "widgets/parts/theme.h"

#include <QPainter>

namespace Doorstep {

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &theme = Theme::of(option.palette);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.accentSoft);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.panelAlt);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.line);
    painter->setFont(option.font);
    const int lead = paintLead(*painter, option, index);
    const auto area = QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(10 + lead, 0, -8, 0));
    const auto wanted = index.data(Qt::TextAlignmentRole);
    const auto alignment = QStyle::visualAlignment(
        option.direction, wanted.isValid() ? Qt::Alignment(wanted.toInt()) : Qt::AlignLeading | Qt::AlignVCenter);
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // the words' own; the alignment is absolute
    painter->drawText(area, static_cast<int>(alignment | Qt::AlignAbsolute | Qt::TextSingleLine),
                      text(index, option.fontMetrics, area.width()));
    painter->restore();
}

QString RowDelegate::text(const QModelIndex &index, const QFontMetrics &metrics, int width) const
{
    return metrics.elidedText(index.data().toString(), Qt::ElideRight, width);
}

int RowDelegate::paintLead(QPainter & /*painter*/, const QStyleOptionViewItem & /*option*/,
                           const QModelIndex & /*index*/) const
{
    return 0;
}

} // namespace Doorstep

#include "moc_rowdelegate.cpp"
