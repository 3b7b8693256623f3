// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/routefiltermodel.h"

#include "models/domain/forecast.h"
#include "models/lists/routelistmodel.h"

#include <QDateTime>

#include <limits>

namespace Doorstep {
namespace {

/// Less is looked at first. Silent drivers' slack is unknown: after everyone who is late, before everyone who is not.
double slackKey(const QModelIndex &row)
{
    const auto state = row.data(RouteListModel::StateRole).value<Forecast::State>();
    if (state == Forecast::State::Finished)
        return std::numeric_limits<double>::max();
    const auto slack = row.data(RouteListModel::SlackSecondsRole);
    if (state == Forecast::State::Silent)
        return slack.isValid() ? std::min(slack.toDouble(), 0.0) : 0.0;
    return slack.isValid() ? slack.toDouble() : std::numeric_limits<double>::max() / 2;
}

double arrivalKey(const QModelIndex &row)
{
    const auto arrival = row.data(RouteListModel::NextArrivalRole).toDateTime();
    return arrival.isValid() ? static_cast<double>(arrival.toMSecsSinceEpoch()) : std::numeric_limits<double>::max();
}

double progressKey(const QModelIndex &row)
{
    const int total = row.data(RouteListModel::TotalStopsRole).toInt();
    return total == 0 ? 1.0 : double(row.data(RouteListModel::DoneStopsRole).toInt()) / total;
}

} // namespace

RouteFilterModel::RouteFilterModel(RouteListModel &routes, QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(false);
    setSourceModel(&routes);
    // After the proxy's own handlers, which were connected by setSourceModel().
    connect(&routes, &QAbstractItemModel::dataChanged, this, &RouteFilterModel::resort);
    connect(&routes, &QAbstractItemModel::rowsInserted, this, &RouteFilterModel::resort);
    connect(&routes, &QAbstractItemModel::rowsRemoved, this, &RouteFilterModel::resort);
    connect(&routes, &QAbstractItemModel::modelReset, this, &RouteFilterModel::resort);
    resort();
}

void RouteFilterModel::setFilter(Filter filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    m_heldRoutes.clear();
    m_isHeld = false; // another filter is another list
    resort();
}

void RouteFilterModel::setOrder(Order order)
{
    if (m_order == order)
        return;
    m_order = order;
    resort();
}

void RouteFilterModel::holdOrder(bool isHeld)
{
    if (m_isHeld == isHeld)
        return;
    m_isHeld = isHeld;
    m_heldRoutes.clear();
    if (!isHeld) {
        resort();
        return;
    }
    for (int row = 0; row < rowCount(); ++row)
        m_heldRoutes.insert(index(row, 0).data(RouteListModel::RouteIdRole).toString());
}

QModelIndex RouteFilterModel::indexOf(const QString &routeId) const
{
    const auto found = match(index(0, 0), RouteListModel::RouteIdRole, routeId, 1, Qt::MatchExactly);
    return found.isEmpty() ? QModelIndex() : found.first();
}

void RouteFilterModel::resort()
{
    recount();
    if (m_isHeld)
        return;
    makeKeys();
    invalidateRowsFilter();
    sort(0);
}

/// What rows are in order of, before their names.
double RouteFilterModel::orderKey(const QModelIndex &source) const
{
    switch (m_order) {
    case Order::Slack:
        return slackKey(source);
    case Order::NextArrival:
        return arrivalKey(source);
    case Order::Progress:
        return progressKey(source);
    default:
        return 0.0;
    }
}

void RouteFilterModel::makeKeys()
{
    m_keys.clear();
    m_keys.reserve(sourceModel()->rowCount());
    for (int row = 0; row < sourceModel()->rowCount(); ++row) {
        const auto source = sourceModel()->index(row, 0);
        const auto number = orderKey(source);
        const auto name = source.data(RouteListModel::NameRole).toString();
        auto sortKey = m_nameKeys.constFind(name);
        if (sortKey == m_nameKeys.cend())
            sortKey = m_nameKeys.insert(name, std::make_shared<QCollatorSortKey>(m_collator.sortKey(name)));
        m_keys.append({number, *sortKey});
    }
}

void RouteFilterModel::recount()
{
    std::array<int, 4> counts{};
    for (int row = 0; row < sourceModel()->rowCount(); ++row) {
        const auto source = sourceModel()->index(row, 0);
        for (const auto filter : {Filter::All, Filter::Late, Filter::AtRisk, Filter::Silent})
            counts[static_cast<std::size_t>(filter)] += accepts(filter, source) ? 1 : 0;
    }
    if (counts == m_counts)
        return;
    m_counts = counts;
    Q_EMIT countsChanged();
}

bool RouteFilterModel::accepts(Filter filter, const QModelIndex &source)
{
    if (!source.data(RouteListModel::IsOfTheDayRole).toBool())
        return false;
    const auto state = source.data(RouteListModel::StateRole).value<Forecast::State>();
    switch (filter) {
    case Filter::All:
        return true;
    case Filter::Late:
        return state == Forecast::State::Late;
    case Filter::AtRisk:
        return state == Forecast::State::AtRisk;
    case Filter::Silent:
        return state == Forecast::State::Silent;
    }
    return false;
}

bool RouteFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    const auto source = sourceModel()->index(sourceRow, 0, sourceParent);
    if (m_isHeld)
        return m_heldRoutes.contains(source.data(RouteListModel::RouteIdRole).toString());
    return accepts(m_filter, source);
}

bool RouteFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.row() >= m_keys.size() || right.row() >= m_keys.size())
        return left.row() < right.row(); // rows that came while the order is held
    const auto &a = m_keys.at(left.row());
    const auto &b = m_keys.at(right.row());
    return a.first != b.first ? a.first < b.first : a.second->compare(*b.second) < 0;
}

} // namespace Doorstep

#include "moc_routefiltermodel.cpp"
