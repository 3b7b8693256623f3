// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/supervision/drivertablemodel.h"

#include "models/domain/clock.h"
#include "models/store/fleet.h"
#include "widgets/parts/durationtext.h"

#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {

DriverTableModel::DriverTableModel(const Fleet &fleet, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_fleet(fleet)
    , m_clock(clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(1s);
    connect(&m_soon, &QTimer::timeout, this, &DriverTableModel::refresh);
    connect(&fleet, &Fleet::applied, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    refresh();
}

void DriverTableModel::refresh()
{
    const auto now = m_clock.now();
    QList<Performance> rows;
    for (const auto &route : m_fleet.routes())
        if (m_fleet.isOfTheDay(route))
            rows.append(performanceOf(route, m_fleet, now));
    const auto sameRoute = [](const Performance &a, const Performance &b) { return a.route == b.route; };
    if (!std::ranges::equal(rows, m_rows, sameRoute)) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    m_rows = rows;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int DriverTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DriverTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int{ColumnCount};
}

QVariant DriverTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case DriverColumn:
        return tr("Driver");
    case DeliveredColumn:
        return tr("Delivered");
    case OnTimeColumn:
        return tr("On time");
    case FirstAttemptColumn:
        return tr("First attempt");
    case StopsPerHourColumn:
        return tr("Stops / h");
    case FailedColumn:
        return tr("Failed / 100");
    case LastSeenColumn:
        return tr("Last seen");
    case TrendColumn:
        return tr("Stops by hour");
    default:
        return {};
    }
}

QVariant DriverTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                               text(row, index.column()));
    case DriverIdRole:
        return row.driver.toString();
    case RouteIdRole:
        return row.route.toString();
    case InitialsRole:
        return row.initials;
    case SortRole:
        return sortKey(row, index.column());
    case PerHourRole:
        return QVariant::fromValue(row.perHour);
    case ColourIndexRole:
        return m_fleet.colourOf(row.route);
    default:
        return {};
    }
}

QString DriverTableModel::text(const Performance &row, int column) const
{
    const QLocale locale;
    const auto percent = [&](std::optional<double> fraction) {
        return fraction ? tr("%1 %", "a percentage").arg(locale.toString(qRound(*fraction * 100))) : u"—"_s;
    };
    const auto number = [&](std::optional<double> value) { return value ? locale.toString(*value, 'f', 1) : u"—"_s; };
    switch (column) {
    case DriverColumn:
        return row.name;
    case DeliveredColumn:
        return tr("%1 of %2", "delivered, all").arg(locale.toString(row.delivered), locale.toString(row.total));
    case OnTimeColumn:
        return percent(row.onTimeFraction());
    case FirstAttemptColumn:
        return percent(row.firstAttemptFraction());
    case StopsPerHourColumn:
        return number(row.stopsPerHour);
    case FailedColumn:
        return number(row.failedPerHundred());
    case LastSeenColumn:
        return row.lastSeen.isValid() ? DurationText::age(std::chrono::seconds(row.lastSeen.secsTo(m_clock.now())))
                                      : u"—"_s;
    case TrendColumn: {
        QStringList hours;
        for (const double count : row.perHour)
            hours << locale.toString(qRound(count));
        return hours.join(u' ');
    }
    default:
        return {};
    }
}

QVariant DriverTableModel::sortKey(const Performance &row, int column)
{
    switch (column) {
    case DeliveredColumn:
        return row.delivered;
    case OnTimeColumn:
        return row.onTimeFraction().value_or(-1);
    case FirstAttemptColumn:
        return row.firstAttemptFraction().value_or(-1);
    case StopsPerHourColumn:
        return row.stopsPerHour.value_or(-1);
    case FailedColumn:
        return row.failedPerHundred().value_or(-1);
    case LastSeenColumn:
        return row.lastSeen;
    case TrendColumn:
        return row.perHour.isEmpty() ? 0.0 : row.perHour.last();
    default:
        return row.name;
    }
}

} // namespace Doorstep

#include "moc_drivertablemodel.cpp"
