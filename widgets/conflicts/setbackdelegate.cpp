// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/conflicts/setbackdelegate.h"

#include "models/domain/clock.h"
#include "models/lists/setbacklistmodel.h"
#include "widgets/conflicts/valuewords.h"
#include "widgets/parts/fonts.h"
#include "widgets/parts/painting.h"
#include "widgets/parts/theme.h"

#include <QPainter>

namespace Doorstep {

SetbackDelegate::SetbackDelegate(const ValueWords &words, const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_words(words)
    , m_clock(clock)
{
}

QSize SetbackDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {200, (2 * QFontMetrics(option.font).height()) + 18};
}

void SetbackDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &theme = Theme::of(option.palette);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.accentSoft);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.panelAlt);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.line);
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    QRect line = option.rect.adjusted(10, 8, -10, 0);
    line.setHeight(QFontMetrics(option.font).height());
    paintLine(*painter, place(line),
              {.left = index.data().toString(), .right = {}, .leftColor = theme.text, .rightColor = theme.text},
              scaled(option.font, 1.0, QFont::DemiBold), option.font, option.direction);
    line.translate(0, line.height() + 1);
    const bool isConflict = index.data(SetbackListModel::KindRole).value<Setback::Kind>() == Setback::Kind::Conflict;
    const auto at = index.data(SetbackListModel::AtRole).toDateTime();
    paintLine(*painter, place(line),
              {.left = isConflict ? tr("somebody was first") : tr("not taken"),
               .right = at.isValid() ? m_words.when(at, m_clock.now()) : QString(),
               .leftColor = isConflict ? theme.risk : theme.bad,
               .rightColor = theme.muted},
              option.font, option.font, option.direction);
    painter->restore();
}

} // namespace Doorstep

#include "moc_setbackdelegate.cpp"
