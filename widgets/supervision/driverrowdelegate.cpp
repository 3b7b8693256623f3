// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/supervision/driverrowdelegate.h"

#include "widgets/parts/painting.h"
#include "widgets/parts/theme.h"
#include "widgets/supervision/drivertablemodel.h"

#include <QPainter>

namespace Doorstep {

namespace {

// Where a supervisor looks twice, and where they act.
constexpr double failedRisk = 4.0;
constexpr double failedBad = 8.0;
constexpr double onTimeRisk = 0.95;
constexpr double onTimeBad = 0.85;

/// The colour of what \a value of \a column means; text when it is fine or unknown.
QColor inkOf(int column, double value, const Theme &theme)
{
    if (value < 0)
        return theme.muted;
    const bool isFailed = column == DriverTableModel::FailedColumn;
    const bool isOnTime = column == DriverTableModel::OnTimeColumn;
    if ((isFailed && value >= failedBad) || (isOnTime && value < onTimeBad))
        return theme.bad;
    if ((isFailed && value >= failedRisk) || (isOnTime && value < onTimeRisk))
        return theme.risk;
    return theme.text;
}

} // namespace

int DriverRowDelegate::paintLead(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() != DriverTableModel::DriverColumn)
        return 0;
    const int size = std::min(26, option.rect.height() - 6);
    const QRect circle(option.rect.left() + 12, option.rect.center().y() - (size / 2) + 1, size, size);
    paintAvatar(painter, QStyle::visualRect(option.direction, option.rect, circle),
                Theme::of(option.palette).routeColor(index.data(DriverTableModel::ColourIndexRole).toInt()),
                index.data(DriverTableModel::InitialsRole).toString());
    return size + 10;
}

void DriverRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &theme = Theme::of(option.palette);
    if (index.column() == DriverTableModel::OnTimeColumn || index.column() == DriverTableModel::FailedColumn) {
        auto tinted = option;
        const auto ink = inkOf(index.column(), index.data(DriverTableModel::SortRole).toDouble(), theme);
        tinted.palette.setColor(QPalette::Text, ink);
        RowDelegate::paint(painter, tinted, index);
        return;
    }
    if (index.column() != DriverTableModel::TrendColumn) {
        RowDelegate::paint(painter, option, index);
        return;
    }
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.accentSoft);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.line);
    const auto area = QRectF(option.rect).adjusted(10, 8, 0, -8);
    const QRectF spark(area.left(), area.top(), std::min(130.0, area.width() - 12), area.height());
    paintSparkline(*painter, spark, index.data(DriverTableModel::PerHourRole).value<QList<double>>(), theme.accent);
}

} // namespace Doorstep

#include "moc_driverrowdelegate.cpp"
