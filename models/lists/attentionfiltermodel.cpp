// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/attentionfiltermodel.h"

#include "models/domain/exception.h"
#include "models/lists/attentionlistmodel.h"
#include "models/store/fleet.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Doorstep {

AttentionFilterModel::AttentionFilterModel(AttentionListModel &concerns, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_concerns(concerns)
{
    follow(); // before the proxy does: what it asks about a row is known then
    setSourceModel(&concerns);
    // After the proxy: who is told how many there are finds them.
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&concerns, signal, this, &AttentionFilterModel::tellCounts);
    connect(&concerns, &QAbstractItemModel::dataChanged, this, &AttentionFilterModel::tellCounts);
    connect(&concerns, &QAbstractItemModel::modelReset, this, &AttentionFilterModel::tellCounts);
    recount();
    tellCounts();
}

void AttentionFilterModel::follow()
{
    connect(&m_concerns, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        m_standings.insert(first, last - first + 1, Standing());
        for (int row = first; row <= last; ++row) {
            m_standings[row] = standingOf(row);
            count(m_standings.at(row), 1);
        }
    });
    connect(&m_concerns, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
        for (int row = first; row <= last; ++row)
            count(m_standings.at(row), -1);
        m_standings.remove(first, last - first + 1);
    });
    connect(&m_concerns, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                for (int row = first.row(); row <= last.row(); ++row) {
                    count(m_standings.at(row), -1);
                    m_standings[row] = standingOf(row);
                    count(m_standings.at(row), 1);
                }
            });
    connect(&m_concerns, &QAbstractItemModel::rowsMoved, this, &AttentionFilterModel::recount);
    connect(&m_concerns, &QAbstractItemModel::layoutChanged, this, &AttentionFilterModel::recount);
    connect(&m_concerns, &QAbstractItemModel::modelReset, this, &AttentionFilterModel::recount);
}

void AttentionFilterModel::setView(const QueueView &view)
{
    if (m_view == view)
        return;
    const bool isSameScope = m_view.driver == view.driver && m_view.depot == view.depot;
    m_view = view;
    if (!isSameScope)
        recount();
    invalidateRowsFilter();
    Q_EMIT viewChanged();
    tellCounts();
}

QMap<QString, int> AttentionFilterModel::kinds() const
{
    QMap<QString, int> kinds;
    for (int row = 0; row < m_standings.size(); ++row) {
        auto standing = m_standings.at(row);
        standing.isPart = false; // they can be asked for
        if (accepts(standing, m_view.filter))
            ++kinds[m_concerns.index(row).data(AttentionListModel::KindWordRole).toString()];
    }
    return kinds;
}

QList<AttentionFilterModel::Share> AttentionFilterModel::drivers(qsizetype most) const
{
    QHash<DriverId, int> counts;
    for (int row = 0; row < m_standings.size(); ++row) {
        auto standing = m_standings.at(row);
        standing.isElsewhere = m_view.depot.isValid() && m_concerns.depotOf(row) != m_view.depot;
        const auto driver = m_concerns.driverOf(row);
        if (driver.isValid() && isShown(standing) && isOfKind(row))
            ++counts[driver];
    }
    QList<Share> shares;
    for (const auto &[driver, count] : counts.asKeyValueRange())
        shares.append({.id = driver.toString(), .name = nameOf(driver), .count = count});
    const auto last = std::min(most, shares.size());
    std::ranges::partial_sort(shares, shares.begin() + last, [](const Share &a, const Share &b) {
        return a.count != b.count ? a.count > b.count : std::tie(a.name, a.id) < std::tie(b.name, b.id);
    });
    return shares.first(last);
}

QList<AttentionFilterModel::Share> AttentionFilterModel::depots() const
{
    QHash<DepotId, int> counts;
    for (int row = 0; row < m_standings.size(); ++row) {
        auto standing = m_standings.at(row);
        standing.isElsewhere = m_view.driver.isValid() && m_concerns.driverOf(row) != m_view.driver;
        if (isShown(standing) && isOfKind(row))
            ++counts[m_concerns.depotOf(row)];
    }
    QList<Share> shares;
    for (const auto &depot : m_concerns.fleet().depots())
        shares.append({.id = depot.id.toString(), .name = depot.name, .count = counts.value(depot.id)});
    std::ranges::sort(shares,
                      [](const Share &a, const Share &b) { return std::tie(a.name, a.id) < std::tie(b.name, b.id); });
    return shares;
}

QString AttentionFilterModel::nameOf(const DriverId &driver) const
{
    const auto *known = m_concerns.fleet().drivers().find(driver);
    return known == nullptr ? QString() : known->name;
}

QString AttentionFilterModel::nameOf(const DepotId &depot) const
{
    const auto *known = m_concerns.fleet().depots().find(depot);
    return known == nullptr ? QString() : known->name;
}

void AttentionFilterModel::setPerson(const UserId &person)
{
    if (m_person == person)
        return;
    m_person = person;
    recount();
    invalidateRowsFilter();
    tellCounts();
}

void AttentionFilterModel::setNow(const QDateTime &now)
{
    const auto before = std::exchange(m_now, now);
    for (int row = 0; row < m_concerns.rowCount(); ++row) {
        const auto *exception = m_concerns.exceptionAt(row);
        const auto until = exception == nullptr ? QDateTime() : exception->snoozedUntil;
        if (until.isValid() && (!before.isValid() || (until > before) != (until > now))) {
            recount();
            invalidateRowsFilter();
            tellCounts();
            return;
        }
    }
}

QModelIndex AttentionFilterModel::indexOf(const QString &key) const
{
    return mapFromSource(m_concerns.indexOf(key));
}

QModelIndex AttentionFilterModel::indexOf(const Selection &selection) const
{
    constexpr int deepest = 4; // a part of a part of a late route
    auto own = m_concerns.indexOf(selection);
    for (int depth = 0; depth < deepest && own.isValid() && !mapFromSource(own).isValid(); ++depth) {
        const auto *whole = m_concerns.wholeAt(own.row());
        own = whole == nullptr ? QModelIndex() : m_concerns.indexOf(whole->key());
    }
    return mapFromSource(own);
}

bool AttentionFilterModel::filterAcceptsRow(int row, const QModelIndex & /*parent*/) const
{
    return isShown(m_standings.at(row)) && isOfKind(row);
}

// Whatever its kind: parts of others are shown where that is asked for.
bool AttentionFilterModel::isShown(Standing standing) const
{
    standing.isPart = standing.isPart && m_view.kind.isEmpty();
    return accepts(standing, m_view.filter);
}

bool AttentionFilterModel::isOfKind(int row) const
{
    return m_view.kind.isEmpty() || m_concerns.index(row).data(AttentionListModel::KindWordRole) == m_view.kind;
}

bool AttentionFilterModel::isElsewhere(int row) const
{
    return (m_view.driver.isValid() && m_concerns.driverOf(row) != m_view.driver)
        || (m_view.depot.isValid() && m_concerns.depotOf(row) != m_view.depot);
}

AttentionFilterModel::Standing AttentionFilterModel::standingOf(int row) const
{
    const auto *exception = m_concerns.exceptionAt(row);
    const bool isPart = m_concerns.wholeAt(row) != nullptr;
    if (exception == nullptr)
        return {.isPart = isPart, .isElsewhere = isElsewhere(row)};
    return {.isClosed = exception->status == Exception::Status::Closed && !exception->isCleared,
            .isSnoozed = exception->snoozedUntil.isValid() && exception->snoozedUntil > m_now,
            .isMine = m_person.isValid() && exception->owner == m_person,
            .isTaken = exception->owner.isValid(),
            .isEscalated = exception->escalation == Exception::Escalation::Raised,
            .isFollowed = m_person.isValid() && exception->followers.contains(m_person),
            .isPart = isPart,
            .isElsewhere = isElsewhere(row)};
}

bool AttentionFilterModel::accepts(const Standing &standing, Filter filter)
{
    if (standing.isElsewhere || (standing.isPart && filter != Filter::Closed))
        return false;
    switch (filter) {
    case Filter::Open:
        return !standing.isClosed && !standing.isSnoozed;
    case Filter::Mine:
        return !standing.isClosed && !standing.isSnoozed && standing.isMine;
    case Filter::Unassigned:
        return !standing.isClosed && !standing.isSnoozed && !standing.isTaken;
    case Filter::Escalated:
        return !standing.isClosed && !standing.isSnoozed && standing.isEscalated;
    case Filter::Followed:
        return !standing.isClosed && standing.isFollowed;
    case Filter::Snoozed:
        return !standing.isClosed && standing.isSnoozed;
    case Filter::Closed:
        return standing.isClosed;
    }
    std::unreachable();
}

void AttentionFilterModel::count(const Standing &standing, int sign)
{
    for (const auto filter : QueueView::filters)
        m_counts[static_cast<std::size_t>(filter)] += accepts(standing, filter) ? sign : 0;
}

void AttentionFilterModel::recount()
{
    m_counts = {};
    m_standings.resize(m_concerns.rowCount());
    for (int row = 0; row < m_standings.size(); ++row) {
        m_standings[row] = standingOf(row);
        count(m_standings.at(row), 1);
    }
}

void AttentionFilterModel::tellCounts()
{
    if (std::exchange(m_toldCounts, m_counts) != m_counts)
        Q_EMIT countsChanged();
}

} // namespace Doorstep

#include "moc_attentionfiltermodel.cpp"
