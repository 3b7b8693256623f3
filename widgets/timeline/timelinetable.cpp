// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/timeline/timelinetable.h"

#include "models/lists/routefiltermodel.h"
#include "widgets/timeline/timelinewords.h"

namespace Doorstep {

TimelineTable::TimelineTable(const TimelineModel &timeline, const RouteFilterModel &routes, QObject *parent)
    : QObject(parent)
    , m_timeline(timeline)
    , m_routes(routes)
{
    // A route that gets or loses a stop is a change of data to both models.
    for (const auto *model :
         {static_cast<const QAbstractItemModel *>(&timeline), static_cast<const QAbstractItemModel *>(&routes)}) {
        connect(model, &QAbstractItemModel::rowsInserted, this, &TimelineTable::forgetRows);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &TimelineTable::forgetRows);
        connect(model, &QAbstractItemModel::modelReset, this, &TimelineTable::forgetRows);
        connect(model, &QAbstractItemModel::layoutChanged, this, &TimelineTable::forgetRows);
    }
    connect(&timeline, &QAbstractItemModel::dataChanged, this, &TimelineTable::forgetRows);
}

void TimelineTable::forgetRows()
{
    if (std::exchange(m_areCounted, false)) // whoever never asked need not be told
        Q_EMIT rowsChanged();
}

void TimelineTable::countRows() const
{
    if (std::exchange(m_areCounted, true))
        return;
    m_ends.clear();
    int row = 0;
    for (int shown = 0; shown < m_routes.rowCount(); ++shown) {
        row += static_cast<int>(m_timeline.bars(timelineRow(shown)).size());
        m_ends.append(row);
    }
}

int TimelineTable::timelineRow(int shown) const
{
    return m_routes.mapToSource(m_routes.index(shown, 0)).row();
}

int TimelineTable::rowCount() const
{
    countRows();
    return m_ends.isEmpty() ? 0 : m_ends.constLast();
}

TimelineTable::Place TimelineTable::placeOf(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const auto end = std::ranges::upper_bound(std::as_const(m_ends), row);
    const auto shown = static_cast<int>(end - m_ends.cbegin());
    return {.route = timelineRow(shown), .bar = row - (shown == 0 ? 0 : m_ends.at(shown - 1))};
}

StopId TimelineTable::stopAt(int row) const
{
    const auto place = placeOf(row);
    return place.route < 0 ? StopId() : m_timeline.bars(place.route).at(place.bar).stop;
}

int TimelineTable::rowOf(const StopId &stop) const
{
    countRows();
    int first = 0;
    for (int shown = 0; shown < m_ends.size(); ++shown) {
        const auto &bars = m_timeline.bars(timelineRow(shown));
        const auto found = std::ranges::find(bars, stop, &TimelineBar::stop);
        if (found != bars.end())
            return first + static_cast<int>(found - bars.begin());
        first = m_ends.at(shown);
    }
    return -1;
}

QString TimelineTable::text(int row, int column) const
{
    const auto place = placeOf(row);
    if (place.route < 0)
        return {};
    const auto &bar = m_timeline.bars(place.route).at(place.bar);
    switch (column) {
    case RouteColumn:
        return m_timeline.index(place.route).data(TimelineModel::NameRole).toString();
    case StopColumn:
        return QString::number(bar.number);
    case WindowColumn:
        return m_time.window(bar.window);
    case ExpectedColumn:
        return TimelineWords::when(bar, m_time);
    case StatusColumn:
        return TimelineWords::of(bar.state);
    default:
        return {};
    }
}

QString TimelineTable::title(int column)
{
    switch (column) {
    case RouteColumn:
        return tr("Route");
    case StopColumn:
        return tr("Stop");
    case WindowColumn:
        return tr("Window");
    case ExpectedColumn:
        return tr("Expected");
    case StatusColumn:
        return tr("Status");
    default:
        return {};
    }
}

} // namespace Doorstep

#include "moc_timelinetable.cpp"
