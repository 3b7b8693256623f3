// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/attentionfiltermodel.h"

#include "models/lists/attentionlistmodel.h"

#include <utility>

namespace Doorstep {

AttentionFilterModel::AttentionFilterModel(AttentionListModel &concerns, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_concerns(concerns)
{
    setSourceModel(&concerns);
    connect(&concerns, &QAbstractItemModel::dataChanged, this, &AttentionFilterModel::recount);
    connect(&concerns, &QAbstractItemModel::rowsInserted, this, &AttentionFilterModel::recount);
    connect(&concerns, &QAbstractItemModel::rowsRemoved, this, &AttentionFilterModel::recount);
    connect(&concerns, &QAbstractItemModel::modelReset, this, &AttentionFilterModel::recount);
    recount();
}

void AttentionFilterModel::setFilter(Filter filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    invalidateRowsFilter();
}

void AttentionFilterModel::setPerson(const UserId &person)
{
    if (m_person == person)
        return;
    m_person = person;
    invalidateRowsFilter();
    recount();
}

void AttentionFilterModel::setNow(const QDateTime &now)
{
    const auto before = std::exchange(m_now, now);
    for (int row = 0; row < m_concerns.rowCount(); ++row) {
        const auto until = m_concerns.index(row).data(AttentionListModel::SnoozedUntilRole).toDateTime();
        if (until.isValid() && (!before.isValid() || (until > before) != (until > now))) {
            invalidateRowsFilter();
            recount();
            return;
        }
    }
}

QModelIndex AttentionFilterModel::indexOf(const QString &key) const
{
    return mapFromSource(m_concerns.indexOf(key));
}

bool AttentionFilterModel::filterAcceptsRow(int row, const QModelIndex & /*parent*/) const
{
    return accepts(standingOf(row), m_filter);
}

AttentionFilterModel::Standing AttentionFilterModel::standingOf(int row) const
{
    const auto index = m_concerns.index(row);
    const auto until = index.data(AttentionListModel::SnoozedUntilRole).toDateTime();
    const auto owner = index.data(AttentionListModel::OwnerIdRole).toString();
    return {.isClosed = index.data(AttentionListModel::IsClosedRole).toBool(),
            .isSnoozed = until.isValid() && until > m_now,
            .isMine = m_person.isValid() && owner == m_person.toString()};
}

bool AttentionFilterModel::accepts(const Standing &standing, Filter filter)
{
    switch (filter) {
    case Filter::Open:
        return !standing.isClosed && !standing.isSnoozed;
    case Filter::Mine:
        return !standing.isClosed && !standing.isSnoozed && standing.isMine;
    case Filter::Snoozed:
        return !standing.isClosed && standing.isSnoozed;
    case Filter::Closed:
        return standing.isClosed;
    }
    std::unreachable();
}

void AttentionFilterModel::recount()
{
    QHash<Filter, int> counts;
    for (int row = 0; row < m_concerns.rowCount(); ++row) {
        const auto standing = standingOf(row);
        for (const auto filter : {Filter::Open, Filter::Mine, Filter::Snoozed, Filter::Closed})
            counts[filter] += accepts(standing, filter) ? 1 : 0;
    }
    if (std::exchange(m_counts, counts) != counts)
        Q_EMIT countsChanged();
}

} // namespace Doorstep

#include "moc_attentionfiltermodel.cpp"
