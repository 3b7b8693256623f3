// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/orders/stoprowdelegate.h"

#include "models/domain/driver.h"
#include "models/domain/stop.h"
#include "models/lists/stoplistmodel.h"
#include "widgets/parts/marks.h"
#include "widgets/parts/painting.h"
#include "widgets/parts/theme.h"
#include "widgets/parts/words.h"

#include <QPainter>

namespace Doorstep {

namespace {

constexpr int circle = 20;
constexpr qsizetype mostShown = 2;

/// Who else is at this stop: a ring looks on, a full circle changes it.
int paintPeople(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto looking = index.data(StopListModel::LookingRole).toStringList();
    const auto editing = index.data(StopListModel::EditingRole).toStringList();
    const auto &theme = Theme::of(option.palette);
    QRect box(option.rect.left() + 8, option.rect.center().y() - (circle / 2) + 1, circle, circle);
    int taken = 0;
    for (const auto &name : looking.first(std::min(looking.size(), mostShown))) {
        const auto place = QStyle::visualRect(option.direction, option.rect, box);
        if (editing.contains(name))
            paintAvatar(painter, place, theme.accent, Driver{.name = name}.initials());
        else
            paintRing(painter, place, theme.accent, Driver{.name = name}.initials());
        box.translate(circle + 3, 0);
        taken += circle + 3;
    }
    return taken;
}

} // namespace

int StopRowDelegate::paintLead(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() == StopListModel::CustomerColumn)
        return paintPeople(painter, option, index);
    if (index.column() != StopListModel::StatusColumn)
        return 0;
    const auto status = index.data(StopListModel::StatusRole).value<Stop::Status>();
    const auto color = Theme::of(option.palette).colorOf(status);
    const QRect dot(option.rect.left() + 10, option.rect.center().y() - 3, 8, 8);
    painter.setRenderHint(QPainter::Antialiasing);
    // Open ones are rings, done ones full: told without colour.
    const bool open = status == Stop::Status::Planned || status == Stop::Status::Arrived;
    painter.setPen(open ? QPen(color, 1.6) : QPen(Qt::NoPen));
    painter.setBrush(open ? QBrush(Qt::NoBrush) : QBrush(color));
    painter.drawEllipse(QStyle::visualRect(option.direction, option.rect, dot));
    const QRect marks(dot.right() + 6, option.rect.top(), 3 * (Marks::size + 3), option.rect.height());
    return 16
        + Marks::paint(painter, index.data(StopListModel::MarksRole).value<StopMarks>(), marks, option.direction,
                       Theme::of(option.palette));
}

QString StopRowDelegate::text(const QModelIndex &index, const QFontMetrics &metrics, int width) const
{
    const auto whole = index.data().toString();
    if (index.column() != StopListModel::StatusColumn || metrics.horizontalAdvance(whole) <= width)
        return RowDelegate::text(index, metrics, width);
    return metrics.elidedText(Words::of(index.data(StopListModel::StatusRole).value<Stop::Status>()), Qt::ElideRight,
                              width);
}

} // namespace Doorstep

#include "moc_stoprowdelegate.cpp"
