// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/orders/stoptablemodel.h"

#include "models/domain/stop.h"
#include "models/domain/trackingnumber.h"
#include "models/lists/searchindex.h"
#include "models/lists/stoplistmodel.h"
#include "widgets/parts/marks.h"
#include "widgets/parts/words.h"

using namespace Qt::StringLiterals;

namespace Doorstep {

StopTableModel::StopTableModel(StopListModel &stops, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_stops(stops)
{
    // A changed stop stays where the person sees it until they filter again.
    setDynamicSortFilter(false);
    setSourceModel(&stops);
}

void StopTableModel::setDepotTime(const DepotTime &time)
{
    m_time = time;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void StopTableModel::setFilterText(const QString &text)
{
    auto words = folded(QStringView(text)).split(' ');
    words.removeAll(QByteArray());
    if (words == m_words)
        return;
    m_words = words;
    invalidateFilter();
}

bool StopTableModel::filterAcceptsRow(int sourceRow, const QModelIndex & /*sourceParent*/) const
{
    if (m_words.isEmpty())
        return true;
    const auto row = m_stops.index(sourceRow, 0);
    const auto held = folded(row.data(StopListModel::TrackingNumberRole).toString() + u' '
                             + row.data(StopListModel::CustomerRole).toString() + u' '
                             + row.data(StopListModel::AddressRole).toString() + u' '
                             + row.data(StopListModel::DriverNameRole).toString());
    return std::ranges::all_of(m_words, [&](const QByteArray &word) { return held.contains(word); });
}

void StopTableModel::sort(int column, Qt::SortOrder order)
{
    m_stops.sort(column, order);
}

QVariant StopTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QSortFilterProxyModel::headerData(section, orientation, role);
    switch (section) {
    case StopListModel::TrackingNumberColumn:
        return tr("Tracking number");
    case StopListModel::CustomerColumn:
        return tr("Customer");
    case StopListModel::AddressColumn:
        return tr("Address");
    case StopListModel::WindowColumn:
        return tr("Window");
    case StopListModel::ArrivalColumn:
        return tr("Arrival");
    case StopListModel::StatusColumn:
        return tr("Status");
    case StopListModel::DriverColumn:
        return tr("Driver");
    case StopListModel::AttemptsColumn:
        return tr("Attempts");
    default:
        return {};
    }
}

/// "Ana is editing this, Leo is looking at this".
QString StopTableModel::spokenPeople(const QModelIndex &source)
{
    const auto editing = source.data(StopListModel::EditingRole).toStringList();
    QStringList sentences;
    for (const auto &name : source.data(StopListModel::LookingRole).toStringList())
        sentences.append(editing.contains(name) ? tr("%1 is editing this", "name").arg(name)
                                                : tr("%1 is looking at this", "name").arg(name));
    return sentences.join(u", "_s);
}

// What columns show as small drawings.
QString StopTableModel::spokenMarks(const QModelIndex &source, int column)
{
    if (column == StopListModel::CustomerColumn) {
        const auto people = spokenPeople(source);
        return people.isEmpty() ? QString() : u", "_s + people;
    }
    if (column != StopListModel::StatusColumn)
        return {};
    const auto words = Marks::words(source.data(StopListModel::MarksRole).value<StopMarks>());
    return words.isEmpty() ? QString() : u", "_s + words;
}

QVariant StopTableModel::data(const QModelIndex &index, int role) const
{
    const auto source = mapToSource(index);
    if (!source.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(source, index.column());
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                               text(source, index.column()) + spokenMarks(source, index.column()));
    case Qt::ToolTipRole: {
        const auto people = index.column() == StopListModel::CustomerColumn ? spokenPeople(source) : QString();
        return people.isEmpty() ? QVariant() : QVariant(people.toHtmlEscaped());
    }
    case Qt::TextAlignmentRole:
        return index.column() == StopListModel::AttemptsColumn ? QVariant(Qt::AlignTrailing | Qt::AlignVCenter)
                                                               : QVariant();
    default:
        return source.data(role);
    }
}

QString StopTableModel::arrivalText(const QModelIndex &source) const
{
    if (const auto at = source.data(StopListModel::ActualArrivalRole).toDateTime(); at.isValid())
        return m_time.clock(at);
    if (const auto at = source.data(StopListModel::ExpectedArrivalRole).toDateTime(); at.isValid())
        return tr("ca. %1", "an expected time").arg(m_time.clock(at));
    if (const auto at = source.data(StopListModel::ScheduledArrivalRole).toDateTime(); at.isValid())
        return tr("plan %1", "a planned time").arg(m_time.clock(at));
    return {};
}

QString StopTableModel::text(const QModelIndex &source, int column) const
{
    switch (column) {
    case StopListModel::TrackingNumberColumn:
        return groupedTrackingNumber(source.data(StopListModel::TrackingNumberRole).toString());
    case StopListModel::CustomerColumn:
        return source.data(StopListModel::CustomerRole).toString();
    case StopListModel::AddressColumn:
        return source.data(StopListModel::AddressRole).toString();
    case StopListModel::WindowColumn:
        return m_time.window({.from = source.data(StopListModel::WindowFromRole).toDateTime(),
                              .to = source.data(StopListModel::WindowToRole).toDateTime()});
    case StopListModel::ArrivalColumn:
        return arrivalText(source);
    case StopListModel::StatusColumn: {
        const auto status = Words::of(source.data(StopListModel::StatusRole).value<Stop::Status>());
        const auto failure = Words::of(source.data(StopListModel::FailureRole).value<Stop::Failure>());
        return failure.isEmpty() ? status : u"%1 · %2"_s.arg(status, failure);
    }
    case StopListModel::DriverColumn:
        return source.data(StopListModel::DriverNameRole).toString();
    case StopListModel::AttemptsColumn:
        return QString::number(source.data(StopListModel::AttemptsRole).toInt());
    default:
        return {};
    }
}

} // namespace Doorstep

#include "moc_stoptablemodel.cpp"
